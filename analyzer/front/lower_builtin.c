// SPDX-License-Identifier: MIT
/*
 * Builtins of the compiler. Those of the C library are calls of the plain
 * name, for which there are models; a few are computed here; the rest is
 * OP_UNKNOWN, and what its pointer arguments point to is unknown after it.
 */
#include <string.h>

#include "front/lower_int.h"

typedef struct value builtin_fn(struct flow *f, CXCursor c, const char *name);

static CXCursor argument(CXCursor c, unsigned int i)
{
	return clang_Cursor_getArgument(c, i);
}

static enum ir_type result_type(CXCursor c)
{
	return ir_type_of(type_of(c));
}

static struct value no_value(void)
{
	return (struct value){ no_ref, IRT_VOID };
}

static struct value constant_p(struct flow *f, CXCursor c, const char *name)
{
	wide v;

	(void)name;
	return value_const(f, result_type(c), cursor_eval(c, &v) ? v : 0, NULL);
}

/* Bytes that remain, where the compiler doesn't know: all, or none for the minimum. */
static struct value object_size(struct flow *f, CXCursor c, const char *name)
{
	wide v, mode = 0;

	(void)name;
	if (!cursor_eval(c, &v)) {
		cursor_eval(argument(c, 1), &mode);
		v = mode < 2 ? -1 : 0;
	}
	return value_const(f, result_type(c), v, NULL);
}

static struct value first_argument(struct flow *f, CXCursor c, const char *name)
{
	(void)name;
	return lower_value_as(f, argument(c, 0), result_type(c));
}

static struct value only_effects(struct flow *f, CXCursor c, const char *name)
{
	int n = clang_Cursor_getNumArguments(c);

	(void)name;
	for (int i = 0; i < n; i++)
		lower_effect(f, argument(c, (unsigned int)i));
	return no_value();
}

static struct value unreachable(struct flow *f, CXCursor c, const char *name)
{
	(void)c;
	(void)name;
	emit(f, (struct ir_insn){ .op = OP_UNREACHABLE });
	return no_value();
}

static struct value trap(struct flow *f, CXCursor c, const char *name)
{
	uint32_t func = lower_func_named(f->lo, name, "void (void)", IRT_VOID);

	(void)c;
	f->lo->unit->funcs.v[func].is_noreturn = true;
	return emit_call(f, func, NULL, 0, IRT_VOID);
}

static struct value va_change(struct flow *f, CXCursor c, const char *name)
{
	struct ir_ref ap = lower_address(f, argument(c, 0));

	emit_clobber(f, &ap, 1, name + strlen("__builtin_"));
	return no_value();
}

static struct value unknown_pointer(struct flow *f, CXCursor c, const char *name)
{
	return value_unknown(f, result_type(c), name);
}

/* 0..127 is all that is promised of counts of bits. */
static struct value bit_count(struct flow *f, CXCursor c, const char *name)
{
	struct value v;
	wide k;

	if (cursor_pure_const(c, &k))
		return value_const(f, result_type(c), k, NULL);
	lower_value(f, argument(c, 0));
	v = value_unknown(f, IRT_U32, name);
	v = emit_binary(f, OP_AND, IRT_U32, v, value_const(f, IRT_U32, 127, NULL));
	return emit_cast(f, v, result_type(c));
}

static struct value byte_swap(struct flow *f, CXCursor c, const char *name)
{
	enum ir_type t = result_type(c);
	struct value v = lower_value_as(f, argument(c, 0), t), sum = value_const(f, t, 0, NULL);
	unsigned int bits = ir_type_bits(t);

	(void)name;
	for (unsigned int i = 0; i < bits; i += 8) {
		struct value down = value_const(f, IRT_U32, i, NULL);
		struct value up = value_const(f, IRT_U32, bits - 8 - i, NULL);
		struct value byte = emit_binary(f, OP_SHR, t, v, down);

		byte = emit_binary(f, OP_AND, t, byte, value_const(f, t, 0xff, NULL));
		sum = emit_binary(f, OP_OR, t, sum, emit_binary(f, OP_SHL, t, byte, up));
	}
	return sum;
}

/* ---- the table ---- */

