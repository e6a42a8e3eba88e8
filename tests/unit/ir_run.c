// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/fatal.h"
#include "tests/unit/ir_run.h"

#define DEPTH_MAX 200
#define UNDEFINED 0xaa /* what memory holds before it is written */

/* ---- memory ---- */

static bool stop(struct ir_run *r, const struct ir_insn *insn, const char *why)
{
	if (!r->why) {
		r->why = why;
		if (insn)
			r->at = insn->loc;
	}
	return false;
}

static unsigned char *block_new(struct ir_run *r, size_t size)
{
	struct run_block *b = vec_push(r->arena, &r->blocks);

	b->base = arena_alloc(r->arena, size + 1);
	b->size = size;
	return b->base;
}

static bool is_inside(const struct run_block *b, uint64_t addr, size_t n)
{
	uint64_t base = (uint64_t)(uintptr_t)b->base;

	return addr >= base && addr - base <= b->size && n <= b->size - (addr - base);
}

static unsigned char *access_at(struct ir_run *r, uint64_t addr, size_t n)
{
	size_t last = r->last_block;

	if (last < r->blocks.n && is_inside(&r->blocks.v[last], addr, n))
		return (unsigned char *)(uintptr_t)addr;
	for (size_t i = r->blocks.n; i--;)
		if (is_inside(&r->blocks.v[i], addr, n)) {
			r->last_block = i;
			return (unsigned char *)(uintptr_t)addr;
		}
	return NULL;
}

/* ---- values ---- */

static size_t size_of(enum ir_type t)
{
	return t == IRT_BOOL ? 1 : ir_type_bits(t) / 8;
}

static uint64_t wrap(enum ir_type t, uint64_t v)
{
	unsigned int bits = ir_type_bits(t);

	if (t == IRT_BOOL)
		return v != 0;
	if (bits == 0 || bits == 64)
		return v;
	v &= ((uint64_t)1 << bits) - 1;
	if (ir_type_signed(t) && v >> (bits - 1))
		v |= ~(uint64_t)0 << bits;
	return v;
}

static uint64_t load(enum ir_type t, const unsigned char *p)
{
	uint64_t v = 0;

	memcpy(&v, p, size_of(t));
	return wrap(t, v);
}

struct frame {
	const struct ir_func *f;
	unsigned char **locals;
	struct run_value *tmps;
};

static uint64_t address_of(const void *p)
{
	return (uint64_t)(uintptr_t)p;
}

static struct run_value value_of(struct ir_run *r, const struct frame *fr, struct ir_ref ref)
{
	switch (ref.kind) {
	case REF_TMP:
		return fr->tmps[ref.idx];
	case REF_CONST:
		return (struct run_value){ .bits = (uint64_t)r->unit->consts.v[ref.idx].value };
	case REF_LOCAL:
		return (struct run_value){ .bits = address_of(fr->locals[ref.idx]) };
	case REF_GLOBAL:
		return (struct run_value){ .bits = address_of(r->globals[ref.idx]) };
	case REF_FUNC:
		return (struct run_value){ .bits = address_of(&r->funcs[ref.idx]) };
	default:
		return (struct run_value){ 0 };
	}
}

static uint64_t bits_of(struct ir_run *r, const struct frame *fr, const struct ir_insn *insn, int i)
{
	return value_of(r, fr, insn->arg[i]).bits;
}

/* ---- arithmetic ---- */

static bool divide(struct ir_run *r, const struct ir_insn *insn, uint64_t a, uint64_t b,
		   uint64_t *out)
{
	bool is_rem = insn->op == OP_REM;

	if (!b)
		return stop(r, insn, "division by zero");
	if (!ir_type_signed(insn->type))
		*out = is_rem ? a % b : a / b;
	else if ((int64_t)b == -1)
		*out = is_rem ? 0 : -a;
	else
		*out = (uint64_t)(is_rem ? (int64_t)a % (int64_t)b : (int64_t)a / (int64_t)b);
	return true;
}

static bool shift(struct ir_run *r, const struct ir_insn *insn, uint64_t a, uint64_t b,
		  uint64_t *out)
{
	if (b >= ir_type_bits(insn->type))
		return stop(r, insn, "shift too far");
	if (insn->op == OP_SHL)
		*out = a << b;
	else
		*out = ir_type_signed(insn->type) ? (uint64_t)((int64_t)a >> b) : a >> b;
	return true;
}

static bool compare(enum ir_op op, enum ir_type t, uint64_t a, uint64_t b)
{
	bool less = ir_type_signed(t) ? (int64_t)a < (int64_t)b : a < b;

	switch (op) {
	case OP_EQ:
		return a == b;
	case OP_NE:
		return a != b;
	case OP_LT:
		return less;
	case OP_GE:
		return !less;
	case OP_LE:
		return less || a == b;
	default:
		return !less && a != b;
	}
}

