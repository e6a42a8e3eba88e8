/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_WORKLIST_H
#define MIGVER_ABSINT_WORKLIST_H

#include "absint/engine.h"
#include "absint/shape.h"

#define HEAD_STATES 8 /* different widened states kept at one loop head; the last takes any */

/** struct pending - a state that waits to go on at an instruction of a block. */
struct pending {
	uint32_t block;
	size_t insn;
	struct state *s;
	bool is_back;	/* came round a loop */
	size_t widened; /* number in its head's widened states + 1, or 0 */
};

/** struct head - what is known at a loop head of states that went round too often. */
struct head {
	size_t n;
	struct state *widened[HEAD_STATES];
	unsigned int times[HEAD_STATES]; /* that each of them was widened */
};

/** struct activation - one call of a function being interpreted. */
struct activation {
	struct frame frame;
	struct ir_func *f;
	VEC(struct pending) todo;
	struct head *heads; /* by block, for loop heads */
	const struct func_shape *shape;
	exit_list *exits;
	const struct state *caller; /* as it was at the call */
	uint32_t first_region;	    /* those of the callers have lower numbers */
};

void worklist_init(struct engine *e, struct activation *act);

/** go_to - @s leaves block @from for @block; it may be merged, widened or dropped as covered. */
void go_to(struct engine *e, struct activation *act, uint32_t from, uint32_t block,
	   struct state *s);

/** collect_lost - forget what nothing points to any more of the memory allocated in the loop of
 * @head, a round of which @s ends. */
void collect_lost(struct engine *e, const struct activation *act, uint32_t head, struct state *s);

/** resume - @s has come back from the call at which @p waited. */
void resume(struct engine *e, struct activation *act, const struct pending *p, struct state *s);

/** take_next - remove and return the state to go on with; there must be one. */
struct pending take_next(const struct engine *e, struct activation *act);

/** note_counted - constants decided @branch: if it can leave a loop, they count its rounds. */
void note_counted(struct engine *e, struct activation *act, struct state *s, uint32_t block,
		  const struct ir_insn *branch);

/** add_exit - one more way out; those that a caller can't tell apart become one. */
void add_exit(struct engine *e, struct activation *act, const struct exit_state *x);

#endif