static const struct builtin {
	const char *name; /* after "__builtin_" */
	builtin_fn *fn;
} builtins[] = {
	{ "assume_aligned", first_argument },
	{ "bswap16", byte_swap },
	{ "bswap32", byte_swap },
	{ "bswap64", byte_swap },
	{ "clrsb", bit_count },
	{ "clz", bit_count },
	{ "clzl", bit_count },
	{ "clzll", bit_count },
	{ "constant_p", constant_p },
	{ "ctz", bit_count },
	{ "ctzl", bit_count },
	{ "ctzll", bit_count },
	{ "dynamic_object_size", object_size },
	{ "expect", first_argument },
	{ "expect_with_probability", first_argument },
	{ "extract_return_addr", first_argument },
	{ "ffs", bit_count },
	{ "ffsl", bit_count },
	{ "ffsll", bit_count },
	{ "frame_address", unknown_pointer },
	{ "object_size", object_size },
	{ "parity", bit_count },
	{ "parityl", bit_count },
	{ "parityll", bit_count },
	{ "popcount", bit_count },
	{ "popcountl", bit_count },
	{ "popcountll", bit_count },
	{ "prefetch", only_effects },
	{ "return_address", unknown_pointer },
	{ "trap", trap },
	{ "unreachable", unreachable },
	{ "va_copy", va_change },
	{ "va_end", only_effects },
	{ "va_start", va_change },
};

/* Of the C library: the same function under its plain name. */
static const char *const library[] = {
	"abs",	      "alloca",	     "labs",	"llabs",   "memchr",	"memcmp",
	"memcpy",     "memmove",     "memset",	"printf",  "snprintf",	"sprintf",
	"strcasecmp", "strcat",	     "strchr",	"strcmp",  "strcpy",	"strcspn",
	"strlen",     "strncasecmp", "strncat", "strncmp", "strncpy",	"strndup",
	"strpbrk",    "strrchr",     "strspn",	"strstr",  "vsnprintf", "vsprintf",
};

static bool is_library(const char *name)
{
	for (size_t i = 0; i < sizeof(library) / sizeof(*library); i++)
		if (strcmp(library[i], name) == 0)
			return true;
	return false;
}

static struct value library_call(struct flow *f, CXCursor c, const char *name)
{
	CXType t = clang_getCursorType(clang_getCursorReferenced(c));
	uint32_t func = lower_func_named(f->lo, name, type_sig(f->lo, t), result_type(c));
	struct ir_ref *args;
	size_t n = lower_args(f, c, &args);

	return emit_call(f, func, args, n, result_type(c));
}

static struct value unknown_builtin(struct flow *f, CXCursor c, const char *name)
{
	int n = clang_Cursor_getNumArguments(c);
	struct ir_ref *args = arena_array(f->scratch, n > 0 ? (size_t)n : 1, sizeof(*args));
	size_t npointers = 0;
	wide k;

	if (cursor_pure_const(c, &k))
		return value_const(f, result_type(c), k, NULL);
	for (int i = 0; i < n; i++) {
		struct value v = lower_value(f, argument(c, (unsigned int)i));

		if (v.type == IRT_PTR)
			args[npointers++] = v.ref;
	}
	emit_clobber(f, args, npointers, name);
	if (result_type(c) == IRT_VOID)
		return no_value();
	return value_unknown(f, result_type(c), name);
}

/* __builtin_[su]{add,sub,mul}{,l,ll}_overflow: the operands' types say the rest. */
static bool is_overflow(const char *name, enum ir_op *op)
{
	static const struct {
		const char *name;
		enum ir_op op;
	} kinds[] = { { "add", OP_ADD }, { "sub", OP_SUB }, { "mul", OP_MUL } };
	const char *end = strstr(name, "_overflow");

	if (!end || strstr(name, "_overflow_p"))
		return false;
	for (size_t i = 0; i < 3; i++) {
		if (strncmp(name, kinds[i].name, 3) == 0 ||
		    ((*name == 's' || *name == 'u') && strncmp(name + 1, kinds[i].name, 3) == 0)) {
			*op = kinds[i].op;
			return true;
		}
	}
	return false;
}

struct value lower_builtin(struct flow *f, CXCursor c, const char *name)
{
	const char *plain = name + strlen("__builtin_");
	enum ir_op op;

	if (strncmp(name, "__builtin_", strlen("__builtin_")) != 0)
		return unknown_builtin(f, c, name);
	for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++)
		if (strcmp(builtins[i].name, plain) == 0)
			return builtins[i].fn(f, c, name);
	if (is_overflow(plain, &op))
		return lower_overflow(f, c, op);
	return is_library(plain) ? library_call(f, c, plain) : unknown_builtin(f, c, name);
}
