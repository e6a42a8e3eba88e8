// SPDX-License-Identifier: MIT
/*
 * The rules of IR.md, checked in time linear in the unit (but for the inverse
 * Ackermann-like factor of dom.c). A function is walked twice: first what each
 * block is by itself and which instruction assigns each temporary, then, when
 * the targets are known to be sound, the operands.
 */
#include <stdarg.h>
#include <string.h>

#include "ir/dom.h"
#include "ir/shape.h"
#include "ir/text.h"
#include "ir/validate.h"

#define TMP_SLACK    64 /* numbers of temporaries that may be left out */
#define TYPE_NESTING 64 /* of a type by value: what reads it may recurse */

struct checker {
	const struct ir_unit *u;
	const struct ir_func *f;
	struct arena *a, *scratch;
	struct ir_spot *spot;
	const char *message; /* the first complaint */
	/* of the function at hand */
	struct definition {
		enum ir_type type; /* VOID: not assigned */
		uint32_t block;
		size_t at; /* the instruction's number in the function */
	} * defs;
	struct ir_dom *dom; /* built when a temporary crosses a block's end */
};

/* Where the check is: what a complaint names. */
static void enter(struct checker *c, int kind, size_t idx)
{
	c->spot->kind = kind;
	c->spot->idx = idx;
	c->spot->insn = 0;
}

/* Names are the source's own and may be hostile: they are escaped. */
static const char *spot_prefix(const struct checker *c)
{
	static const char *const kinds[] = {
		[IN_TYPE] = "type",
		[IN_GLOBAL] = "global",
		[IN_FUNC] = "func",
		[IN_INSN] = "func",
	};
	const struct ir_spot *s = c->spot;
	struct strbuf b;

	strbuf_init(&b, c->scratch);
	if (s->kind == IN_UNIT)
		return b.s;
	strbuf_addf(&b, "%s %zu", kinds[s->kind], s->idx);
	if (c->f && c->f->name) {
		strbuf_add(&b, " ");
		strbuf_add_escaped(&b, c->f->name, strlen(c->f->name), false);
	}
	if (s->kind == IN_INSN)
		strbuf_addf(&b, ", instruction %zu", s->insn);
	strbuf_add(&b, ": ");
	return b.s;
}

/* Keep the first complaint; always false, so that a check can end with it. */
static bool __attribute__((format(printf, 2, 3))) complain(struct checker *c, const char *fmt, ...)
{
	va_list ap;

	if (c->message)
		return false;
	va_start(ap, fmt);
	c->message = arena_printf(c->a, "%s%s", spot_prefix(c), arena_vprintf(c->scratch, fmt, ap));
	va_end(ap);
	return false;
}

/* ---- types ---- */

static bool check_ctype_index(struct checker *c, int32_t i)
{
	if (i >= -1 && (i < 0 || (size_t)i < c->u->ctypes.n))
		return true;
	return complain(c, "no type %d", i);
}

static bool check_field(struct checker *c, const struct ir_ctype *t, const struct ir_field *f)
{
	if (!f->name)
		return complain(c, "a member without a name");
	if (f->offset > t->size)
		return complain(c, "member \"%s\" lies outside", f->name);
	return check_ctype_index(c, f->ctype);
}

static bool check_ctype(struct checker *c, const struct ir_ctype *t)
{
	if ((unsigned int)t->kind >= IR_CTYPE_KINDS || (unsigned int)t->scalar >= IRT_NR)
		return complain(c, "unknown kind");
	if (t->kind != CT_SCALAR && t->scalar != IRT_VOID)
		return complain(c, "only a scalar has a scalar type");
	if (t->kind != CT_POINTER && t->kind != CT_ARRAY && t->elem != -1)
		return complain(c, "only a pointer or an array has elements");
	if (t->kind != CT_ARRAY && t->count)
		return complain(c, "only an array has a count");
	if (t->kind != CT_STRUCT && t->nfields)
		return complain(c, "only a struct has members");
	if (t->kind != CT_STRUCT && t->kind != CT_OPAQUE && t->is_own)
		return complain(c, "only a record is a unit's own");
	for (size_t i = 0; i < t->nfields; i++)
		if (!check_field(c, t, &t->fields[i]))
			return false;
	return check_ctype_index(c, t->elem);
}

static size_t contained_count(const struct ir_ctype *t)
{
	return t->kind == CT_ARRAY ? 1 : t->kind == CT_STRUCT ? t->nfields : 0;
}

