// SPDX-License-Identifier: MIT
/*
 * Calls. A function of the driver is bound to its parameters: helpers of
 * attributes once per call. Of the kernel's functions only those matter that
 * make or copy memory or file names; the table tells them.
 */
#include <string.h>

#include "front/points_to.h"

#define MAX_CLONE_DEPTH 6
#define MAX_CLONED	200000 /* instructions */

enum call_kind {
	CALL_COPY,   /* bytes from argument b to argument a, length c */
	CALL_DUP,    /* a copy of the bytes at a, length b */
	CALL_TEXT,   /* the result is the text a */
	CALL_FORMAT, /* the result is the text by format a, arguments after it */
	CALL_PRINT,  /* text by format b into a */
	CALL_STRING, /* text b into a */
	CALL_SAME,   /* the result is argument a */
};

struct call_row {
	const char *name;
	enum call_kind kind;
	signed char a, b, c;
};

static const struct call_row call_rows[] = {
	{ "memcpy", CALL_COPY, 0, 1, 2 },
	{ "__memcpy", CALL_COPY, 0, 1, 2 },
	{ "__builtin_memcpy", CALL_COPY, 0, 1, 2 },
	{ "memmove", CALL_COPY, 0, 1, 2 },
	{ "__builtin_memmove", CALL_COPY, 0, 1, 2 },
	{ "kmemdup", CALL_DUP, 0, 1, 0 },
	{ "kmemdup_noprof", CALL_DUP, 0, 1, 0 },
	{ "devm_kmemdup", CALL_DUP, 1, 2, 0 },
	{ "kstrdup", CALL_TEXT, 0, 0, 0 },
	{ "kstrdup_const", CALL_TEXT, 0, 0, 0 },
	{ "devm_kstrdup", CALL_TEXT, 1, 0, 0 },
	{ "devm_kstrdup_const", CALL_TEXT, 1, 0, 0 },
	{ "kasprintf", CALL_FORMAT, 1, 0, 0 },
	{ "devm_kasprintf", CALL_FORMAT, 2, 0, 0 },
	{ "sprintf", CALL_PRINT, 0, 1, 0 },
	{ "snprintf", CALL_PRINT, 0, 2, 0 },
	{ "scnprintf", CALL_PRINT, 0, 2, 0 },
	{ "strcpy", CALL_STRING, 0, 1, 0 },
	{ "strncpy", CALL_STRING, 0, 1, 0 },
	{ "strlcpy", CALL_STRING, 0, 1, 0 },
	{ "strscpy", CALL_STRING, 0, 1, 0 },
	{ "strscpy_pad", CALL_STRING, 0, 1, 0 },
	{ "sized_strscpy", CALL_STRING, 0, 1, 0 },
	{ "ERR_CAST", CALL_SAME, 0, 0, 0 },
};

static const struct call_row *find_row(const char *name)
{
	for (size_t i = 0; i < sizeof(call_rows) / sizeof(*call_rows); i++)
		if (strcmp(call_rows[i].name, name) == 0)
			return &call_rows[i];
	return NULL;
}

struct call {
	uint32_t inst;
	const struct ir_insn *insn;
	uint32_t dst; /* node of a pointer result, or 0 */
};

static uint32_t argument(struct points_to *pt, const struct call *c, int i)
{
	if (i < 0 || (size_t)i >= c->insn->call->nargs)
		return 0;
	return pt_operand(pt, c->inst, c->insn->call->args[i]);
}

/* The length of a copy; one that isn't constant is of plain bytes: 0. */
static uint64_t length(struct points_to *pt, const struct call *c, int i)
{
	struct ir_ref r = { .kind = REF_NONE };
	wide v;

	if ((size_t)i < c->insn->call->nargs)
		r = c->insn->call->args[i];
	if (r.kind != REF_CONST)
		return 0;
	v = pt->insts.v[c->inst].unit->consts.v[r.idx].value;
	return v > 0 && v < INT32_MAX ? (uint64_t)v : 0;
}

static void copy_bytes(struct points_to *pt, const struct call *c, uint32_t to, uint32_t from,
		       uint64_t size)
{
	struct pt_rule rule = { .from = from, .to = to, .size = size };

	if (!to || !from || !size)
		return;
	rule.inst = c->inst;
	rule.insn = c->insn;
	rule.kind = PTR_COPY_TO;
	pt_add_rule(pt, to, rule);
	rule.kind = PTR_COPY_FROM;
	pt_add_rule(pt, from, rule);
}

