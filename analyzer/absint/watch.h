/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_WATCH_H
#define MIGVER_ABSINT_WATCH_H

/*
 * A run that is about the numbers which a function of the driver leaves in its places
 * (kept_limit.h), with arguments that nobody knows.
 *
 * A store counts where it happens, but for one to an object that the run made itself:
 * nobody reads that before it is known to others. What such an object holds counts
 * wherever they may get to it: where its address goes into other memory, where a
 * function is called that may register what leads to it, and at the end, unless that
 * is a failure. So a test that stands behind the store limits it all the same.
 */

#include "absint/engine.h"
#include "absint/numbers.h"

struct absint;

/** struct watched - what a run left in one place. */
struct watched {
	const struct number_place *place;
	struct range range;
	bool is_expected; /* of the greatest */
	bool depends;	  /* other ways have a smaller one */
	struct loc loc;	  /* of the store of the greatest */
};

/** struct pending_number - one in an object that the run made. */
struct pending_number {
	const struct number_place *place;
	struct aval at;
	struct loc loc; /* of the first store */
};

struct watch {
	struct arena *arena;
	const struct numbers *numbers_of;
	VEC(struct watched) numbers;
	VEC(struct pending_number) pending;
	bool gave_up; /* a part of the function was not followed: there may be more */
};

/** watch_store - the STORE @in is about to write @v at @to. */
void watch_store(struct engine *e, struct state *s, const struct ir_insn *in, struct aval to,
		 struct aval v);

/** watch_callee - the call @in wrote any number at @to, which its argument @n points to. */
void watch_callee(struct engine *e, struct state *s, const struct ir_insn *in, size_t n,
		  struct aval to);

/** watch_model - a function of the kernel is about to be called. */
void watch_model(struct engine *e, struct state *s, const struct model *m);

/** watch_expose - from here on others may read the objects that the run made. */
void watch_expose(struct engine *e, struct state *s);

/** absint_watch - interpret @id for @w. */
void absint_watch(struct absint *x, struct func_id id, struct watch *w);

#endif
