/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_APPLY_H
#define MIGVER_ABSINT_APPLY_H

/*
 * The inside of apply.c, for the files that give groups of effects their
 * meaning: locks.c, owned.c, logs.c.
 */

#include "absint/engine.h"

/** struct applying - one case of a call being applied. */
struct applying {
	struct engine *e;
	struct state *s;
	const struct model *m;
	const struct model_case *mc;
	const struct call_site *c;
	unsigned int deps;    /* of all arguments and what they point to */
	struct text text;     /* what the print or copy effect stores if it fits */
	struct aval written;  /* bytes it stored */
	struct aval would_be; /* bytes an unlimited buffer would have got */
	struct aval fresh;    /* MR_FRESH: address of the new object */
	struct aval scanned;
	struct aval pointee; /* MR_ARG_BUT: what it pointed to before the effects */
	int out;	     /* parameter that a store effect is about, or MODEL_NONE */
	result_list others;  /* further ways out, with what they return */
};

/** applying_arg - argument @n, or the fresh object for MODEL_NONE. */
struct aval applying_arg(const struct applying *p, int n);

/** applying_size - how many bytes @z says. */
struct aval applying_size(struct applying *p, const struct model_size *z);

/** applying_doubt - why what the callee yields may not be any value, or NULL if it can. */
const char *applying_doubt(const struct applying *p);

/** applying_test - what the model says of the callee as a test. */
struct text_test applying_test(const struct applying *p);

/** compare_returned - the result of a model's "compare" or "match". */
struct aval compare_returned(struct applying *p, const struct model_ret *r);

/** number_returned - a number in @range; equal calls of a pure function give the same one. */
struct aval number_returned(struct applying *p, const struct model_ret *r, struct range range);

/* ---- returned.c ---- */

/** within_returned - MR_WITHIN: a pointer into a text, as far behind its start as it may be. */
struct aval within_returned(struct applying *p, const struct model_ret *r);

/** span_returned - MR_SPAN: at most the length of the string. */
struct aval span_returned(struct applying *p, const struct model_ret *r);

/** token_returned - MR_TOKEN: one of the numbers in a table. */
struct aval token_returned(struct applying *p, const struct model_ret *r);

/** below_returned - MR_BELOW: a number below the size. */
struct aval below_returned(struct applying *p, const struct model_ret *r);

/* ---- touch.c ---- */

/**
 * touch_bytes, touch_object, touch_text - an access by the callee
 *
 * To @size bytes; to an object of the type that its parameter points to; to a
 * string, of which it reads @max bytes at most. False if no path goes on
 * behind it.
 */
bool touch_bytes(struct applying *p, struct aval at, struct aval size, bool is_write);
bool touch_object(struct applying *p, struct aval at, bool is_write);
bool touch_text(struct applying *p, struct aval at, const struct model_size *max);

/* ---- apply_print.c ---- */

enum fit { FITS, TRUNCATED, MAY_FIT };

/** applying_fit - whether @text bytes and a NUL fit in @room bytes. */
enum fit applying_fit(struct applying *p, struct aval text, struct aval room);

/** applying_cut - a number that is at most @text and less than @room. */
struct aval applying_cut(struct applying *p, struct aval text, struct aval room);

/* Effects: each returns false if the case can't happen in this state. */

/* ---- apply_print.c ---- */

bool effect_print(struct applying *p, const struct model_effect *f);
bool effect_copy_string(struct applying *p, const struct model_effect *f);
bool effect_scan(struct applying *p, const struct model_effect *f);
bool effect_text(struct applying *p, const struct model_effect *f);

/* ---- locks.c ---- */

bool effect_lock(struct applying *p, const struct model_effect *f);
bool effect_unlock(struct applying *p, const struct model_effect *f);
bool effect_sleeps(struct applying *p, const struct model_effect *f);

/* ---- logs.c ---- */

bool effect_log(struct applying *p, const struct model_effect *f);
bool effect_log_switch(struct applying *p, const struct model_effect *f);

/* ---- owned.c ---- */

bool effect_acquire(struct applying *p, const struct model_effect *f);
bool effect_release(struct applying *p, const struct model_effect *f);
bool effect_keeps(struct applying *p, const struct model_effect *f);
/** acquire_returned - what an acquire effect without a parameter hands out is @v. */
void acquire_returned(struct applying *p, struct state *s, struct aval v);

/* ---- freed.c ---- */

/** freed_note - the object that @v points into is released; @doubt: why it may live on, or NULL. */
void freed_note(struct applying *p, struct aval v, const char *doubt);
/** freed_arguments - the callee gets pointers: none of them to what was released. */
void freed_arguments(struct applying *p);

#endif
