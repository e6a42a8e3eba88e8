/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_TARGETS_H
#define MIGVER_ABSINT_TARGETS_H

#include "base/vec.h"
#include "ir/program.h"

/*
 * Where the driver's pointers come from: which of its tables a member or a
 * variable is ever set to, however often it was handed on before.
 *
 * needs: a linked program with its graphs built. gives: for each member and
 * variable that holds a pointer, the tables. spoils: nothing. No order of the
 * statements and no path is considered, so a table that is told may be used at
 * another time only; that something else may be there as well is not told.
 */
struct targets;

/** struct target - an object of the driver with an initialiser. */
struct target {
	struct global_id g;
	uint64_t offset; /* that is pointed to */
	bool is_any;	 /* or the same in another element of the array */
};

typedef VEC(struct target) target_list;

struct targets *targets_find(struct arena *a, const struct program *prog);

/**
 * targets_of - add to @out the tables that @what may point to
 *
 * @what is a member ("struct tag.member") or a global's name, as a unit of
 * @driver (program_driver()) knows it. The list lives in the arena given to
 * targets_find().
 */
void targets_of(struct targets *t, size_t driver, const char *what, target_list *out);

typedef VEC(struct func_id) func_id_list;

/** targets_setters - the functions that store to @what as in targets_of(); NULL if none do. */
const func_id_list *targets_setters(const struct targets *t, size_t driver, const char *what);

/** target_element - bytes of an element if the table is an array, else of all of it. */
uint64_t target_element(const struct target *t);

#endif
