// SPDX-License-Identifier: MIT
/*
 * Emission. Constants are folded here, exactly as C defines the operation; what
 * C leaves undefined (signed overflow, shifts too far, division by zero) is
 * emitted as it stands, for the analysis to see.
 */
#include <stdarg.h>
#include <string.h>

#include "front/lower_int.h"

const struct ir_ref no_ref = { .kind = REF_NONE };

/* ---- blocks ---- */

bool flow_is_dead(const struct flow *f)
{
	return ir_block_ended(flow_func(f), f->block);
}

uint32_t flow_block(struct flow *f)
{
	return ir_add_block(f->lo->unit, flow_func(f));
}

struct ir_ref emit(struct flow *f, struct ir_insn insn)
{
	if (flow_is_dead(f))
		f->block = flow_block(f);
	if (!insn.loc.path)
		insn.loc = f->loc;
	return ir_emit(f->lo->unit, flow_func(f), f->block, insn);
}

void flow_goto(struct flow *f, uint32_t block)
{
	if (!flow_is_dead(f))
		emit(f, (struct ir_insn){ .op = OP_JMP, .target = { block } });
}

void flow_start(struct flow *f, uint32_t block)
{
	flow_goto(f, block);
	f->block = block;
}

void flow_note(struct flow *f, struct loc loc, const char *fmt, ...)
{
	struct ir_note *note = vec_push(f->lo->unit->arena, &flow_func(f)->notes);
	va_list ap;

	va_start(ap, fmt);
	note->text = arena_vprintf(f->lo->unit->arena, fmt, ap);
	va_end(ap);
	note->kind = IRN_DEGRADED;
	note->loc = loc;
}

/* ---- values ---- */

struct value value_const(struct flow *f, enum ir_type t, wide v, const char *name)
{
	return (struct value){ ir_const(f->lo->unit, constant_wrap(t, v), name), t };
}

struct value value_unknown(struct flow *f, enum ir_type t, const char *why)
{
	struct ir_insn insn = { .op = OP_UNKNOWN, .type = t, .text = why };

	if (t == IRT_VOID)
		insn.type = IRT_I32;
	return (struct value){ emit(f, insn), insn.type };
}

bool value_is_const(const struct flow *f, struct value v, wide *out)
{
	if (v.ref.kind != REF_CONST)
		return false;
	*out = ir_const_of(f->lo->unit, v.ref)->value;
	return true;
}

/* Broken code uses calls of void functions as values. */
static struct value some_value(struct flow *f, struct value v)
{
	return v.ref.kind == REF_NONE ? value_unknown(f, IRT_OTHER, "no value") : v;
}

struct value emit_cast(struct flow *f, struct value v, enum ir_type to)
{
	struct ir_insn insn = { .op = OP_CAST, .type = to, .from = v.type, .arg = { v.ref } };
	const char *name;
	wide k;

	if (v.type == to || to == IRT_VOID || v.ref.kind == REF_NONE)
		return v;
	if (v.type == IRT_OTHER || to == IRT_OTHER)
		return value_unknown(f, to, "value of a type that is not followed");
	if (!value_is_const(f, v, &k))
		return (struct value){ emit(f, insn), to };
	name = constant_wrap(to, k) == k ? ir_const_of(f->lo->unit, v.ref)->name : NULL;
	return value_const(f, to, k, name);
}

/* ---- arithmetic ---- */

static bool fold_shift(enum ir_op op, enum ir_type t, wide a, wide b, wide *out)
{
	if (b < 0 || b >= (wide)ir_type_bits(t))
		return false;
	if (op == OP_SHR) {
		*out = a >> b;
		return true;
	}
	*out = ir_type_signed(t) ? a * ((wide)1 << b) : constant_wrap(t, (wide)((uwide)a << b));
	return true;
}

static bool fold(enum ir_op op, enum ir_type t, wide a, wide b, wide *out)
{
	if ((op == OP_DIV || op == OP_REM) && b == 0)
		return false;
	switch (op) {
	case OP_ADD:
		*out = a + b;
		break;
	case OP_SUB:
		*out = a - b;
		break;
	case OP_MUL:
		*out = (wide)((uwide)a * (uwide)b);
		break;
	case OP_DIV:
		*out = a / b;
		break;
	case OP_REM:
		*out = a % b;
		return a / b <= ir_type_max(t);
	case OP_AND:
		*out = a & b;
		break;
	case OP_OR:
		*out = a | b;
		break;
	case OP_XOR:
		*out = a ^ b;
		break;
	default:
		if (!fold_shift(op, t, a, b, out))
			return false;
	}
	if (!ir_type_signed(t))
		*out = constant_wrap(t, *out);
	return *out == constant_wrap(t, *out);
}