static int32_t contained(const struct ir_ctype *t, size_t i)
{
	return t->kind == CT_ARRAY ? t->elem : t->fields[i].ctype;
}

/*
 * Types contain each other by value without cycles, and not too deep, so that
 * what looks into them may recurse: a topological order, outermost first.
 */
static bool check_nesting(struct checker *c)
{
	size_t n = c->u->ctypes.n, head = 0, tail = 0;
	const struct ir_ctype *types = c->u->ctypes.v;
	uint32_t *holders = arena_array(c->scratch, n, sizeof(*holders));
	uint32_t *depth = arena_array(c->scratch, n, sizeof(*depth));
	uint32_t *queue = arena_array(c->scratch, n, sizeof(*queue));

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < contained_count(&types[i]); k++)
			if (contained(&types[i], k) >= 0)
				holders[contained(&types[i], k)]++;
	for (size_t i = 0; i < n; i++)
		if (!holders[i])
			queue[tail++] = (uint32_t)i;
	while (head < tail) {
		uint32_t outer = queue[head++];

		for (size_t k = 0; k < contained_count(&types[outer]); k++) {
			int32_t in = contained(&types[outer], k);

			if (in < 0)
				continue;
			if (depth[in] <= depth[outer])
				depth[in] = depth[outer] + 1;
			if (depth[in] > TYPE_NESTING)
				return complain(c, "types nest too deep");
			if (--holders[in] == 0)
				queue[tail++] = (uint32_t)in;
		}
	}
	return tail == n || complain(c, "a type contains itself");
}

static bool check_ctypes(struct checker *c)
{
	for (size_t i = 0; i < c->u->ctypes.n; i++) {
		enter(c, IN_TYPE, i);
		if (!check_ctype(c, &c->u->ctypes.v[i]))
			return false;
	}
	enter(c, IN_UNIT, 0);
	return check_nesting(c);
}

/* ---- operands ---- */

static bool check_const(struct checker *c, wide v, enum ir_type t)
{
	char buf[WIDE_CHARS];

	if (t == IRT_OTHER || (v >= ir_type_min(t) && v <= ir_type_max(t)))
		return true;
	return complain(c, "%s does not fit %s", wide_format(v, buf), ir_type_name(t));
}

static bool check_same_type(struct checker *c, enum ir_type is, enum ir_type should)
{
	if (is == should)
		return true;
	return complain(c, "operand of type %s instead of %s", ir_type_name(is),
			ir_type_name(should));
}

/* Whether what @r refers to exists; what a temporary is, the caller looks at. */
static bool check_ref_exists(struct checker *c, struct ir_ref r)
{
	const size_t ends[] = {
		[REF_TMP] = c->f ? c->f->ntmps : 0,
		[REF_CONST] = c->u->consts.n,
		[REF_LOCAL] = c->f ? c->f->locals.n : 0,
		[REF_GLOBAL] = c->u->globals.n,
		[REF_FUNC] = c->u->funcs.n,
	};

	if (r.kind == REF_NONE || r.kind > REF_FUNC)
		return complain(c, "an operand is missing");
	return r.idx < ends[r.kind] || complain(c, "operand %u does not exist", r.idx);
}

/* A temporary is assigned before its use: earlier in the block, or in a block that dominates. */
static bool check_assigned(struct checker *c, uint32_t tmp, uint32_t block)
{
	const struct definition *d = &c->defs[tmp];

	if (d->type == IRT_VOID)
		return complain(c, "%%%u is never assigned", tmp);
	if (d->block == block)
		return d->at < c->spot->insn ||
		       complain(c, "%%%u is used before it is assigned", tmp);
	if (!c->dom)
		c->dom = ir_dom_build(c->f, c->scratch);
	return ir_dominates(c->dom, d->block, block) ||
	       complain(c, "%%%u is not assigned on every path", tmp);
}

/* @r is an operand of @type (VOID: of any) in @block. */
static bool check_operand(struct checker *c, struct ir_ref r, enum ir_type type, uint32_t block)
{
	if (!check_ref_exists(c, r))
		return false;
	if (r.kind == REF_TMP)
		return check_assigned(c, r.idx, block) &&
		       (type == IRT_VOID || check_same_type(c, c->defs[r.idx].type, type));
	if (r.kind == REF_CONST)
		return type == IRT_VOID || check_const(c, c->u->consts.v[r.idx].value, type);
	return type == IRT_VOID || check_same_type(c, IRT_PTR, type);
}

/* ---- globals ---- */