static void new_heap(struct points_to *pt, const struct call *c)
{
	struct pt_inst *i = &pt->insts.v[c->inst];
	uint32_t obj;

	if (!c->dst)
		return;
	obj = pt_new_obj(pt, (struct pt_obj){ .kind = PT_HEAP,
					      .unit = i->unit,
					      .func = i->func,
					      .insn = c->insn,
					      .inst = c->inst,
					      .type = NO_CTYPE });
	pt_add(pt, c->dst, pt_loc_id(pt, obj, 0, false));
}

/* The literal text that argument @i is, NULL if it is computed. */
static const char *literal(struct points_to *pt, const struct call *c, int i)
{
	struct ir_unit *unit = pt->insts.v[c->inst].unit;
	const struct ir_global *g;
	struct ir_ref r;

	if ((size_t)i >= c->insn->call->nargs)
		return NULL;
	r = c->insn->call->args[i];
	if (r.kind != REF_GLOBAL)
		return NULL;
	g = &unit->globals.v[r.idx];
	return g->is_literal && g->nbytes && !g->bytes[g->nbytes - 1] ? g->bytes : NULL;
}

/* The argument that the format merely repeats: itself, or what "%s" stands for. */
static uint32_t formatted(struct points_to *pt, const struct call *c, int format)
{
	const char *text = literal(pt, c, format);

	if (text && !strchr(text, '%'))
		return argument(pt, c, format);
	if (text && strcmp(text, "%s") == 0)
		return argument(pt, c, format + 1);
	return pt_value(pt, pt_unknown(pt));
}

/* A buffer that holds a text: as if the text's address stood at its beginning. */
static void print_into(struct points_to *pt, const struct call *c, int to, uint32_t text)
{
	uint32_t address = argument(pt, c, to);

	if (text)
		pt_add_rule(pt, address,
			    (struct pt_rule){ .kind = PTR_STORE,
					      .from = text,
					      .inst = c->inst,
					      .insn = c->insn });
}

static void apply_row(struct points_to *pt, const struct call *c, const struct call_row *row)
{
	switch (row->kind) {
	case CALL_COPY:
		copy_bytes(pt, c, argument(pt, c, row->a), argument(pt, c, row->b),
			   length(pt, c, row->c));
		pt_copy(pt, argument(pt, c, row->a), c->dst);
		break;
	case CALL_DUP:
		new_heap(pt, c);
		copy_bytes(pt, c, c->dst, argument(pt, c, row->a), length(pt, c, row->b));
		break;
	case CALL_TEXT:
	case CALL_SAME:
		pt_copy(pt, argument(pt, c, row->a), c->dst);
		break;
	case CALL_FORMAT:
		pt_copy(pt, formatted(pt, c, row->a), c->dst);
		break;
	case CALL_PRINT:
		print_into(pt, c, row->a, formatted(pt, c, row->b));
		break;
	case CALL_STRING:
		print_into(pt, c, row->a, argument(pt, c, row->b));
		break;
	}
}

/* ---- functions of the driver ---- */

static bool is_in_chain(const struct points_to *pt, uint32_t inst, uint32_t func)
{
	for (; inst; inst = pt->insts.v[inst].caller)
		if (pt->insts.v[inst].number == func)
			return true;
	return false;
}

static uint32_t instance_for(struct points_to *pt, const struct call *c, uint32_t func)
{
	const struct pt_func *f = &pt->funcs.v[func];

	if (!f->is_helper || pt->insts.v[c->inst].depth >= MAX_CLONE_DEPTH ||
	    pt->cloned + f->ninsns > MAX_CLONED || is_in_chain(pt, c->inst, func))
		return pt_common_inst(pt, func);
	pt->cloned += f->ninsns;
	return pt_new_inst(pt, (struct pt_inst){ .unit = f->unit,
						 .func = f->func,
						 .number = func,
						 .caller = c->inst,
						 .call = c->insn,
						 .depth = pt->insts.v[c->inst].depth + 1,
						 .tracks_ints = true });
}

static void bind(struct points_to *pt, const struct call *c, uint32_t inst)
{
	size_t n = pt->insts.v[inst].func->nparams;

	for (size_t i = 0; i < n && i < c->insn->call->nargs; i++) {
		struct ir_ref arg = c->insn->call->args[i];
		uint32_t node = pt_operand(pt, c->inst, arg), cell;

		if (!node && pt->insts.v[inst].tracks_ints)
			node = pt_int_operand(pt, c->inst, arg);
		if (!node)
			continue;
		cell = pt_local_cell(pt, inst, (uint32_t)i);
		pt_copy(pt, node, pt->cells.v[cell].down);
	}
	pt_copy(pt, pt->insts.v[inst].ret, c->dst);
}

