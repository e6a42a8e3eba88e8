/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_STATUS_H
#define MIGVER_ABSINT_STATUS_H

#include "absint/engine.h"

/*
 * Statuses other than errnos. A function that fills an object when it returns
 * 0, and leaves it alone when it returns a positive number, tells by that
 * number how it went: the code that a device answered, or that there is
 * nothing. Who asks for less than 0 only takes it for success.
 */

/** struct objects - what was in the objects that a call was given, before it. */
struct objects {
	size_t n;
	uint32_t *region;
	const struct contents **before;
};

/** objects_given - those that the arguments of @c lead to directly, in @s; in e->arena. */
struct objects objects_given(struct engine *e, const struct state *s, const struct call_site *c);

/** objects_changed - whether @s, which a path through the callee led to, has set any of them. */
bool objects_changed(const struct objects *given, const struct state *s);

/**
 * note_status - record that @callee answered with the status @v; returns @v marked with it
 *
 * It is a failure that a test for anything but less than 0 takes note of.
 */
struct aval note_status(struct engine *e, struct state *s, const char *callee,
			const struct ir_insn *call, struct aval v);

#endif
