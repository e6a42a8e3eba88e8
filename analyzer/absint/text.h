/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_TEXT_H
#define MIGVER_ABSINT_TEXT_H

/*
 * A text: a run of bytes of which a length and the possible bytes are known.
 * It is a string in memory, or a piece on its way there (what a conversion
 * prints, what is copied).
 */

#include "absint/outcome.h"
#include "absint/printed.h"
#include "absint/spelling.h"
#include "absint/value.h"
#include "base/charset.h"

struct engine;
struct state;

struct text {
	int64_t at;	     /* in memory: the offset of its first byte */
	int64_t limit;	     /* in memory: where its object ends; INT64_MAX: not known */
	struct aval length;  /* bytes, a NUL behind them not counted */
	bool is_guess;	     /* nothing was ever written there, as far as is known */
	bool is_open;	     /* no NUL is known to follow */
	bool rest_zero;	     /* in memory: everything behind it is NUL */
	struct charset body; /* bytes that may occur in it, the last one left out */
	struct charset last; /* bytes that may be the last one */
	struct text_blame blame[TEXT_TRAIT_NR];
	struct spelling spelling;
	const struct printed *printed; /* its last piece; some may be missing */
};

/** text_add_deps - give @t the traits of what depends on @deps (enum value_dep). */
void text_add_deps(struct engine *e, struct text *t, unsigned int deps, const char *what);

/** text_mark - @t has @trait because of @what; a certain blame replaces a doubtful one. */
void text_mark(struct engine *e, struct text *t, enum text_trait trait, const char *what,
	       const char *doubt);

/** text_of_bytes - exactly these @n bytes. */
struct text text_of_bytes(struct engine *e, const char *bytes, size_t n);

/**
 * text_of_set - @length bytes out of @set
 *
 * @doubt: why some of @set may never occur; NULL if each of them can. @what names
 * the text in messages.
 */
struct text text_of_set(struct engine *e, struct aval length, struct charset set, const char *what,
			const char *doubt);

/** text_append - @t becomes @t with @more behind it. */
void text_append(struct engine *e, const struct state *s, struct text *t, const struct text *more);

/** text_cut - @t loses its end: only @length bytes, fewer than it had, are left. */
void text_cut(struct engine *e, const struct state *s, struct text *t, struct aval length);

/** text_any_of - the bytes and traits of either; the length is left to the caller. */
struct text text_any_of(const struct text *a, const struct text *b);

/** text_keep - no byte occurs in @t that is not in @set. */
void text_keep(struct text *t, struct charset set);

/** text_chars - every byte that may occur in it. */
struct charset text_chars(const struct text *t);

/** text_same, text_covers - as state_same_values() and state_covers(), the length left out. */
bool text_same(const struct text *a, const struct text *b);
bool text_covers(const struct text *old, const struct text *new);

/** charset_of_value - the bytes that storing @v may leave; @doubt as in text_of_set(). */
struct charset charset_of_value(struct engine *e, const struct state *s, struct aval v,
				const char **doubt);

#endif
