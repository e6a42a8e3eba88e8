/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_ASKED_H
#define MIGVER_ABSINT_ASKED_H

#include <stdbool.h>

#include "absint/state.h"

struct call_site;
struct engine;
struct ir_func;
struct ir_insn;

/** asked_note - @branch found @cond to be @answer; in doubt if it was otherwise before. */
void asked_note(struct engine *e, struct state *s, const struct ir_insn *branch, struct aval cond,
		bool answer);

/** asked_case - the switch @in looked at @v. */
void asked_case(struct engine *e, struct state *s, const struct ir_insn *in, struct aval v);

/** asked_call - @f returned @result, which may be none; in doubt if it was otherwise before. */
void asked_call(struct engine *e, struct state *s, const struct ir_func *f,
		const struct call_site *c, struct aval result);

/**
 * asked_kind - why a NULL that the driver's own code handed out may not come: the path asked
 * what kind of object it has; or NULL.
 */
const char *asked_kind(struct engine *e, const struct state *s);

/** asked_join - what either of the paths that meet has asked, each for itself. */
struct asked_ways asked_join(struct engine *e, const struct asked_ways *a,
			     const struct asked_ways *b);

/** asked_in_both - what both say: one way again. */
struct asked_ways asked_in_both(struct engine *e, const struct asked_ways *a,
				const struct asked_ways *b);

#endif
