/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_SEEN_H
#define MIGVER_ABSINT_SEEN_H

/* What a test says of the failure whose number it looks at (MV213). */

#include "absint/engine.h"

/** struct look - how a test looked at a failure. */
struct look {
	bool singled; /* it compared with one errno, and that was it */
	bool alike;   /* a success would have gone the same way: it may still be any failure */
	bool rejoins; /* a success does nothing that this side doesn't come to, too */
	bool leaves;  /* this side leaves a loop */
};

/** look_of_branch - the branch @in at the end of block @b on @cond goes to @side. */
struct look look_of_branch(struct engine *e, uint32_t b, const struct ir_insn *in, struct aval cond,
			   bool side, bool singled);

/** is_singled_out - "ret == -ENOENT", on the side where it holds. */
bool is_singled_out(const struct engine *e, struct aval cond, bool side);

/** note_seen_failure - the test @in looked at @v so. */
void note_seen_failure(struct state *s, const struct ir_insn *in, struct aval v, struct look how);

#endif
