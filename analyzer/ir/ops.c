// SPDX-License-Identifier: MIT
#include "ir/ir.h"
#include "ir/shape.h"

#define R IROP_RESULT
#define T IROP_TERMINATOR
#define M IROP_MEMORY
#define C IROP_COMPARE

const struct ir_op_info ir_ops[OP_NR] = {
#define OP(name, text, operands, flags) [OP_##name] = { text, operands, flags },
#include "ir/ops.def"
#undef OP
};

#undef R
#undef T
#undef M
#undef C

const unsigned short ir_shapes[OP_NR] = {
	[OP_LOAD] = IRM_TYPE | IRM_SIZE,
	[OP_STORE] = IRM_TYPE | IRM_SIZE,
	[OP_MOVE] = IRM_SIZE,
	[OP_ZERO] = IRM_SIZE,
	[OP_FIELD] = IRM_OFFSET | IRM_SIZE,
	[OP_INDEX] = IRM_TYPE | IRM_SIZE | IRM_COUNT,
	[OP_PDIFF] = IRM_SIZE,
	[OP_ADD] = IRM_TYPE,
	[OP_SUB] = IRM_TYPE,
	[OP_MUL] = IRM_TYPE,
	[OP_DIV] = IRM_TYPE,
	[OP_REM] = IRM_TYPE,
	[OP_AND] = IRM_TYPE,
	[OP_OR] = IRM_TYPE,
	[OP_XOR] = IRM_TYPE,
	[OP_SHL] = IRM_TYPE,
	[OP_SHR] = IRM_TYPE,
	[OP_NEG] = IRM_TYPE,
	[OP_NOT] = IRM_TYPE,
	[OP_EQ] = IRM_TYPE,
	[OP_NE] = IRM_TYPE,
	[OP_LT] = IRM_TYPE,
	[OP_LE] = IRM_TYPE,
	[OP_GT] = IRM_TYPE,
	[OP_GE] = IRM_TYPE,
	[OP_CAST] = IRM_TYPE | IRM_FROM,
	[OP_CALL] = IRM_TYPE | IRM_CALL | IRM_CALLEE,
	[OP_ICALL] = IRM_TYPE | IRM_CALL,
	[OP_ASM] = IRM_CALL,
	[OP_UNKNOWN] = IRM_TYPE,
	[OP_JMP] = IRM_TARGET,
	[OP_BR] = IRM_TARGETS | IRM_CONFIG,
	[OP_SWITCH] = IRM_TYPE | IRM_SWITCH,
	[OP_RET] = IRM_OPTIONAL_ARG,
};

static const struct {
	const char *name;
	unsigned char bits;
	bool is_signed;
} types[IRT_NR] = {
	[IRT_VOID] = { "void", 0, true }, [IRT_BOOL] = { "bool", 1, false },
	[IRT_I8] = { "i8", 8, true },	  [IRT_U8] = { "u8", 8, false },
	[IRT_I16] = { "i16", 16, true },  [IRT_U16] = { "u16", 16, false },
	[IRT_I32] = { "i32", 32, true },  [IRT_U32] = { "u32", 32, false },
	[IRT_I64] = { "i64", 64, true },  [IRT_U64] = { "u64", 64, false },
	[IRT_PTR] = { "ptr", 64, false }, [IRT_OTHER] = { "other", 0, true },
};

unsigned int ir_type_bits(enum ir_type t)
{
	return types[t].bits;
}

unsigned int ir_type_bytes(enum ir_type t)
{
	return (types[t].bits + 7u) / 8;
}

bool ir_type_signed(enum ir_type t)
{
	return types[t].is_signed;
}

enum ir_type ir_int_type(long long bytes, bool is_signed)
{
	switch (bytes) {
	case 1:
		return is_signed ? IRT_I8 : IRT_U8;
	case 2:
		return is_signed ? IRT_I16 : IRT_U16;
	case 4:
		return is_signed ? IRT_I32 : IRT_U32;
	case 8:
		return is_signed ? IRT_I64 : IRT_U64;
	default:
		return IRT_OTHER;
	}
}

wide ir_type_min(enum ir_type t)
{
	unsigned int bits = types[t].bits ? types[t].bits : 64;

	return types[t].is_signed ? -((wide)1 << (bits - 1)) : 0;
}

wide ir_type_max(enum ir_type t)
{
	unsigned int bits = types[t].bits ? types[t].bits : 64;

	return ((wide)1 << (types[t].is_signed ? bits - 1 : bits)) - 1;
}

const char *ir_type_name(enum ir_type t)
{
	return types[t].name;
}

enum ir_type ir_result_type(const struct ir_insn *insn)
{
	if (!(ir_ops[insn->op].flags & IROP_RESULT))
		return IRT_VOID;
	if (ir_ops[insn->op].flags & IROP_COMPARE)
		return IRT_I32;
	if (insn->op == OP_FIELD || insn->op == OP_INDEX)
		return IRT_PTR;
	return insn->op == OP_PDIFF ? IRT_I64 : insn->type;
}

#define FLAG(type, word, member, is_negated)                                                       \
	{                                                                                          \
		word, offsetof(struct type, member), is_negated                                    \
	}

const struct ir_flag ir_global_flags[IR_GLOBAL_FLAGS] = {
	FLAG(ir_global, "static", is_static, false), FLAG(ir_global, "const", is_const, false),
	FLAG(ir_global, "extern", is_defined, true), FLAG(ir_global, "literal", is_literal, false),
	FLAG(ir_global, "opaque", is_opaque, false), FLAG(ir_global, "shared", is_shared, false),
};

const struct ir_flag ir_func_flags[IR_FUNC_FLAGS] = {
	FLAG(ir_func, "static", is_static, false),     FLAG(ir_func, "extern", is_defined, true),
	FLAG(ir_func, "noreturn", is_noreturn, false), FLAG(ir_func, "header", in_header, false),
	FLAG(ir_func, "variadic", is_variadic, false),
};

const char *const ir_ctype_kinds[IR_CTYPE_KINDS] = {
	[CT_SCALAR] = "scalar", [CT_POINTER] = "ptr", [CT_FUNCPTR] = "funcptr",
	[CT_STRUCT] = "struct", [CT_ARRAY] = "array", [CT_OPAQUE] = "opaque",
};

const char *const ir_note_kinds[IR_NOTE_KINDS] = {
	[IRN_CONFIGURED_OFF] = "configured-off",
	[IRN_DEGRADED] = "degraded",
};

const char *const ir_statuses[IR_STATUSES] = {
	[UNIT_ANALYZED] = "analyzed",
	[UNIT_INCOMPLETE] = "incomplete",
	[UNIT_FAILED] = "failed",
};

#define MAX_DIMENSIONS 32

int32_t ir_strip_arrays(const struct ir_unit *u, int32_t t)
{
	for (int i = 0; t >= 0 && u->ctypes.v[t].kind == CT_ARRAY && i < MAX_DIMENSIONS; i++)
		t = u->ctypes.v[t].elem;
	return t;
}
