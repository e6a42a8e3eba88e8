/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_SETTING_H
#define MIGVER_ABSINT_SETTING_H

/*
 * The setting of trials: what a handler reads from outside (fields of the
 * driver's objects, device registers, results of kernel functions) has a fixed
 * value, made up when the place is first read and the same ever after, in show
 * and store alike.
 *
 * A place is known by a key: "struct foo.version" for a member, whichever
 * object it is in; "version" for a global; "readl(16)" for a function's result.
 * So every object of a type has the same contents, and handlers that reach it
 * on different ways agree.
 */

#include "absint/value.h"

enum place_use {
	USE_NUMBER,
	USE_TEXT,
	USE_POINTER,
};

struct place {
	const char *key;
	enum place_use use;
	bool is_fixed;	  /* by setting_fix() */
	wide fixed;	  /* a number; a pointer is only ever fixed as 0: NULL */
	const char *text; /* USE_TEXT; NULL is an empty one */
};

struct setting {
	struct arena *arena;
	struct map *by_key; /* place's number + 1 */
	VEC(struct place) places;
	bool is_large; /* numbers of several digits, longer texts */
};

struct setting *setting_new(struct arena *a);

/** setting_place - the number of the place @key, made when it is new; @key is copied then. */
uint32_t setting_place(struct setting *t, const char *key, enum place_use use);

/** setting_number - its value, one of @range. */
wide setting_number(const struct setting *t, uint32_t place, const struct range *range);

/** setting_text - a plain word that differs from those of most other places; at most @room - 1
 * bytes. */
const char *setting_text(const struct setting *t, uint32_t place, size_t room);

/** setting_is_null - whether a pointer was fixed as NULL. */
bool setting_is_null(const struct setting *t, uint32_t place);

/** setting_fix - from now on @place has this value; setting_release() takes it back. */
void setting_fix(struct setting *t, uint32_t place, wide value);
void setting_fix_text(struct setting *t, uint32_t place, const char *text);
void setting_release(struct setting *t, uint32_t place);

#endif