static bool check_init(struct checker *c, const struct ir_global *g, const struct ir_init *in)
{
	if ((unsigned int)in->type >= IRT_NR || in->type == IRT_VOID)
		return complain(c, "an initialiser without a type");
	if (in->offset > g->size || g->size - in->offset < ir_type_bytes(in->type))
		return complain(c, "an initialiser lies outside");
	if (in != g->inits.v && in->offset < in[-1].offset)
		return complain(c, "the initialisers are not in order");
	if (in->value.kind == REF_TMP || in->value.kind == REF_LOCAL)
		return complain(c, "an initialiser is not constant");
	if (in->value.kind == REF_CONST && in->addend)
		return complain(c, "only an address has an addend");
	if (!check_ref_exists(c, in->value))
		return false;
	return in->value.kind != REF_CONST ||
	       check_const(c, c->u->consts.v[in->value.idx].value, in->type);
}

static bool check_global(struct checker *c, const struct ir_global *g)
{
	if (!g->name)
		return complain(c, "no name");
	if (g->is_literal && !g->bytes)
		return complain(c, "a literal without bytes");
	if (g->nbytes > g->size || (g->nbytes && !g->bytes))
		return complain(c, "more bytes than the object has");
	if (!g->is_defined && (g->inits.n || g->bytes))
		return complain(c, "a declaration with an initialiser");
	vec_for_each_ptr(struct ir_init, in, &g->inits)
		if (!check_init(c, g, in))
			return false;
	return check_ctype_index(c, g->ctype);
}

/* ---- functions: the first walk ---- */

/* What an opcode doesn't use is 0, or printing would lose it. */
static bool is_unused_clear(const struct ir_insn *i)
{
	unsigned int shape = ir_shapes[i->op];

	return (shape & IRM_TYPE || !i->type) && (shape & IRM_FROM || !i->from) &&
	       (shape & IRM_OFFSET || !i->offset) && (shape & IRM_SIZE || !i->size) &&
	       (shape & IRM_COUNT || !i->count) && (shape & IRM_SWITCH || !i->sw) &&
	       (shape & (IRM_TARGET | IRM_TARGETS) || !i->target[0]) &&
	       (shape & IRM_TARGETS || !i->target[1]) && (shape & IRM_CALL || !i->call) &&
	       (shape & IRM_CONFIG || !i->is_config) &&
	       (shape & IRM_CALLEE || !i->call || i->call->callee.kind == REF_NONE);
}

static bool check_members(struct checker *c, const struct ir_insn *i)
{
	unsigned int shape = ir_shapes[i->op];

	if ((unsigned int)i->type >= IRT_NR || (unsigned int)i->from >= IRT_NR)
		return complain(c, "unknown type");
	if (!is_unused_clear(i))
		return complain(c, "a member that \"%s\" does not have", ir_ops[i->op].text);
	if ((shape & IRM_CALL && !i->call) || (shape & IRM_SWITCH && !i->sw))
		return complain(c, "a member is missing");
	if (shape & IRM_TYPE && i->type == IRT_VOID && !(shape & IRM_CALL))
		return complain(c, "\"%s\" of type void", ir_ops[i->op].text);
	if (shape & IRM_FROM && i->from == IRT_VOID)
		return complain(c, "a cast from void");
	return true;
}

static bool check_target(struct checker *c, uint32_t b)
{
	return b < c->f->blocks.n || complain(c, "no block %u", b);
}

static bool check_cases(struct checker *c, const struct ir_insn *i)
{
	for (size_t k = 0; k < i->sw->ncases; k++) {
		const struct ir_case *cs = &i->sw->cases[k];

		if (cs->low > cs->high)
			return complain(c, "an empty range");
		if (!check_const(c, cs->low, i->type) || !check_const(c, cs->high, i->type) ||
		    !check_target(c, cs->target))
			return false;
	}
	return check_target(c, i->sw->fallback);
}

static bool check_targets(struct checker *c, const struct ir_insn *i)
{
	unsigned int shape = ir_shapes[i->op];

	if (shape & IRM_SWITCH)
		return check_cases(c, i);
	if (shape & (IRM_TARGET | IRM_TARGETS) && !check_target(c, i->target[0]))
		return false;
	return !(shape & IRM_TARGETS) || check_target(c, i->target[1]);
}