/* A shift's right operand is U32 or wider; the others agree with the result. */
static struct value right_operand(struct flow *f, enum ir_op op, enum ir_type t, struct value b)
{
	if (op != OP_SHL && op != OP_SHR)
		return emit_cast(f, b, t);
	if (ir_type_bits(b.type) == 64)
		return emit_cast(f, b, IRT_U64);
	return emit_cast(f, b, IRT_U32);
}

struct value emit_binary(struct flow *f, enum ir_op op, enum ir_type t, struct value a,
			 struct value b)
{
	wide x, y, r;

	a = some_value(f, a);
	b = some_value(f, b);
	if (t == IRT_OTHER || a.type == IRT_OTHER || b.type == IRT_OTHER)
		return value_unknown(f, t, "value of a type that is not followed");
	a = emit_cast(f, a, t);
	b = right_operand(f, op, t, b);
	if (value_is_const(f, a, &x) && value_is_const(f, b, &y) && fold(op, t, x, y, &r))
		return value_const(f, t, r, NULL);
	return (struct value){
		emit(f, (struct ir_insn){ .op = op, .type = t, .arg = { a.ref, b.ref } }), t
	};
}

static bool fold_compare(enum ir_op op, wide a, wide b)
{
	switch (op) {
	case OP_EQ:
		return a == b;
	case OP_NE:
		return a != b;
	case OP_LT:
		return a < b;
	case OP_LE:
		return a <= b;
	case OP_GT:
		return a > b;
	default:
		return a >= b;
	}
}

/* The usual arithmetic conversions: clang has inserted them, except where it hides casts. */
enum ir_type common_type(enum ir_type a, enum ir_type b)
{
	if (a == b)
		return a;
	if (a == IRT_OTHER || b == IRT_OTHER)
		return IRT_OTHER;
	if (a == IRT_PTR || b == IRT_PTR)
		return IRT_PTR;
	if (ir_type_bits(a) < 32 && ir_type_bits(b) < 32)
		return IRT_I32;
	if (ir_type_bits(a) == ir_type_bits(b))
		return ir_type_signed(a) ? b : a;
	return ir_type_bits(a) > ir_type_bits(b) ? a : b;
}

struct value emit_compare(struct flow *f, enum ir_op op, struct value a, struct value b)
{
	enum ir_type t;
	wide x, y;

	a = some_value(f, a);
	b = some_value(f, b);
	t = common_type(a.type, b.type);
	if (t == IRT_OTHER)
		return value_unknown(f, IRT_I32, "comparison of floating point");
	a = emit_cast(f, a, t);
	b = emit_cast(f, b, t);
	if (value_is_const(f, a, &x) && value_is_const(f, b, &y))
		return value_const(f, IRT_I32, fold_compare(op, x, y), NULL);
	return (struct value){
		emit(f, (struct ir_insn){ .op = op, .type = t, .arg = { a.ref, b.ref } }), IRT_I32
	};
}

struct value emit_unary(struct flow *f, enum ir_op op, struct value v)
{
	struct ir_insn insn = { .op = op, .type = v.type, .arg = { v.ref } };
	const char *name = NULL;
	wide k, r;

	if (v.type == IRT_OTHER || v.type == IRT_VOID)
		return value_unknown(f, IRT_OTHER, "value of a type that is not followed");
	if (!value_is_const(f, v, &k) ||
	    (op == OP_NEG && ir_type_signed(v.type) && k == ir_type_min(v.type)))
		return (struct value){ emit(f, insn), v.type };
	r = op == OP_NEG ? -k : ~k;
	if (op == OP_NEG && constant_wrap(v.type, r) == r)
		name = ir_const_of(f->lo->unit, v.ref)->name;
	return value_const(f, v.type, r, name);
}

/* ---- addresses and memory ---- */

static struct ir_ref const_address(struct flow *f, struct ir_ref base, wide bytes)
{
	wide at = ir_const_of(f->lo->unit, base)->value;

	return value_const(f, IRT_PTR, at + bytes, NULL).ref;
}

struct value emit_index(struct flow *f, struct ir_ref base, struct value index, int64_t size,
			uint64_t count)
{
	struct ir_insn insn = { .op = OP_INDEX, .type = index.type, .count = count };
	wide k;

	if (size < 0)
		return value_unknown(f, IRT_PTR, "elements of unknown size");
	if (index.type == IRT_OTHER || index.type == IRT_VOID)
		return value_unknown(f, IRT_PTR, "index of unknown type");
	if (value_is_const(f, index, &k) && base.kind == REF_CONST)
		return (struct value){ const_address(f, base, k * size), IRT_PTR };
	insn.size = (uint64_t)size;
	insn.arg[0] = base;
	insn.arg[1] = index.ref;
	return (struct value){ emit(f, insn), IRT_PTR };
}

