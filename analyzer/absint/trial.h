/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_TRIAL_H
#define MIGVER_ABSINT_TRIAL_H

/*
 * A trial is a run of the ordinary engine in a world where everything is
 * constant: the bytes that are written, and what is read from outside (struct
 * setting). One path remains, and what it does really happens in that world.
 * Where something is not constant after all, the trial says so and decides
 * nothing.
 */

#include "absint/absint.h"
#include "absint/engine.h"
#include "absint/setting.h"

/** struct member_note - the member that a FIELD instruction found at an address. */
struct member_note {
	uint32_t region;
	int64_t offset;
	uint64_t size;	 /* bytes */
	uint64_t room;	 /* of a text there: of a copy, that of what was copied; 0: not known */
	const char *key; /* "struct foo.version" */
};

/** struct met_numbers - two different numbers that a run compared. */
struct met_numbers {
	wide a, b;
};

/** struct trial - one run, as the engine sees it. */
struct trial {
	struct arena *arena; /* scratch of the run */
	struct setting *setting;
	const char *input; /* store: the bytes written */
	size_t ninput;
	bool is_checked;  /* events of functions that are computed are wanted, too */
	size_t fault;	  /* the call that fails, and all of its function after it; 0: none does */
	size_t nfallible; /* calls that may fail: they are numbered from 1 */
	const char *failing; /* the function that fails since the fault, or NULL */
	VEC(struct member_note) members;
	VEC(uint32_t) answered;	  /* regions that a device filled */
	VEC(uint32_t) reads;	  /* places of the setting, in the order of their first use */
	struct aval list_head;	  /* the list whose one element has been met */
	VEC(const char *) texts;  /* that were compared with something, in the order of the run */
	struct loc last_compared; /* where the last of them was */
	VEC(struct met_numbers) met; /* if is_checked */
	const char *shown; /* show: the text it printed, if it succeeded and that is known */
	size_t nshown;
};

/** absint_arena, absint_program, absint_setting - what trials share with the analysis. */
struct arena *absint_arena(const struct absint *x);
const struct program *absint_program(const struct absint *x);
struct setting *absint_setting(struct absint *x, size_t driver);

/** absint_always_has - whether @member holds a function in all that the driver of @h makes. */
bool absint_always_has(const struct absint *x, const struct handler *h, const char *member);

/**
 * absint_try - run @h with what @t says; gives @t the rest, returns the outcomes
 *
 * They are of no use to anything but trials: there is one for each way that
 * was not decided by constants.
 */
struct handler_summary *absint_try(struct absint *x, const struct handler *h, bool is_store,
				   struct trial *t);

/** trial_doubt - what happens from here on is not certain; the first reason stays. */
void trial_doubt(struct state *s, const char *why);

/** trial_place - the place @key, noted as read by the run. */
uint32_t trial_place(struct engine *e, const char *key, enum place_use use);

/** trial_argument - a pointer that the kernel hands to a handler. */
struct aval trial_argument(struct engine *e, const char *name);

/** trial_note_member - @addr is that of the member @key of @size bytes. */
void trial_note_member(struct engine *e, struct aval addr, uint64_t size, const char *key);

/** trial_note_copy - @size bytes were copied; what is read there is what is read at @from. */
void trial_note_copy(struct engine *e, struct aval to, struct aval from, wide size);

/** trial_note_compared - the run compares @a with @b. */
void trial_note_compared(struct engine *e, struct aval a, struct aval b);

/** trial_note_answer - a device fills what @to points to. */
void trial_note_answer(struct engine *e, struct aval to);

/** trial_load - what lies at @addr before anybody wrote there. */
struct aval trial_load(struct engine *e, struct aval addr, enum ir_type t);

/**
 * trial_result - a number of @range that a call of @m yields
 *
 * The same for equal numbers among the arguments and, if @m is pure, equal
 * texts. @out: the argument through which it is stored, MODEL_NONE: returned.
 */
struct aval trial_result(struct engine *e, struct state *s, const struct model *m,
			 const struct call_site *c, int out, const struct range *range);

/** trial_pointer - the object that a modelled function leads to, or NULL if so fixed. */
struct aval trial_pointer(struct engine *e, const char *name, const struct call_site *c);

/** trial_name - a text that the kernel has: the name of a device, of a type. */
struct aval trial_name(struct engine *e, const char *function);

/** trial_fault - the case of @m that fails, if this call of it is to; else NULL. */
const struct model_case *trial_fault(struct engine *e, const struct model *m);

/** trial_case - the case of @m that happens: the first that doesn't fail, mostly. */
const struct model_case *trial_case(struct engine *e, struct state *s, const struct model *m,
				    const struct call_site *c);

#endif
