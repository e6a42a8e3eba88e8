/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_POINTS_TO_H
#define MIGVER_FRONT_POINTS_TO_H

/*
 * What may a pointer of this driver point to? An inclusion-based points-to
 * analysis over the functions of one driver; points_to.c opens with the idea.
 * Everything is numbered from 1; 0 is "none".
 */

#include "front/idmap.h"
#include "front/layout.h"
#include "ir/program.h"

enum pt_kind {
	PT_UNKNOWN, /* memory or a value that nothing here tells about */
	PT_CONST,   /* no memory: the offset is the value of an integer */
	PT_GLOBAL,
	PT_FUNC,
	PT_LOCAL, /* of one instance of a function */
	PT_HEAP,  /* everything that one allocating call of one instance returns */
	PT_CLASS, /* some object of a struct type: any of those known, or one from outside */
};

/** struct pt_obj - a piece of memory. */
struct pt_obj {
	enum pt_kind kind;
	struct ir_unit *unit;
	const struct ir_global *global; /* PT_GLOBAL */
	const struct ir_func *func;	/* PT_FUNC; PT_LOCAL and PT_HEAP: where */
	const struct ir_insn *insn;	/* PT_HEAP: the call */
	uint32_t local;			/* PT_LOCAL: its number */
	uint32_t inst;			/* PT_LOCAL, PT_HEAP */
	struct ctype_ref type;		/* PT_HEAP: of an element, once it is known */
	uint64_t size;			/* bytes; 0 unknown */
	uint64_t stride;		/* untyped PT_HEAP: bytes of an element; 0 unknown */
	uint32_t class;			/* the PT_CLASS that it belongs to */
	bool has_any;			/* a pointer with an unknown index into it exists */
	VEC(uint32_t) cells;
	VEC(uint32_t) copies; /* pt_ranges that read it */
	bool must_relink;
};

/** struct pt_loc - a pointer's target: a byte of an object. */
struct pt_loc {
	uint32_t obj;
	bool is_any; /* in any element: @off has each array index 0 */
	uint64_t off;
	uint32_t cell;	/* memory at it, once it is used */
	uint32_t value; /* a node that holds only this location */
};

/** struct pt_writer - an instruction that stores to a cell. */
struct pt_writer {
	uint32_t node; /* what it stores */
	uint32_t inst;
	const struct ir_insn *insn;
};

/** struct pt_cell - the pointer or small integer at a location. */
struct pt_cell {
	uint32_t loc;
	uint32_t down;	       /* node: what is stored here, or to a cell that may be this one */
	uint32_t read;	       /* node: what a read may find: also what is stored to a part of it */
	VEC(uint32_t) parents; /* cells that stand for this one among others */
	VEC(struct pt_writer) writers;
};

struct pt_node {
	VEC(uint32_t) locs;   /* the set, in the order of arrival */
	VEC(uint32_t) copies; /* nodes that include this one */
	uint32_t done;	      /* so many locs have been passed on */
	uint32_t rules;	      /* first rule about this node */
	uint32_t hint;	      /* PT_CLASS of what its C type points to */
	bool is_queued;
};

/** struct pt_inst - a function, once for all callers or once for one call. */
struct pt_inst {
	struct ir_unit *unit;
	struct ir_func *func;
	uint32_t number;  /* in points_to->funcs */
	uint32_t *tmps;	  /* node of each temporary */
	uint32_t *locals; /* object of each local */
	uint32_t ret;	  /* node of the result */
	uint32_t caller;  /* instance; 0 for the common instance */
	const struct ir_insn *call;
	unsigned int depth;
	bool tracks_ints; /* handles attributes: follow modes through its integers */
};

/** struct pt_call - a call that leaves the program. */
struct pt_call {
	uint32_t inst;
	const struct ir_insn *insn;
	struct ir_unit *unit;	    /* of the declaration */
	const struct ir_func *func; /* the declaration */
};

/** struct driver_units - the units of one driver and their numbers in the program. */
struct driver_units {
	size_t driver;
	struct ir_unit **v;
	size_t *number;
	size_t n;
};

struct pt_rule;
struct pt_func;
struct pt_range;

struct points_to {
	struct arena *arena;
	struct program *program;
	const struct attr_kinds *kinds;
	const struct driver_units *units;
	VEC(struct pt_obj) objs;
	VEC(struct pt_loc) locs;
	VEC(struct pt_cell) cells;
	VEC(struct pt_node) nodes;
	VEC(struct pt_rule) rules;
	VEC(struct pt_inst) insts;
	VEC(struct pt_func) funcs;
	VEC(struct pt_call) calls;
	VEC(uint32_t) queue;	   /* nodes with news */
	VEC(uint32_t) unbuilt;	   /* instances whose instructions wait */
	VEC(uint32_t) relinks;	   /* objects whose cells got new parents */
	VEC(uint32_t) raw_globals; /* objects whose initialisers wait */
	VEC(struct pt_range) ranges;
	struct idmap loc_ids, members, edges, obj_ids, func_ids, unit_ids;
	struct map *class_ids; /* by "name:size" */
	struct map **tags;     /* per unit: struct name or "struct tag.member" to its struct */
	size_t steps;
	size_t cloned;	 /* instructions in instances of their own */
	bool is_limited; /* a bound was hit: sets may lack targets */
};

/** points_to_solve - the analysis of the driver with the units @d; dropped with @a. */
struct points_to *points_to_solve(struct program *p, const struct driver_units *d,
				  const struct attr_kinds *k, struct arena *a);