struct ir_ref emit_field(struct flow *f, struct ir_ref base, uint64_t offset, uint64_t size,
			 const char *text)
{
	struct ir_insn insn = { .op = OP_FIELD, .arg = { base }, .offset = offset };

	if (base.kind == REF_CONST)
		return const_address(f, base, (wide)offset);
	insn.size = size;
	insn.text = text;
	return emit(f, insn);
}

struct value emit_load(struct flow *f, struct ir_ref addr, enum ir_type t, uint64_t size)
{
	struct ir_insn insn = { .op = OP_LOAD, .type = t, .arg = { addr } };

	if (t == IRT_OTHER)
		insn.size = size;
	return (struct value){ emit(f, insn), t };
}

void emit_store(struct flow *f, struct ir_ref addr, struct value v, uint64_t size)
{
	struct ir_insn insn = { .op = OP_STORE, .type = v.type, .arg = { addr, v.ref } };

	if (v.type == IRT_OTHER)
		insn.size = size;
	emit(f, insn);
}

void emit_move(struct flow *f, struct ir_ref to, struct ir_ref from, uint64_t size)
{
	if (size)
		emit(f, (struct ir_insn){ .op = OP_MOVE, .arg = { to, from }, .size = size });
}

void emit_clobber(struct flow *f, const struct ir_ref *addr, size_t n, const char *what)
{
	struct ir_call *call = arena_new_of(f->lo->unit->arena, struct ir_call);

	call->args = arena_array(f->lo->unit->arena, n ? n : 1, sizeof(*call->args));
	if (n)
		memcpy(call->args, addr, n * sizeof(*addr));
	call->nargs = n;
	emit(f, (struct ir_insn){ .op = OP_ASM, .call = call, .text = what });
}

void emit_scope(struct flow *f, uint32_t local)
{
	emit(f, (struct ir_insn){ .op = OP_SCOPE, .arg = { ir_ref(REF_LOCAL, local) } });
}

uint32_t flow_temp(struct flow *f, CXType t)
{
	int64_t size = type_size(t);
	struct ir_local l = { .name = "", .loc = f->loc };

	l.ctype = type_ctype(f->lo, t);
	l.size = size > 0 ? (uint64_t)size : 0;
	return ir_add_local(f->lo->unit, flow_func(f), &l);
}

uint32_t flow_temp_scalar(struct flow *f, enum ir_type t)
{
	struct ir_ctype ct = { .kind = CT_SCALAR, .scalar = t };
	struct ir_local l = { .name = "", .loc = f->loc };
	struct lower *lo = f->lo;
	const char *key;
	uintptr_t known;

	ct.size = t == IRT_BOOL ? 1 : t == IRT_OTHER ? 16 : ir_type_bits(t) / 8;
	l.size = ct.size;
	key = arena_printf(lo->scratch, "s%d %llu ", (int)t, (unsigned long long)ct.size);
	known = (uintptr_t)map_get(lo->ctypes, key);
	if (!known) {
		known = (uintptr_t)ir_add_ctype(lo->unit, &ct) + 1;
		map_put(lo->ctypes, key, (void *)known);
	}
	l.ctype = (int32_t)known - 1;
	return ir_add_local(lo->unit, flow_func(f), &l);
}

/* ---- control and calls ---- */

void emit_branch(struct flow *f, struct value v, uint32_t yes, uint32_t no, const char *text,
		 bool is_config)
{
	struct ir_insn insn = { .op = OP_BR, .target = { yes, no } };

	if (v.type == IRT_OTHER || v.type == IRT_VOID)
		v = value_unknown(f, IRT_I32, "a condition that is not followed");
	insn.arg[0] = v.ref;
	insn.text = text;
	insn.is_config = is_config;
	emit(f, insn);
}

struct value emit_call(struct flow *f, uint32_t func, const struct ir_ref *args, size_t n,
		       enum ir_type t)
{
	struct ir_call *call = arena_new_of(f->lo->unit->arena, struct ir_call);
	struct ir_insn insn = { .op = OP_CALL, .type = t, .call = call };
	struct value v = { .type = t };

	call->args = arena_array(f->lo->unit->arena, n ? n : 1, sizeof(*call->args));
	if (n)
		memcpy(call->args, args, n * sizeof(*args));
	call->nargs = n;
	call->callee = ir_ref(REF_FUNC, func);
	v.ref = emit(f, insn);
	if (f->lo->unit->funcs.v[func].is_noreturn)
		emit(f, (struct ir_insn){ .op = OP_UNREACHABLE });
	return v;
}