static bool compute(struct ir_run *r, const struct ir_insn *insn, uint64_t a, uint64_t b,
		    uint64_t *out)
{
	switch (insn->op) {
	case OP_ADD:
		*out = a + b;
		break;
	case OP_SUB:
		*out = a - b;
		break;
	case OP_MUL:
		*out = a * b;
		break;
	case OP_DIV:
	case OP_REM:
		if (!divide(r, insn, a, b, out))
			return false;
		break;
	case OP_AND:
		*out = a & b;
		break;
	case OP_OR:
		*out = a | b;
		break;
	case OP_XOR:
		*out = a ^ b;
		break;
	case OP_SHL:
	case OP_SHR:
		if (!shift(r, insn, a, b, out))
			return false;
		break;
	case OP_NEG:
		*out = -a;
		break;
	case OP_NOT:
		*out = ~a;
		break;
	case OP_CAST:
		*out = a;
		break;
	default:
		return stop(r, insn, "an opcode that is not run");
	}
	*out = wrap(insn->type, *out);
	return true;
}

/* ---- instructions ---- */

static bool run_load(struct ir_run *r, struct frame *fr, const struct ir_insn *insn)
{
	size_t n = insn->type == IRT_OTHER ? insn->size : size_of(insn->type);
	unsigned char *p = access_at(r, bits_of(r, fr, insn, 0), n), *copy;

	if (!p)
		return stop(r, insn, "load outside any object");
	if (insn->type != IRT_OTHER) {
		fr->tmps[insn->dst] = (struct run_value){ .bits = load(insn->type, p) };
		return true;
	}
	copy = arena_alloc(r->arena, n + 1);
	memcpy(copy, p, n);
	fr->tmps[insn->dst] = (struct run_value){ .bytes = copy, .nbytes = n };
	return true;
}

static bool run_store(struct ir_run *r, struct frame *fr, const struct ir_insn *insn)
{
	struct run_value v = value_of(r, fr, insn->arg[1]);
	size_t n = insn->type == IRT_OTHER ? v.nbytes : size_of(insn->type);
	unsigned char *p = access_at(r, bits_of(r, fr, insn, 0), n);

	if (!p)
		return stop(r, insn, "store outside any object");
	if (n)
		memcpy(p, insn->type == IRT_OTHER ? v.bytes : (unsigned char *)&v.bits, n);
	return true;
}

static bool run_bytes(struct ir_run *r, struct frame *fr, const struct ir_insn *insn)
{
	unsigned char *to = access_at(r, bits_of(r, fr, insn, 0), insn->size), *from = NULL;

	if (insn->op == OP_MOVE)
		from = access_at(r, bits_of(r, fr, insn, 1), insn->size);
	if (!to || (insn->op == OP_MOVE && !from))
		return stop(r, insn, "copy outside any object");
	if (from)
		memmove(to, from, insn->size);
	else
		memset(to, 0, insn->size);
	return true;
}

static bool run_func(struct ir_run *r, const struct ir_func *f, const struct run_value *args,
		     size_t n, struct run_value *result);

static bool run_call(struct ir_run *r, struct frame *fr, const struct ir_insn *insn)
{
	size_t n = insn->call->nargs;
	struct run_value *args = arena_array(r->arena, n + 1, sizeof(*args)), result = { 0 };
	uint64_t callee;

	for (size_t i = 0; i < n; i++)
		args[i] = value_of(r, fr, insn->call->args[i]);
	callee = insn->op == OP_CALL ? insn->call->callee.idx
				     : bits_of(r, fr, insn, 0) - address_of(r->funcs);
	if (callee >= r->unit->funcs.n)
		return stop(r, insn, "call of no function");
	if (!run_func(r, &r->unit->funcs.v[callee], args, n, &result))
		return stop(r, insn, "call");
	if (insn->type != IRT_VOID) {
		result.bits = wrap(insn->type, result.bits);
		fr->tmps[insn->dst] = result;
	}
	return true;
}

static bool run_insn(struct ir_run *r, struct frame *fr, const struct ir_insn *insn)
{
	uint64_t a = bits_of(r, fr, insn, 0), b = bits_of(r, fr, insn, 1), v = 0;

	switch (insn->op) {
	case OP_LOAD:
		return run_load(r, fr, insn);
	case OP_STORE:
		return run_store(r, fr, insn);
	case OP_MOVE:
	case OP_ZERO:
		return run_bytes(r, fr, insn);
	case OP_CALL:
	case OP_ICALL:
		return run_call(r, fr, insn);
	case OP_SCOPE:
		memset(fr->locals[insn->arg[0].idx], UNDEFINED,
		       fr->f->locals.v[insn->arg[0].idx].size);
		return true;
	case OP_FIELD:
		v = a + insn->offset;
		break;
	case OP_INDEX:
		v = a + b * insn->size;
		break;
	case OP_PDIFF:
		v = (uint64_t)((int64_t)(a - b) / (int64_t)insn->size);
		break;
	case OP_UNKNOWN:
		return stop(r, insn, insn->text);
	default:
		if (ir_ops[insn->op].flags & IROP_COMPARE)
			v = compare(insn->op, insn->type, a, b);
		else if (!compute(r, insn, a, b, &v))
			return false;
	}
	fr->tmps[insn->dst] = (struct run_value){ .bits = v };
	return true;
}