/* ---- questions ---- */

/** pt_operand - the node of operand @r of an instruction of @inst; 0 if it is no pointer. */
uint32_t pt_operand(struct points_to *pt, uint32_t inst, struct ir_ref r);

/** pt_find_cell - the cell at (@obj, @off, @is_any), 0 if nothing reads or writes there. */
uint32_t pt_find_cell(const struct points_to *pt, uint32_t obj, uint64_t off, bool is_any);

/** pt_cell_at - the same, made if need be; pt_run() then brings it up to date. */
uint32_t pt_cell_at(struct points_to *pt, uint32_t obj, uint64_t off, bool is_any);

/** pt_run - propagate until nothing changes. */
void pt_run(struct points_to *pt);

const struct pt_obj *pt_obj_of(const struct points_to *pt, uint32_t loc);

/** pt_writer_loc - where the value that @w stores is given: climbs out of helpers. */
struct loc pt_writer_loc(const struct points_to *pt, const struct pt_writer *w);

/** pt_find_tag - the struct type called @name in @unit, or NO_CTYPE. */
struct ctype_ref pt_find_tag(struct points_to *pt, const struct ir_unit *unit, const char *name);

/** pt_is_plumbing - whether struct @name is an attribute, a group, or of an attribute kind. */
bool pt_is_plumbing(const struct attr_kinds *k, const char *name);

/* ---- shared by points_to*.c ---- */

enum pt_rule_kind {
	PTR_FIELD,     /* to: the address plus @off */
	PTR_INDEX,     /* to: the address plus @off, or any element of @size bytes */
	PTR_LOAD,      /* to: what is read at the address */
	PTR_STORE,     /* @from is stored at the address */
	PTR_COPY_FROM, /* @size bytes from the address to those of @to */
	PTR_COPY_TO,   /* @size bytes to the address from those of @from */
	PTR_CALL,      /* an indirect call through it */
};

struct pt_rule {
	enum pt_rule_kind kind;
	uint32_t next; /* about the same node */
	uint32_t from, to;
	int64_t off;
	uint64_t size;
	bool is_any;
	uint32_t class; /* PTR_FIELD: of the struct that the member belongs to */
	uint32_t fired;
	uint32_t inst;
	const struct ir_insn *insn;
};

/** struct pt_range - a copy of bytes: cells that appear in it later are copied, too. */
struct pt_range {
	uint32_t from, to; /* locations */
	uint64_t size;
	uint32_t inst;
	const struct ir_insn *insn;
};

struct pt_func {
	struct ir_unit *unit;
	struct ir_func *func;
	uint32_t inst;		     /* the common instance */
	const struct ir_insn **defs; /* of each temporary, once an instance is built */
	size_t ninsns;
	bool is_helper; /* writes members of attributes, or calls one that does */
	bool is_called; /* directly, in this driver */
	bool is_taken;	/* its address is used */
};

#define PT_UNKNOWN_OBJ 1
#define PT_CONST_OBJ   2

uint32_t pt_new_node(struct points_to *pt);
void pt_add(struct points_to *pt, uint32_t node, uint32_t loc);
void pt_copy(struct points_to *pt, uint32_t from, uint32_t to);
void pt_add_rule(struct points_to *pt, uint32_t node, struct pt_rule rule);
void pt_apply(struct points_to *pt, uint32_t rule, uint32_t loc);
uint32_t pt_loc_id(struct points_to *pt, uint32_t obj, uint64_t off, bool is_any);
uint32_t pt_any_loc(struct points_to *pt, uint32_t obj, uint64_t off, uint64_t size);
uint32_t pt_shift(struct points_to *pt, uint32_t loc, int64_t delta);
void pt_add_range(struct points_to *pt, struct pt_range r);
void pt_copy_cell(struct points_to *pt, uint32_t range, uint32_t cell);
uint32_t pt_value(struct points_to *pt, uint32_t loc);
uint32_t pt_cell_of(struct points_to *pt, uint32_t loc);
uint32_t pt_new_obj(struct points_to *pt, struct pt_obj obj);
uint32_t pt_global_obj(struct points_to *pt, struct ir_unit *unit, uint32_t idx);
uint32_t pt_func_obj(struct points_to *pt, struct ir_unit *unit, uint32_t idx);
uint32_t pt_class(struct points_to *pt, struct ctype_ref type);
void pt_set_heap_type(struct points_to *pt, uint32_t obj, uint32_t class);
uint32_t pt_unknown(struct points_to *pt);
void pt_add_writer(struct points_to *pt, uint32_t cell, struct pt_writer w);

/* points_to_build.c: from instructions to nodes and rules */
uint32_t pt_func_number(struct points_to *pt, struct ir_unit *unit, struct ir_func *func);
uint32_t pt_common_inst(struct points_to *pt, uint32_t func);
uint32_t pt_new_inst(struct points_to *pt, struct pt_inst inst);
uint32_t pt_local_cell(struct points_to *pt, uint32_t inst, uint32_t local);
const struct ir_insn *pt_def(const struct points_to *pt, uint32_t inst, struct ir_ref r);
void pt_build(struct points_to *pt);
void pt_build_insts(struct points_to *pt);
uint32_t pt_int_operand(struct points_to *pt, uint32_t inst, struct ir_ref r);

/* points_to_calls.c */
void pt_build_call(struct points_to *pt, uint32_t inst, const struct ir_insn *insn);
void pt_indirect_call(struct points_to *pt, uint32_t inst, const struct ir_insn *insn,
		      uint32_t loc);

#endif
