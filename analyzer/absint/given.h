/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_GIVEN_H
#define MIGVER_ABSINT_GIVEN_H

/*
 * A run of store in which what was written is what show printed, and a newline
 * (MV301). Unlike in a trial the driver's numbers are not constant: the text is
 * made of constant bytes and of numbers that are known by their identity. A
 * parser that is given the text in the form that it wants finds those numbers,
 * and where store reads the same place of the driver itself, it is the same
 * number again.
 *
 * What is not understood about the text is as unknown as ever, so that no
 * refusal left over in such a run proves that store accepts what show prints.
 */

#include "absint/engine.h"
#include "absint/outcome.h"

#define GIVEN_MAX 16 /* pieces */

struct given {
	size_t n;
	struct printed piece[GIVEN_MAX]; /* the last one ends in the newline */
	struct aval value[GIVEN_MAX];	 /* of a number, once it has been met */
	bool is_met[GIVEN_MAX];
	struct spelling spelling;
	wide least, most; /* bytes of all of it */
};

/** given_new - what @shown of show printed; NULL: its pieces are not known. */
struct given *given_new(struct arena *a, const struct outcome *shown);

/** given_count - how many bytes are written. */
struct aval given_count(struct engine *e);

/** given_byte - the byte of the written text at @a, if that is constant. */
bool given_byte(const struct engine *e, struct aval a, struct aval *v);

/** given_bytes - the constant bytes from @addr on, or NULL. */
const char *given_bytes(struct engine *e, struct state *s, struct aval addr, size_t *n);

/**
 * given_excludes - whether the written text at @addr is none that show prints like @text
 *
 * @text of @n bytes is the whole of it, or all but its newline if @is_bare.
 */
bool given_excludes(struct engine *e, struct state *s, struct aval addr, const char *text, size_t n,
		    bool is_bare);

/** given_text - the written text from @a on, an address in the buffer. */
struct text given_text(struct engine *e, struct state *s, struct aval a);

/** given_same - @v, or what stands for the same number already. */
struct aval given_same(struct engine *e, struct aval v);

/** given_call - the call of a number's parser, if its text is known to suit it. */
bool given_call(struct engine *e, struct state *s, const struct model *m, const struct call_site *c,
		result_list *out);

/** struct given_scan - where a scan of the text has got to. */
struct given_scan {
	size_t piece;
	size_t at; /* bytes of it are behind */
};

/** given_scan_start - false if what lies at @from is not known piece by piece. */
bool given_scan_start(struct engine *e, struct state *s, struct aval from, struct given_scan *at);

/** given_scan_blanks - blanks in the format: any number of them in the text. */
void given_scan_blanks(const struct given *g, struct given_scan *at);

/** given_scan_byte - @c in the format: false unless it is there. */
bool given_scan_byte(const struct given *g, struct given_scan *at, char c);

/** struct given_number - a conversion: "%4x" has base 16 and width 4; width -1: none. */
struct given_number {
	unsigned int base; /* 0: as the text says */
	wide width;
	enum ir_type type;
};

/** given_scan_number - the number that @want finds; false if that is not certain. */
bool given_scan_number(struct engine *e, struct state *s, struct given_scan *at,
		       const struct given_number *want, struct aval *v);

/** given_scan_position - how many bytes of the text are behind; false if that is not known. */
bool given_scan_position(struct engine *e, const struct given_scan *at, struct aval *v);

#endif
