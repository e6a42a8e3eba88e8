/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_TRIAL_H
#define MIGVER_FUZZING_TRIAL_H

#include "fuzzing/supervisor.h"

/*
 * One input in a process of its own, all oracles on: does what was found with it
 * still come? Used before a campaign goes on, for what an earlier one had found,
 * and after it, to make smaller what killed a target.
 */

/** struct trial - where and how inputs are tried; made once for many. */
struct trial {
	const struct supervision *s;
	const char *folder; /* below the campaign's; emptied for each input */
	const char *options;
};

struct trial trial_new(const struct supervision *s);

/**
 * trial_run - run the @n bytes at @bytes
 *
 * What the target says goes to @k, which may be NULL. Returns whether it died
 * of a fault of the driver's, which is @fault then.
 */
bool trial_run(const struct trial *t, const char *bytes, size_t n, struct campaign *k,
	       struct hit *fault);

/**
 * trial_shrink - make the input of @h, which kills the target, smaller
 *
 * As long as the same fault comes, and for some seconds at most.
 */
void trial_shrink(const struct trial *t, struct hit *h);

#endif
