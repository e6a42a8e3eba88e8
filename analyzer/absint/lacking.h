/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_LACKING_H
#define MIGVER_ABSINT_LACKING_H

#include "absint/prepare.h"
#include "absint/targets.h"

/*
 * Which function pointers the driver itself leaves NULL: members that one of
 * its tables has no function for, or that its code sets under a condition only.
 *
 * needs: a prepared program. gives: an answer per member and table. spoils:
 * nothing. That an object of the driver may be made without any function
 * setting the member is not considered: somebody is taken to have set it.
 */
struct lackings;

/** struct lacking - that a function pointer may be NULL. */
struct lacking {
	const char *where; /* "'my_ops' in line 30 has none" */
	const char *doubt; /* why it may not come to that, or NULL */
};

struct lackings *lackings_find(struct arena *a, const struct program *prog,
			       const struct prepared *prepared, struct targets *targets);

/** lackings_know - whether any table is known that @pointer may lead to. */
bool lackings_know(struct lackings *l, size_t driver, const char *pointer);

/**
 * lacking_in_table - whether a table that @pointer may lead to has no function at @offset
 *
 * @pointer: a member or a global as in targets_of(); @member: what lies at
 * @offset from there.
 */
bool lacking_in_table(struct lackings *l, size_t driver, const char *pointer, const char *member,
		      int64_t offset, struct lacking *out);

/** lacking_in_any_table - whether a table of the struct that @member is of has none: in doubt. */
bool lacking_in_any_table(struct lackings *l, size_t driver, const char *member,
			  struct lacking *out);

/** lacking_in_code - whether the driver sets @member at run time, but not always. */
bool lacking_in_code(struct lackings *l, size_t driver, const char *member, struct lacking *out);

/** lacking_in_element - whether the table @g has nothing at @offset, and something near it. */
bool lacking_in_element(struct global_id g, uint64_t offset, uint64_t element);

#endif
