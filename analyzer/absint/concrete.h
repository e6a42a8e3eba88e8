/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_CONCRETE_H
#define MIGVER_ABSINT_CONCRETE_H

/*
 * Kernel functions computed on constant arguments: one function for each row
 * of MODEL_EXACTS. concrete.c compares and searches, concrete_edit.c copies
 * and cuts, concrete_number.c reads numbers, concrete_scan.c and
 * concrete_print.c are sscanf() and the printf family, concrete_match.c is
 * linux/parser.h.
 */

#include "absint/bytes.h"
#include "absint/engine.h"

/** struct exact - one call being computed. */
struct exact {
	struct engine *e;
	struct state *s;
	const struct model *m;
	const struct call_site *c;
	struct aval value; /* the result */
};

/**
 * concrete_call - compute a call of @m if all it needs is constant in @s
 *
 * Returns false, having changed nothing, if it isn't; the model's cases then
 * say what may happen. Outside of trials only functions without effects are
 * computed, so that what is known of strings stays with text.c.
 */
bool concrete_call(struct engine *e, struct state *s, const struct model *m,
		   const struct call_site *c, result_list *out);

/* ---- arguments and results; those that return bool or NULL tell whether it is constant ---- */

struct aval exact_arg(const struct exact *x, size_t n);
bool exact_number(const struct exact *x, size_t n, wide *out);
/** exact_size - argument @n as an unsigned number of bytes, cut to what fits a page or so. */
bool exact_size(const struct exact *x, size_t n, size_t *out);
/** exact_string - the string that argument @n points to. */
const char *exact_string(struct exact *x, size_t n, size_t *length);
/** exact_text - the same, but at most @max bytes of it are looked at. */
const char *exact_text(struct exact *x, size_t n, size_t max, size_t *length);
/** exact_within - the result is argument @n plus @offset bytes. Returns true. */
bool exact_within(struct exact *x, size_t n, size_t offset);
/** exact_result - the result is this number. Returns true. */
bool exact_result(struct exact *x, wide v);
/** exact_fresh - the result is new memory that holds these bytes. Returns true. */
bool exact_fresh(struct exact *x, const char *bytes, size_t n);

/* ---- numbers in text (concrete_number.c) ---- */

struct parsed_number {
	uint64_t value;
	size_t length; /* characters of it, 0: none */
	size_t end;    /* where reading stopped: behind "0x" even if no digit follows */
	bool overflow;
};

/** parse_integer - _parse_integer() of the kernel: base 0 as C has it; at most @max characters. */
struct parsed_number parse_integer(const char *s, unsigned int base, size_t max);

bool is_space(char c);

#define MAX_BITS	1024
#define BITMAP_BYTES(n) (((n) + 63) / 64 * 8)

/** add_bitmap - @n bits of a bitmap as %*pb prints them, or as %*pbl. */
void add_bitmap(struct strbuf *out, const char *bytes, size_t n, bool list);

#define X(name) bool exact_##name(struct exact *x);
MODEL_EXACTS(X)
#undef X

/** exact_kstrto_type - the type of number that a function of kstrto*() finds. */
enum ir_type exact_kstrto_type(const char *name);

#endif
