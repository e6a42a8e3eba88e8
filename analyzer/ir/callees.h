/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_CALLEES_H
#define MIGVER_IR_CALLEES_H

#include "ir/program.h"

/*
 * The functions with a body that others may run, as far as calls by name tell:
 * what function pointers lead to is not followed.
 */
struct callees {
	struct arena *arena;
	const struct program *prog;
	VEC(struct func_id) funcs; /* in the order in which they were met */
	struct map *seen;
	size_t max; /* functions to follow; the rest is left out */
};

void callees_init(struct callees *r, struct arena *a, const struct program *p, size_t max);

/** callees_from - add @f and what it may run. */
void callees_from(struct callees *r, struct func_id f);

/** callees_has - whether @f was met; @r may be NULL, which has none. */
bool callees_has(const struct callees *r, const struct ir_func *f);

#endif
