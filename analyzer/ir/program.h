/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_PROGRAM_H
#define MIGVER_IR_PROGRAM_H

#include "base/map.h"
#include "ir/ir.h"

/*
 * A program is the units given to one run. Names with internal linkage stay in
 * their unit; a name with external linkage is looked up among the definitions
 * of all units: first in the unit's own folder, then anywhere. Two equally
 * near definitions are ambiguous and count as none.
 */

/** struct func_id, struct global_id - an entity of the program, linked. */
struct func_id {
	struct ir_unit *unit;
	struct ir_func *func;
};

struct global_id {
	struct ir_unit *unit;
	struct ir_global *global;
};

struct program {
	struct arena *arena;
	VEC(struct ir_unit *) units;
	struct map *defs; /* name to its definitions; private to program.c */
	size_t *driver;	  /* union-find over the units; private to program.c */
	bool is_linked;
};

struct program *program_new(struct arena *a);
void program_add(struct program *p, struct ir_unit *u);

/** program_link - index the definitions; a unit that is added later needs it again. */
void program_link(struct program *p);

/**
 * program_func - the function that REF_FUNC @idx of @u stands for: a body if
 * any unit given has one, else @u's own declaration (func->is_defined false).
 */
struct func_id program_func(const struct program *p, struct ir_unit *u, uint32_t idx);
struct global_id program_global(const struct program *p, struct ir_unit *u, uint32_t idx);

/**
 * program_driver - a number equal for units of one driver, that is, units
 * connected by references to each other's external names, or lying in one
 * folder two units of which are so connected.
 */
size_t program_driver(const struct program *p, const struct ir_unit *u);

#endif
