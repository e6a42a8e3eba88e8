/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_NUMBERS_SCAN_H
#define MIGVER_ABSINT_NUMBERS_SCAN_H

/* The inside of numbers.c, for numbers_func.c, which looks at functions. */

#include "absint/numbers.h"
#include "base/map.h"

#define MAX_DEPTH 32 /* of types in types */

struct numbers {
	struct arena *arena;
	const struct program *prog;
	const struct models *models;
	struct map *places; /* struct number_place by key */
	struct map *tags;   /* why nothing is known of a struct's members, by "struct tag" */
	struct map *wiped;  /* structs that were lost with all that they hold */
	struct map *own;    /* structs that one file defines for itself */
	struct map *callers;
	struct map *stored; /* places by the instruction that writes them */
	const char *blind;  /* why no place is known at all, or NULL */
};

/* ---- types of one unit, by their number or -1 ---- */

bool numbers_is_struct(const struct ir_unit *u, int32_t t);
uint64_t numbers_bytes(const struct ir_unit *u, int32_t t);
/** numbers_pointee - the type of what the pointer of type @t leads to. */
int32_t numbers_pointee(const struct ir_unit *u, int32_t t);
/** numbers_tag - the name of the struct that @t is or is an array of, or NULL. */
const char *numbers_tag(const struct ir_unit *u, int32_t t);

/* ---- places ---- */

/** numbers_key - of a global or a function. */
const char *numbers_key(struct arena *a, const void *p);

/** numbers_place - the place @key, made as @name when it is met first. */
struct number_place *numbers_place(struct numbers *n, const char *key, const char *name);

/** numbers_set_type - a number of @t is written there. */
void numbers_set_type(struct number_place *p, enum ir_type t);

/** numbers_lose - others may write to @key; @why is kept if it is the first reason. */
void numbers_lose(struct numbers *n, const char *key, const char *why);

/** numbers_lose_inside - the same for what an object of type @t called @prefix holds. */
void numbers_lose_inside(struct numbers *n, const struct ir_unit *u, const char *prefix, int32_t t,
			 const char *why, int depth);

/** numbers_lose_struct - the same for every member of the struct @t. */
void numbers_lose_struct(struct numbers *n, const struct ir_unit *u, int32_t t, const char *why);

/** numbers_add_store - @in of @id writes to @p, a callee through argument @arg. */
void numbers_add_store(struct numbers *n, struct number_place *p, const struct ir_insn *in,
		       struct func_id id, size_t arg);

/** numbers_callers_of - to add to. */
struct number_callers *numbers_callers_of(struct numbers *n, const struct ir_func *f);

/** numbers_scan_func - note every write of a function. */
void numbers_scan_func(struct numbers *n, struct func_id id);

#endif
