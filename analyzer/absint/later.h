/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_LATER_H
#define MIGVER_ABSINT_LATER_H

#include "absint/numbers.h"
#include "absint/targets.h"

/*
 * Numbers that tell nothing of what kind an object is, only what has happened to
 * it since: no function that sets the object up writes them, so they begin as 0
 * for every kind.
 *
 * needs: the writes of the program. gives: an answer per number and pointer.
 */
struct later;

struct later *later_new(struct arena *a, const struct program *prog, const struct numbers *n,
			struct targets *t);

/** later_knows - whether it is known which functions set @pointer. */
bool later_knows(const struct later *l, size_t driver, const char *pointer);

/**
 * later_is_set - whether @number is set by others only than what sets @pointer
 *
 * That is the functions that set it, those that call them, and what they run. Both are
 * members of one struct ("struct tag.member"), of the objects of @driver
 * (program_driver()). False if not all the writes to either are known.
 */
bool later_is_set(struct later *l, size_t driver, const char *number, const char *pointer);

#endif