static bool define(struct checker *c, const struct ir_insn *i, uint32_t block)
{
	enum ir_type type = ir_result_type(i);
	struct definition *d;

	if (type == IRT_VOID)
		return i->dst == IR_NO_TMP || complain(c, "a number for no result");
	if (i->dst >= c->f->ntmps)
		return complain(c, "%%%u is more than the function has", i->dst);
	d = &c->defs[i->dst];
	if (d->type != IRT_VOID)
		return complain(c, "%%%u is assigned twice", i->dst);
	*d = (struct definition){ type, block, c->spot->insn };
	return true;
}

static bool check_shape(struct checker *c, const struct ir_insn *i, uint32_t block, bool is_last)
{
	if ((unsigned int)i->op >= OP_NR)
		return complain(c, "unknown opcode");
	if (!check_members(c, i) || !check_targets(c, i))
		return false;
	if (!(ir_ops[i->op].flags & IROP_TERMINATOR) == is_last)
		return complain(c, is_last ? "the block does not end" : "the block has ended");
	return define(c, i, block);
}

/* ---- functions: the second walk ---- */

/*
 * What the operands of an opcode are: p pointer, t of insn->type, f of
 * insn->from, l a local, c a shift count, a anything, r what the function returns.
 */
static const char operand_kinds[OP_NR][3] = {
	[OP_LOAD] = "p",  [OP_STORE] = "pt", [OP_MOVE] = "pp",	[OP_ZERO] = "p",   [OP_SCOPE] = "l",
	[OP_FIELD] = "p", [OP_INDEX] = "pt", [OP_PDIFF] = "pp", [OP_ADD] = "tt",   [OP_SUB] = "tt",
	[OP_MUL] = "tt",  [OP_DIV] = "tt",   [OP_REM] = "tt",	[OP_AND] = "tt",   [OP_OR] = "tt",
	[OP_XOR] = "tt",  [OP_SHL] = "tc",   [OP_SHR] = "tc",	[OP_NEG] = "t",	   [OP_NOT] = "t",
	[OP_EQ] = "tt",	  [OP_NE] = "tt",    [OP_LT] = "tt",	[OP_LE] = "tt",	   [OP_GT] = "tt",
	[OP_GE] = "tt",	  [OP_CAST] = "f",   [OP_ICALL] = "p",	[OP_SWITCH] = "t", [OP_BR] = "a",
	[OP_RET] = "r",
};

static bool check_shift_count(struct checker *c, struct ir_ref r, uint32_t block)
{
	if (!check_operand(c, r, IRT_VOID, block))
		return false;
	if (r.kind == REF_CONST)
		return check_const(c, c->u->consts.v[r.idx].value, IRT_U64);
	if (r.kind == REF_TMP && ir_type_bits(c->defs[r.idx].type) >= 32)
		return true;
	return complain(c, "a shift count narrower than 32 bits");
}

static bool check_return(struct checker *c, struct ir_ref r, uint32_t block)
{
	if (r.kind == REF_NONE)
		return true;
	if (c->f->ret == IRT_VOID)
		return complain(c, "a value returned from a void function");
	return check_operand(c, r, c->f->ret, block);
}

static bool check_arg(struct checker *c, const struct ir_insn *i, int k, uint32_t block)
{
	switch (operand_kinds[i->op][k]) {
	case 'p':
		return check_operand(c, i->arg[k], IRT_PTR, block);
	case 't':
		return check_operand(c, i->arg[k], i->type, block);
	case 'f':
		return check_operand(c, i->arg[k], i->from, block);
	case 'l':
		return i->arg[k].kind == REF_LOCAL ? check_ref_exists(c, i->arg[k])
						   : complain(c, "a local expected");
	case 'c':
		return check_shift_count(c, i->arg[k], block);
	case 'a':
		return check_operand(c, i->arg[k], IRT_VOID, block);
	case 'r':
		return check_return(c, i->arg[k], block);
	default:
		return i->arg[k].kind == REF_NONE || complain(c, "too many operands");
	}
}

static bool check_call(struct checker *c, const struct ir_insn *i, uint32_t block)
{
	enum ir_type type = i->op == OP_ASM ? IRT_PTR : IRT_VOID;

	if (ir_shapes[i->op] & IRM_CALLEE &&
	    (i->call->callee.kind != REF_FUNC || i->call->callee.idx >= c->u->funcs.n))
		return complain(c, "no function to call");
	for (size_t k = 0; k < i->call->nargs; k++)
		if (!check_operand(c, i->call->args[k], type, block))
			return false;
	return true;
}