static uint32_t switch_target(const struct ir_insn *insn, uint64_t bits)
{
	wide v = ir_type_signed(insn->type) ? (wide)(int64_t)bits : (wide)bits;

	for (size_t i = 0; i < insn->sw->ncases; i++)
		if (v >= insn->sw->cases[i].low && v <= insn->sw->cases[i].high)
			return insn->sw->cases[i].target;
	return insn->sw->fallback;
}

static bool run_terminator(struct ir_run *r, struct frame *fr, const struct ir_insn *insn,
			   uint32_t *block)
{
	switch (insn->op) {
	case OP_JMP:
		*block = insn->target[0];
		return true;
	case OP_BR:
		*block = insn->target[bits_of(r, fr, insn, 0) ? 0 : 1];
		return true;
	case OP_SWITCH:
		*block = switch_target(insn, bits_of(r, fr, insn, 0));
		return true;
	default:
		return stop(r, insn, "reached what can't be reached");
	}
}

static bool run_blocks(struct ir_run *r, struct frame *fr, struct run_value *result)
{
	uint32_t block = 0;

	for (;;) {
		const struct ir_block *b = &fr->f->blocks.v[block];
		const struct ir_insn *last = &b->insns.v[b->insns.n - 1];

		for (const struct ir_insn *insn = b->insns.v; insn != last; insn++) {
			if (!r->steps--)
				return stop(r, insn, "too many steps");
			if (!run_insn(r, fr, insn))
				return false;
		}
		if (!r->steps--)
			return stop(r, last, "too many steps");
		if (last->op == OP_RET) {
			*result = value_of(r, fr, last->arg[0]);
			return true;
		}
		if (!run_terminator(r, fr, last, &block))
			return false;
	}
}

/* ---- functions ---- */

static void enter(struct ir_run *r, struct frame *fr, const struct run_value *args, size_t n)
{
	const struct ir_func *f = fr->f;

	fr->locals = arena_array(r->arena, f->locals.n + 1, sizeof(*fr->locals));
	fr->tmps = arena_array(r->arena, f->ntmps + 1, sizeof(*fr->tmps));
	for (size_t i = 0; i < f->locals.n; i++) {
		size_t size = f->locals.v[i].size;

		fr->locals[i] = block_new(r, size);
		memset(fr->locals[i], UNDEFINED, size);
		if (i >= f->nparams || i >= n)
			continue;
		if (args[i].bytes)
			memcpy(fr->locals[i], args[i].bytes,
			       args[i].nbytes < size ? args[i].nbytes : size);
		else
			memcpy(fr->locals[i], &args[i].bits, size < 8 ? size : 8);
	}
}

static bool run_func(struct ir_run *r, const struct ir_func *f, const struct run_value *args,
		     size_t n, struct run_value *result)
{
	struct frame fr = { .f = f };
	size_t mark = r->blocks.n;
	bool ok;

	if (!f->is_defined)
		return (r->external && r->external(r, f->name, args, n, result)) ||
		       stop(r, NULL, arena_printf(r->arena, "no function %s", f->name));
	if (r->depth == DEPTH_MAX)
		return stop(r, NULL, "calls nested too deeply");
	r->depth++;
	enter(r, &fr, args, n);
	ok = run_blocks(r, &fr, result);
	r->blocks.n = mark;
	r->depth--;
	return ok;
}

static void fill_global(struct ir_run *r, size_t idx)
{
	const struct ir_global *g = &r->unit->globals.v[idx];
	struct frame none = { 0 };

	if (g->bytes)
		memcpy(r->globals[idx], g->bytes, g->nbytes);
	vec_for_each_ptr(struct ir_init, in, &g->inits) {
		uint64_t v = value_of(r, &none, in->value).bits + (uint64_t)in->addend;

		memcpy(r->globals[idx] + in->offset, &v, size_of(in->type));
	}
}

struct ir_run *ir_run_new(struct arena *a, const struct ir_unit *u)
{
	struct ir_run *r = arena_new_of(a, struct ir_run);

	r->arena = a;
	r->unit = u;
	r->steps = 1000000;
	r->globals = arena_array(a, u->globals.n + 1, sizeof(*r->globals));
	r->funcs = arena_alloc(a, u->funcs.n + 1);
	for (size_t i = 0; i < u->globals.n; i++)
		r->globals[i] = block_new(r, u->globals.v[i].size);
	for (size_t i = 0; i < u->globals.n; i++)
		fill_global(r, i);
	return r;
}

bool ir_run_call(struct ir_run *r, const char *name, const struct run_value *args, size_t n,
		 struct run_value *result)
{
	vec_for_each_ptr(struct ir_func, f, &r->unit->funcs)
		if (strcmp(f->name, name) == 0)
			return run_func(r, f, args, n, result);
	return stop(r, NULL, "no such function");
}
