/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_REACH_H
#define MIGVER_ABSINT_REACH_H

/* Whether a path that has doubts, or tests that part it from others, is sure to be gone. */

#include "absint/engine.h"

/** reach_join - @a, in which @b has been joined: certain to be reached if either is. */
void reach_join(const struct engine *e, struct state *a, const struct state *b);

/** reach_part - @s goes on on one side of something like a test of @tested. */
void reach_part(const struct engine *e, struct state *s, struct aval tested);

/** reach_test - a test of @v, which both sides may follow, led to @s. */
void reach_test(const struct engine *e, struct state *s, struct aval v);

/** reach_case - @s is a way that a switch over @v took. */
void reach_case(const struct engine *e, struct state *s, struct aval v);

/** reach_side - @s is the way of @cond being true, or false. */
void reach_side(const struct engine *e, struct state *s, struct aval cond, bool side);

#endif