/* ---- functions from outside ---- */

static bool is_sink(const struct points_to *pt, const char *name)
{
	vec_for_each_ptr(struct attr_sink, s, &pt->kinds->functions)
		if (strcmp(s->name, name) == 0)
			return true;
	return false;
}

static void call_outside(struct points_to *pt, const struct call *c, struct func_id to)
{
	const struct call_row *row = find_row(to.func->name);
	struct ctype_ref ret = { to.unit, to.func->ret_ctype };

	*vec_push(pt->arena, &pt->calls) = (struct pt_call){ c->inst, c->insn, to.unit, to.func };
	if (row) {
		apply_row(pt, c, row);
		return;
	}
	if (!c->dst)
		return;
	if (strstr(to.func->name, "alloc")) {
		new_heap(pt, c);
		return;
	}
	if (!pt->nodes.v[c->dst].hint)
		pt->nodes.v[c->dst].hint = pt_class(pt, ctype_pointee(ret));
	pt_add(pt, c->dst, pt_unknown(pt));
}

/* Bodies of the kernel's own functions that are known better are not looked into. */
static bool is_outside(const struct points_to *pt, const struct ir_func *f)
{
	return !f->is_defined || (f->in_header && (find_row(f->name) || is_sink(pt, f->name) ||
						   strstr(f->name, "alloc")));
}

static void call_function(struct points_to *pt, const struct call *c, struct func_id to,
			  bool is_direct)
{
	uint32_t func;

	if (is_outside(pt, to.func)) {
		call_outside(pt, c, to);
		return;
	}
	func = pt_func_number(pt, to.unit, to.func);
	bind(pt, c, is_direct ? instance_for(pt, c, func) : pt_common_inst(pt, func));
}

static struct call make_call(const struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	bool is_pointer = insn->type == IRT_PTR;

	return (struct call){ inst, insn, is_pointer ? pt->insts.v[inst].tmps[insn->dst] : 0 };
}

void pt_indirect_call(struct points_to *pt, uint32_t inst, const struct ir_insn *insn, uint32_t loc)
{
	struct call c = make_call(pt, inst, insn);
	const struct pt_obj *o = pt_obj_of(pt, loc);

	if (o->kind == PT_FUNC)
		call_function(pt, &c, (struct func_id){ o->unit, (struct ir_func *)o->func },
			      false);
	else if (o->kind == PT_UNKNOWN)
		pt_add(pt, c.dst, loc);
}

void pt_build_call(struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	struct call c = make_call(pt, inst, insn);
	struct ir_unit *unit = pt->insts.v[inst].unit;

	if (insn->op == OP_CALL && insn->call->callee.kind == REF_FUNC)
		call_function(pt, &c, program_func(pt->program, unit, insn->call->callee.idx),
			      true);
	else if (insn->op == OP_ICALL)
		pt_add_rule(pt, pt_operand(pt, inst, insn->arg[0]),
			    (struct pt_rule){ .kind = PTR_CALL, .inst = inst, .insn = insn });
}

/* ---- where a value was given ---- */

/* The parameter that @r is read from, in @param; false if it is something else. */
static bool is_parameter(const struct points_to *pt, uint32_t inst, struct ir_ref r,
			 uint32_t *param)
{
	const struct ir_insn *def = pt_def(pt, inst, r);

	for (int i = 0; i < 4 && def && def->op == OP_CAST; i++)
		def = pt_def(pt, inst, def->arg[0]);
	if (!def || def->op != OP_LOAD || def->arg[0].kind != REF_LOCAL)
		return false;
	*param = def->arg[0].idx;
	return *param < pt->insts.v[inst].func->nparams;
}

struct loc pt_writer_loc(const struct points_to *pt, const struct pt_writer *w)
{
	const struct ir_insn *insn = w->insn;
	uint32_t inst = w->inst, param;
	struct ir_ref value = insn->arg[1];

	if (insn->op != OP_STORE && insn->op != OP_MOVE)
		return insn->loc;
	while (pt->insts.v[inst].caller && is_parameter(pt, inst, value, &param)) {
		insn = pt->insts.v[inst].call;
		inst = pt->insts.v[inst].caller;
		if (param >= insn->call->nargs)
			break;
		value = insn->call->args[param];
	}
	return insn->loc;
}
