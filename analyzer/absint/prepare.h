/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_PREPARE_H
#define MIGVER_ABSINT_PREPARE_H

#include "base/map.h"
#include "ir/program.h"
#include "model/model.h"

/*
 * Facts of the whole program that every handler's analysis uses, computed once.
 * needs: a linked program with its graphs built. gives: which globals never
 * change, which functions a member of an ops struct may hold. spoils: nothing.
 */
struct prepared;

struct prepared *prepare_program(struct arena *a, const struct program *prog,
				 const struct models *models);

/**
 * prepare_is_constant - whether @g holds its initialiser for ever: it is const,
 * or a static that no function writes and whose address goes nowhere but to
 * functions that take a pointer to something const.
 */
bool prepare_is_constant(const struct prepared *p, const struct ir_global *g);

/** struct bound_funcs - the functions that initialisers bind to one member. */
struct bound_funcs {
	VEC(struct func_id) funcs;
	bool by_init; /* an initialiser binds one of them */
};

/** prepare_bound - those bound to "struct tag.member", or NULL. */
const struct bound_funcs *prepare_bound(const struct prepared *p, const char *member);

/** prepare_is_own - whether the struct of "struct tag.member" is declared by the driver's files. */
bool prepare_is_own(const struct prepared *p, const char *member);

/** prepare_is_initialised - whether an initialiser binds a function to @member. */
bool prepare_is_initialised(const struct prepared *p, const char *member);

/** prepare_member_at - the member at @offset of the type @t, "struct tag.member", or NULL. */
const char *prepare_member_at(struct arena *a, const struct ir_unit *u, int32_t t, uint64_t offset);

struct kept;

/** prepare_kept - the strings that the driver keeps (kept.h). */
const struct kept *prepare_kept(const struct prepared *p);

struct provenance;

/** prepare_provenance - where the driver's data comes from (provenance.h). */
const struct provenance *prepare_provenance(const struct prepared *p);

#endif