static bool check_operands(struct checker *c, const struct ir_insn *i, uint32_t block, bool is_last)
{
	(void)is_last;
	for (int k = 0; k < 2; k++)
		if (!check_arg(c, i, k, block))
			return false;
	return !i->call || check_call(c, i, block);
}

/* ---- functions ---- */

static bool check_each_insn(struct checker *c,
			    bool (*check)(struct checker *, const struct ir_insn *, uint32_t, bool))
{
	c->spot->insn = 0;
	for (size_t b = 0; b < c->f->blocks.n; b++) {
		const struct ir_block *blk = &c->f->blocks.v[b];

		for (size_t i = 0; i < blk->insns.n; i++, c->spot->insn++)
			if (!check(c, &blk->insns.v[i], (uint32_t)b, i + 1 == blk->insns.n))
				return false;
	}
	return true;
}

static bool check_locals(struct checker *c, const struct ir_func *f)
{
	if (f->is_defined && f->nparams > f->locals.n)
		return complain(c, "fewer locals than parameters");
	for (size_t i = 0; i < f->locals.n; i++) {
		const struct ir_local *l = &f->locals.v[i];

		if (!l->name)
			return complain(c, "local %zu has no name", i);
		if (l->is_param != (i < f->nparams))
			return complain(c, "local %zu: the first ones are the parameters", i);
		if (!check_ctype_index(c, l->ctype))
			return false;
	}
	return true;
}

static bool check_func_head(struct checker *c, const struct ir_func *f)
{
	if (!f->name || (unsigned int)f->ret >= IRT_NR)
		return complain(c, "no name or no type");
	if (f->is_defined != (f->blocks.n > 0))
		return complain(c, "a definition has blocks and a declaration has none");
	vec_for_each_ptr(struct ir_note, note, &f->notes)
		if (!note->text || (unsigned int)note->kind >= IR_NOTE_KINDS)
			return complain(c, "a note without text or of unknown kind");
	return check_ctype_index(c, f->ret_ctype) && check_locals(c, f);
}

static bool check_sizes(struct checker *c, const struct ir_func *f)
{
	size_t ninsns = 0;

	for (size_t b = 0; b < f->blocks.n; b++) {
		if (!f->blocks.v[b].insns.n)
			return complain(c, "block %zu is empty", b);
		ninsns += f->blocks.v[b].insns.n;
	}
	return f->ntmps <= ninsns + TMP_SLACK || complain(c, "more temporaries than instructions");
}

static bool check_func(struct checker *c, const struct ir_func *f, size_t idx)
{
	c->f = f;
	enter(c, IN_FUNC, idx);
	c->dom = NULL;
	if (!check_func_head(c, f) || !check_sizes(c, f))
		return false;
	c->defs = arena_array(c->scratch, f->ntmps, sizeof(*c->defs));
	c->spot->kind = IN_INSN;
	return check_each_insn(c, check_shape) && check_each_insn(c, check_operands);
}

/* ---- the unit ---- */

static bool check_facts(struct checker *c)
{
	enter(c, IN_UNIT, 0);
	if (!c->u->path || (unsigned int)c->u->status >= IR_STATUSES)
		return complain(c, "the unit has no path or no status");
	vec_for_each_ptr(struct unit_reason, r, &c->u->reasons)
		if (!r->text)
			return complain(c, "a reason without text");
	vec_for_each_ptr(struct ir_marker, m, &c->u->markers)
		if (!m->name)
			return complain(c, "a marker without a name");
	vec_for_each_ptr(struct ir_const, k, &c->u->consts)
		if (k->value > WIDE_MAX || k->value < WIDE_MIN)
			return complain(c, "a constant is too large");
	return true;
}

static bool check_unit(struct checker *c)
{
	if (!check_facts(c) || !check_ctypes(c))
		return false;
	for (size_t i = 0; i < c->u->globals.n; i++) {
		enter(c, IN_GLOBAL, i);
		if (!check_global(c, &c->u->globals.v[i]))
			return false;
	}
	for (size_t i = 0; i < c->u->funcs.n; i++)
		if (!check_func(c, &c->u->funcs.v[i], i))
			return false;
	return true;
}

const char *ir_validate_at(const struct ir_unit *u, struct arena *a, struct ir_spot *spot)
{
	struct checker c = { .u = u, .a = a, .scratch = arena_new(), .spot = spot };

	check_unit(&c);
	arena_drop(c.scratch);
	return c.message;
}

const char *ir_validate(const struct ir_unit *u, struct arena *a)
{
	struct ir_spot spot;

	return ir_validate_at(u, a, &spot);
}
