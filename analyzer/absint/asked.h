/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_ASKED_H
#define MIGVER_ABSINT_ASKED_H

#include <stdbool.h>

#include "absint/value.h"

struct asked;
struct call_site;
struct engine;
struct ir_func;
struct ir_insn;
struct state;

/** asked_note - @branch found @cond to be @answer; in doubt if it was otherwise before. */
void asked_note(struct engine *e, struct state *s, const struct ir_insn *branch, struct aval cond,
		bool answer);

/** asked_call - @f returned @result, which may be none; in doubt if it was otherwise before. */
void asked_call(struct engine *e, struct state *s, const struct ir_func *f,
		const struct call_site *c, struct aval result);

/**
 * asked_kind - why a NULL that the driver's own code handed out may not come: the path asked
 * what kind of object it has; or NULL.
 */
const char *asked_kind(struct engine *e, const struct state *s);

/** asked_in_both - the questions that both paths had asked before they parted, or NULL. */
const struct asked *asked_in_both(const struct asked *a, const struct asked *b);

#endif
