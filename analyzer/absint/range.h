/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_RANGE_H
#define MIGVER_ABSINT_RANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/wide.h"

/*
 * A set of integers as a few disjoint intervals, ascending, none touching the
 * next. Sets that need more parts are widened over the smallest gap, so every
 * operation yields a superset of the exact result. WIDE_MIN and WIDE_MAX stand
 * for "no bound".
 */
#define RANGE_PARTS 6

struct interval {
	wide lo, hi; /* inclusive */
};

struct range {
	size_t n; /* 0: the empty set */
	struct interval part[RANGE_PARTS];
};

struct range range_of(wide lo, wide hi); /* empty if lo > hi */
struct range range_single(wide v);
struct range range_all(void);

static inline bool range_is_empty(const struct range *r)
{
	return r->n == 0;
}

/** range_min, range_max - the least and greatest member; the set must not be empty. */
wide range_min(const struct range *r);
wide range_max(const struct range *r);
bool range_is_single(const struct range *r);
bool range_contains(const struct range *r, wide v);
/** range_nearest - the value of @r, which is not empty, that is nearest to @v. */
wide range_nearest(const struct range *r, wide v);
bool range_equal(const struct range *a, const struct range *b);
bool range_subset(const struct range *a, const struct range *b);
/** range_overlaps - whether any member lies in lo..hi. */
bool range_overlaps(const struct range *r, wide lo, wide hi);

struct range range_union(const struct range *a, const struct range *b);
struct range range_intersect(const struct range *a, const struct range *b);
struct range range_clip(const struct range *r, wide lo, wide hi);
struct range range_without(const struct range *r, wide lo, wide hi);
struct range range_add(const struct range *a, const struct range *b);
struct range range_shift(const struct range *r, wide k);
/** range_scale - a superset of { c * x }, exact for c = 1 and -1. */
struct range range_scale(const struct range *r, wide c);

/** wide_add, wide_mul - saturating at WIDE_MIN and WIDE_MAX. */
wide wide_add(wide a, wide b);
wide wide_mul(wide a, wide b);

#endif
