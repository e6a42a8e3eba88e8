/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_IDENTITY_H
#define MIGVER_ABSINT_IDENTITY_H

/*
 * Identities: numbers that say how a value came about, the same in every run
 * over the same driver. Two runs, one of show and one of store, have symbols of
 * their own; where those have one identity they are one number of the driver,
 * as long as its data keep still between the two calls. What was written is a
 * number, too: the same in two runs of store that get the same bytes. 0 is no
 * identity: the value depends on chance, or on something unknown.
 */

#include "absint/engine.h"

/** identity_of - the identity of @v, 0 if it has none. */
uint64_t identity_of(const struct engine *e, struct aval v);

/** identity_of_bytes - of a constant text of @n bytes. */
uint64_t identity_of_bytes(const char *bytes, size_t n);

/** identity_mix - a number that depends on both, and on their order. */
uint64_t identity_mix(uint64_t h, uint64_t v);

/**
 * identity_of_param - of a pointer that the kernel hands to @f as parameter @i
 *
 * @node: that of the handler's attribute, for each has objects of its own.
 */
uint64_t identity_of_param(const struct ir_unit *u, const struct ir_func *f, size_t i,
			   const char *node);

/** identity_of_count - of store's count. */
uint64_t identity_of_count(void);

/** identity_of_length - of the length of @text, as it was when the handler was called. */
uint64_t identity_of_length(const struct engine *e, struct aval text);

/** identity_of_load - of the @t that lay at @addr when the handler was called. */
uint64_t identity_of_load(const struct engine *e, struct aval addr, enum ir_type t);

/** identity_of_call - of what a pure function yields; 0 unless every argument has one. */
uint64_t identity_of_call(struct engine *e, struct state *s, const struct model *m,
			  const struct call_site *c);

/**
 * identity_of_body - of what the driver's own function @id answers to these arguments
 *
 * 0 as well if the driver's state is not what the handler found: then the same
 * call means something else.
 */
uint64_t identity_of_body(struct engine *e, struct state *s, struct func_id id,
			  const struct call_site *c);

/** identity_note_answer - the call with identity @body of @name has given @answer. */
void identity_note_answer(struct engine *e, struct state *s, uint64_t body, const char *name,
			  struct aval answer);

/**
 * identity_note_target - the function pointer with identity @pointer leads to @f
 *
 * False if this path has found it to lead elsewhere.
 */
bool identity_note_target(struct engine *e, struct state *s, uint64_t pointer, struct func_id f);

/** identity_note_case - case number @n of the pure function @m is what happened. */
void identity_note_case(struct engine *e, struct state *s, const struct model *m, size_t n,
			const struct call_site *c);

/** identity_conditions - what the path of @s asked of the driver's own state. */
void identity_conditions(struct engine *e, struct state *s, struct outcome *o);

#endif
