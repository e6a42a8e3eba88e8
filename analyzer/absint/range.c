// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/range.h"
#include "base/fatal.h"

wide wide_add(wide a, wide b)
{
	if (a >= WIDE_MAX || b >= WIDE_MAX)
		return WIDE_MAX;
	if (a <= WIDE_MIN || b <= WIDE_MIN)
		return WIDE_MIN;
	a += b;
	return a > WIDE_MAX ? WIDE_MAX : a < WIDE_MIN ? WIDE_MIN : a;
}

wide wide_mul(wide a, wide b)
{
	wide r;

	if (b == 1)
		return a;
	if (a && b && __builtin_mul_overflow(a, b, &r))
		return (a < 0) == (b < 0) ? WIDE_MAX : WIDE_MIN;
	r = a * b;
	return r > WIDE_MAX ? WIDE_MAX : r < WIDE_MIN ? WIDE_MIN : r;
}

struct range range_of(wide lo, wide hi)
{
	struct range r = { .n = 0 };

	if (lo <= hi) {
		r.n = 1;
		r.part[0] = (struct interval){ lo, hi };
	}
	return r;
}

struct range range_single(wide v)
{
	return range_of(v, v);
}

struct range range_all(void)
{
	return range_of(WIDE_MIN, WIDE_MAX);
}

wide range_min(const struct range *r)
{
	BUG_ON(!r->n);
	return r->part[0].lo;
}

wide range_max(const struct range *r)
{
	BUG_ON(!r->n);
	return r->part[r->n - 1].hi;
}

bool range_is_single(const struct range *r)
{
	return r->n == 1 && r->part[0].lo == r->part[0].hi;
}

bool range_contains(const struct range *r, wide v)
{
	return range_overlaps(r, v, v);
}

bool range_overlaps(const struct range *r, wide lo, wide hi)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->part[i].lo <= hi && lo <= r->part[i].hi)
			return true;
	return false;
}

bool range_equal(const struct range *a, const struct range *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->part[i].lo != b->part[i].lo || a->part[i].hi != b->part[i].hi)
			return false;
	return true;
}

bool range_subset(const struct range *a, const struct range *b)
{
	size_t j = 0;

	for (size_t i = 0; i < a->n; i++) {
		while (j < b->n && b->part[j].hi < a->part[i].lo)
			j++;
		if (j == b->n || b->part[j].lo > a->part[i].lo || b->part[j].hi < a->part[i].hi)
			return false;
	}
	return true;
}

/* Intervals on their way to a range: more of them than it can hold. */
#define MANY (2 * RANGE_PARTS * RANGE_PARTS)

static void sort_intervals(struct interval *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && v[k].lo < v[k - 1].lo; k--) {
			struct interval t = v[k];

			v[k] = v[k - 1];
			v[k - 1] = t;
		}
}

/* Fuse what touches; @v is sorted. Returns the new number. */
static size_t fuse_touching(struct interval *v, size_t n)
{
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		if (out && v[i].lo <= wide_add(v[out - 1].hi, 1)) {
			if (v[i].hi > v[out - 1].hi)
				v[out - 1].hi = v[i].hi;
		} else {
			v[out++] = v[i];
		}
	}
	return out;
}

/* Fuse over the smallest gap. */
static size_t fuse_nearest(struct interval *v, size_t n)
{
	size_t best = 1;

	for (size_t i = 2; i < n; i++)
		if (v[i].lo - v[i - 1].hi < v[best].lo - v[best - 1].hi)
			best = i;
	v[best - 1].hi = v[best].hi;
	memmove(v + best, v + best + 1, (n - best - 1) * sizeof(*v));
	return n - 1;
}

static struct range make_range(struct interval *v, size_t n)
{
	struct range r = { .n = 0 };

	sort_intervals(v, n);
	n = fuse_touching(v, n);
	while (n > RANGE_PARTS)
		n = fuse_nearest(v, n);
	for (r.n = 0; r.n < n; r.n++)
		r.part[r.n] = v[r.n];
	return r;
}

static wide wide_min(wide a, wide b)
{
	return a < b ? a : b;
}

static wide wide_max(wide a, wide b)
{
	return a > b ? a : b;
}

/* Nearly all ranges are one interval; the general way is several times slower. */
static bool are_intervals(const struct range *a, const struct range *b)
{
	return a->n == 1 && b->n == 1;
}

struct range range_union(const struct range *a, const struct range *b)
{
	struct interval v[MANY];
	size_t n = 0;

	for (size_t i = 0; i < a->n; i++)
		v[n++] = a->part[i];
	for (size_t i = 0; i < b->n; i++)
		v[n++] = b->part[i];
	return make_range(v, n);
}

struct range range_intersect(const struct range *a, const struct range *b)
{
	struct interval v[MANY];
	size_t n = 0;

	if (are_intervals(a, b))
		return range_of(wide_max(a->part[0].lo, b->part[0].lo),
				wide_min(a->part[0].hi, b->part[0].hi));
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++) {
			wide lo = wide_max(a->part[i].lo, b->part[j].lo);
			wide hi = wide_min(a->part[i].hi, b->part[j].hi);

			if (lo <= hi)
				v[n++] = (struct interval){ lo, hi };
		}
	return make_range(v, n);
}

struct range range_clip(const struct range *r, wide lo, wide hi)
{
	struct range bounds = range_of(lo, hi);

	return range_intersect(r, &bounds);
}

struct range range_without(const struct range *r, wide lo, wide hi)
{
	struct range below = range_clip(r, WIDE_MIN, wide_add(lo, -1));
	struct range above = range_clip(r, wide_add(hi, 1), WIDE_MAX);

	return range_union(&below, &above);
}

struct range range_add(const struct range *a, const struct range *b)
{
	struct interval v[MANY];
	size_t n = 0;

	if (are_intervals(a, b))
		return range_of(wide_add(a->part[0].lo, b->part[0].lo),
				wide_add(a->part[0].hi, b->part[0].hi));
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			v[n++] = (struct interval){ wide_add(a->part[i].lo, b->part[j].lo),
						    wide_add(a->part[i].hi, b->part[j].hi) };
	return make_range(v, n);
}

struct range range_shift(const struct range *r, wide k)
{
	struct range by;

	if (!k)
		return *r;
	by = range_single(k);
	return range_add(r, &by);
}

struct range range_scale(const struct range *r, wide c)
{
	struct interval v[MANY];
	size_t n = 0;

	if (c == 1)
		return *r;
	for (size_t i = 0; i < r->n; i++) {
		wide a = wide_mul(r->part[i].lo, c), b = wide_mul(r->part[i].hi, c);

		v[n++] = a <= b ? (struct interval){ a, b } : (struct interval){ b, a };
	}
	return make_range(v, n);
}

wide range_nearest(const struct range *r, wide v)
{
	wide best = range_min(r);

	for (size_t i = 0; i < r->n; i++) {
		const struct interval *p = &r->part[i];
		wide x = v < p->lo ? p->lo : v > p->hi ? p->hi : v;
		wide old = best > v ? best - v : v - best, new = x > v ? x - v : v - x;

		best = new < old ? x : best;
	}
	return best;
}
