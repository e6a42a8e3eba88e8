/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_PROPERTY_GEN_H
#define MIGVER_TESTS_PROPERTY_GEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/** struct gen - a reproducible source of random C. */
struct gen {
	uint64_t seed;
	struct strbuf *out;
	int indent;
	int loops;     /* loop variables in use */
	bool in_loop;  /* break and continue have a meaning */
	bool is_store; /* the function gets (buf, count), not a page to fill */
	int budget;    /* statements that may still be written */
};

/** gen_random - a number below @n. */
unsigned int gen_random(struct gen *g, unsigned int n);

/** gen_prelude - what every file of functions begins with. */
void gen_prelude(struct strbuf *out);

/**
 * gen_function - a function called @name
 *
 * "long name(const char *buf, unsigned long count)" or "long name(char *page)".
 * It terminates, and touches no memory but its own, the globals g0 to g2, the
 * count + 1 bytes of buf and the 4096 of page; arithmetic may wrap.
 */
void gen_function(struct gen *g, const char *name);

/* ---- gen_forms.c ---- */

/** gen_form - a statement as drivers write them; a @ in it stands for an expression. */
const char *gen_form(struct gen *g);

/** gen_forms_prelude - the tables and helpers that they use. */
void gen_forms_prelude(struct strbuf *out);

#endif
