/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_BYTES_H
#define MIGVER_ABSINT_BYTES_H

/*
 * Memory as constant bytes, for whoever computes instead of estimating: the
 * exact models (concrete.c) and the trials (trial.c).
 */

#include "absint/engine.h"

/** bytes_known - copy the constant bytes at @addr to @buf, at most @max; returns how many there
 * are.
 */
size_t bytes_known(struct engine *e, struct state *s, struct aval addr, char *buf, size_t max);

/** bytes_exactly - the @n bytes at @addr in the scratch arena, or NULL if not all are constant. */
const char *bytes_exactly(struct engine *e, struct state *s, struct aval addr, size_t n);

/** string_at - the constant string at @addr in the scratch arena and its length, or NULL. */
const char *string_at(struct engine *e, struct state *s, struct aval addr, size_t *length);

/** bytes_load - a value of type @t made of constant bytes; false if they aren't. */
bool bytes_load(struct engine *e, struct state *s, struct aval addr, enum ir_type t,
		struct aval *out);

/** bytes_put - store @n constant bytes at @addr; false if where that is isn't constant. */
bool bytes_put(struct engine *e, struct state *s, struct aval addr, const char *bytes, size_t n);

#endif
