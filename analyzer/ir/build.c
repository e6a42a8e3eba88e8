// SPDX-License-Identifier: MIT
#include <stdarg.h>
#include <string.h>

#include "base/fatal.h"
#include "ir/build.h"
#include "ir/shape.h"

#define REF_IDX_END ((size_t)1 << 29) /* an index must fit in struct ir_ref */

struct ir_unit *ir_unit_new(struct arena *a, const char *path)
{
	struct ir_unit *u = arena_new_of(a, struct ir_unit);

	u->arena = a;
	u->path = path;
	return u;
}

/*
 * Constants and literals are shared with the most recent ones only: that
 * catches the 0s and 1s that crowd a function, and stays linear.
 */
#define CONSTS_LOOKED_AT 16

static bool const_equal(const struct ir_const *c, wide value, const char *name)
{
	if (c->value != value)
		return false;
	return c->name && name ? strcmp(c->name, name) == 0 : c->name == name;
}

struct ir_ref ir_const(struct ir_unit *u, wide value, const char *name)
{
	size_t n = u->consts.n;
	struct ir_const *c;

	for (size_t i = n; i-- && n - i <= CONSTS_LOOKED_AT;)
		if (const_equal(&u->consts.v[i], value, name))
			return ir_ref(REF_CONST, (uint32_t)i);
	BUG_ON(n >= REF_IDX_END);
	c = vec_push(u->arena, &u->consts);
	c->value = value;
	c->name = name;
	return ir_ref(REF_CONST, (uint32_t)n);
}

const struct ir_const *ir_const_of(const struct ir_unit *u, struct ir_ref r)
{
	BUG_ON(r.kind != REF_CONST || r.idx >= u->consts.n);
	return &u->consts.v[r.idx];
}

uint32_t ir_add_ctype(struct ir_unit *u, const struct ir_ctype *t)
{
	struct ir_ctype *new = vec_push(u->arena, &u->ctypes);

	*new = *t;
	if (t->kind != CT_POINTER && t->kind != CT_ARRAY)
		new->elem = -1;
	if (t->kind != CT_SCALAR)
		new->scalar = IRT_VOID;
	return (uint32_t)(u->ctypes.n - 1);
}

uint32_t ir_add_global(struct ir_unit *u, const struct ir_global *g)
{
	BUG_ON(u->globals.n >= REF_IDX_END);
	*vec_push(u->arena, &u->globals) = *g;
	return (uint32_t)(u->globals.n - 1);
}

uint32_t ir_add_string(struct ir_unit *u, const char *bytes, size_t n, struct loc loc)
{
	struct ir_global g = {
		.name = "",
		.ctype = -1,
		.size = n,
		.is_const = true,
		.is_defined = true,
		.is_literal = true,
		.nbytes = n,
		.loc = loc,
	};

	for (size_t i = 0; i < u->globals.n; i++) {
		const struct ir_global *old = &u->globals.v[i];

		if (old->is_literal && old->nbytes == n && memcmp(old->bytes, bytes, n) == 0)
			return (uint32_t)i;
	}
	g.bytes = arena_strndup(u->arena, bytes, n);
	return ir_add_global(u, &g);
}

uint32_t ir_add_func(struct ir_unit *u, const struct ir_func *f)
{
	BUG_ON(u->funcs.n >= REF_IDX_END);
	*vec_push(u->arena, &u->funcs) = *f;
	return (uint32_t)(u->funcs.n - 1);
}

void ir_add_reason(struct ir_unit *u, struct loc loc, const char *fmt, ...)
{
	struct unit_reason *r = vec_push(u->arena, &u->reasons);
	va_list ap;

	va_start(ap, fmt);
	r->text = arena_vprintf(u->arena, fmt, ap);
	va_end(ap);
	r->loc = loc;
}

uint32_t ir_add_local(struct ir_unit *u, struct ir_func *f, const struct ir_local *l)
{
	BUG_ON(f->locals.n >= REF_IDX_END);
	*vec_push(u->arena, &f->locals) = *l;
	return (uint32_t)(f->locals.n - 1);
}

uint32_t ir_add_block(struct ir_unit *u, struct ir_func *f)
{
	BUG_ON(f->blocks.n >= UINT32_MAX);
	vec_push(u->arena, &f->blocks)->rpo = UINT32_MAX;
	return (uint32_t)(f->blocks.n - 1);
}

bool ir_block_ended(const struct ir_func *f, uint32_t b)
{
	const struct ir_block *blk = &f->blocks.v[b];

	return blk->insns.n && ir_ops[blk->insns.v[blk->insns.n - 1].op].flags & IROP_TERMINATOR;
}

/* Keeping only what the opcode uses makes print and parse lose nothing. */
static void insn_normalise(struct ir_insn *insn)
{
	unsigned int shape = ir_shapes[insn->op];

	for (int i = ir_ops[insn->op].operands; i < 2; i++)
		insn->arg[i] = ir_ref(REF_NONE, 0);
	insn->dst = IR_NO_TMP;
	if (!(shape & IRM_TYPE))
		insn->type = IRT_VOID;
	if (!(shape & IRM_FROM))
		insn->from = IRT_VOID;
	if (!(shape & IRM_OFFSET))
		insn->offset = 0;
	if (!(shape & IRM_SIZE))
		insn->size = 0;
	if (!(shape & IRM_COUNT))
		insn->count = 0;
	if (!(shape & (IRM_TARGET | IRM_TARGETS)))
		insn->target[0] = 0;
	if (!(shape & IRM_TARGETS))
		insn->target[1] = 0;
	if (!(shape & IRM_CALL))
		insn->call = NULL;
	if (!(shape & IRM_SWITCH))
		insn->sw = NULL;
	if (!(shape & IRM_CONFIG))
		insn->is_config = false;
}

struct ir_ref ir_emit(struct ir_unit *u, struct ir_func *f, uint32_t b, struct ir_insn insn)
{
	struct ir_ref result = ir_ref(REF_NONE, 0);

	BUG_ON(b >= f->blocks.n || ir_block_ended(f, b) || f->ntmps >= REF_IDX_END);
	insn_normalise(&insn);
	if (insn.call && !(ir_shapes[insn.op] & IRM_CALLEE))
		insn.call->callee = ir_ref(REF_NONE, 0);
	if (ir_result_type(&insn) != IRT_VOID) {
		insn.dst = f->ntmps++;
		result = ir_ref(REF_TMP, insn.dst);
	}
	*vec_push(u->arena, &f->blocks.v[b].insns) = insn;
	return result;
}
