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
 * What follows PLACE_DETAIL in a key tells places apart, but says nothing to a reader.
 * So every object of a type has the same contents, and handlers that reach it
 * on different ways agree.
 */

#include "absint/value.h"

/*
 * What places have that were not fixed, one row each: the constant and how it is
 * told. A survey has those before ZERO; hunts ask for that and ONE.
 */
#define SETTING_VALUES(X)                                                                          \
	X(SMALL, "numbers have one digit and texts three letters")                                 \
	X(LARGE, "numbers have two or three digits")                                               \
	X(LEAST, "numbers are as small as they can be")                                            \
	X(GREATEST, "numbers are as great as they can be")                                         \
	X(LONG, "texts fill their arrays")                                                         \
	X(SPACED, "texts hold a blank")                                                            \
	X(ZERO, "numbers are 0")                                                                   \
	X(ONE, "numbers are 1")

enum setting_values {
#define CONSTANT(id, text) SETTING_##id,
	SETTING_VALUES(CONSTANT)
#undef CONSTANT
		SETTING_NR,
};

/* What texts look like that were not fixed: a driver may keep to one of these. */
enum text_shape {
	SHAPE_WORD, /* letters and a digit */
	SHAPE_HEX,  /* hexadecimal digits */
	SHAPE_DIGITS,
	SHAPE_LOWER, /* small letters, names and all */
	SHAPE_NR,
};

enum place_use {
	USE_NUMBER,
	USE_TEXT,
	USE_POINTER,
};

#define PLACE_DETAIL "\n"

struct place {
	const char *key;
	enum place_use use;
	bool is_answer;	    /* what a device answers */
	bool is_element;    /* of an array: what limits it may be another limit than the others' */
	bool is_fixed;	    /* by setting_fix() */
	bool is_limited;    /* USE_NUMBER: what the driver stores there tells how great it gets */
	unsigned int width; /* USE_NUMBER: the bytes that were read of it, 0: none */
	wide read;	    /* USE_NUMBER: what was read there last */
	wide fixed;	    /* a number; a pointer is only ever fixed as 0: NULL */
	const char *text;   /* USE_TEXT; NULL is an empty one */
};

struct setting {
	struct arena *arena;
	struct map *by_key; /* place's number + 1 */
	VEC(struct place) places;
	enum setting_values values;
	enum text_shape shape;
	struct map *tables; /* struct trial_table by "struct tag" (trial_table.h) */
};

struct setting *setting_new(struct arena *a);

/** setting_find - the place @key, or NULL if nobody has asked for it. */
const struct place *setting_find(const struct setting *t, const char *key);

/** setting_told - the values in words, to follow "when". */
const char *setting_told(enum setting_values values);

/** setting_place - the number of the place @key, made when it is new; @key is copied then. */
uint32_t setting_place(struct setting *t, const char *key, enum place_use use);

/** setting_number - its value, one of @range. */
wide setting_number(const struct setting *t, uint32_t place, const struct range *range);

/* The driver's name; that of a device or a type begins with it: "unit-0", "unit-small". */
#define SETTING_DRIVER "unit"
#define SETTING_NAME   SETTING_DRIVER "-"

/** setting_is_name - whether a place is such a name. */
bool setting_is_name(const struct place *p);

/** setting_is_type_number - whether it is that of a type among its device's: there is a first. */
bool setting_is_type_number(const struct place *p);

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
