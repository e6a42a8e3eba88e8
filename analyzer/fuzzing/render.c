// SPDX-License-Identifier: MIT
/*
 * Formats without running the driver. A seed need not be right: a show whose
 * numbers come from the device is rendered with ones in their place, which is
 * near enough for a mutator that knows what a number is. A format of sscanf() is
 * read as what it would match; its arguments are places, not values.
 */
#include <string.h>

#include "base/strbuf.h"
#include "fuzzing/render.h"

#define MAX_DEPTH 8
#define MAX_WIDTH 512

struct renderer {
	struct arena *arena;
	const struct program *program;
	const struct func_id *func;
	const struct ir_insn *call;
	size_t next; /* argument */
	bool is_scan;
	struct strbuf out;
};

/* ---- what an operand is known to be ---- */

static const struct ir_insn *find_def(const struct ir_func *f, uint32_t tmp)
{
	vec_for_each_ptr(const struct ir_block, block, &f->blocks)
		vec_for_each_ptr(const struct ir_insn, insn, &block->insns)
			if (insn->dst == tmp && ir_result_type(insn) != IRT_VOID)
				return insn;
	return NULL;
}

/* A place in a variable: what it was initialised with. */
static bool find_init(struct renderer *r, struct ir_ref ref, uint64_t offset, int depth,
		      struct ir_unit **unit, struct ir_ref *value)
{
	const struct ir_insn *insn;
	struct global_id g;

	if (ref.kind == REF_TMP && depth < MAX_DEPTH) {
		insn = find_def(r->func->func, ref.idx);
		if (insn && insn->op == OP_FIELD)
			return find_init(r, insn->arg[0], offset + insn->offset, depth + 1, unit,
					 value);
		return false;
	}
	if (ref.kind != REF_GLOBAL)
		return false;
	g = program_global(r->program, r->func->unit, ref.idx);
	if (!g.global)
		return false;
	vec_for_each_ptr(const struct ir_init, init, &g.global->inits) {
		if (init->offset == offset) {
			*unit = g.unit;
			*value = init->value;
			return true;
		}
	}
	return false;
}

/* Follows casts and loads of initialised variables from @ref to a plain operand. */
static struct ir_ref resolve(struct renderer *r, struct ir_ref ref, struct ir_unit **unit)
{
	*unit = r->func->unit;
	for (int depth = 0; ref.kind == REF_TMP && depth < MAX_DEPTH; depth++) {
		const struct ir_insn *insn = find_def(r->func->func, ref.idx);

		if (!insn)
			break;
		if (insn->op == OP_CAST)
			ref = insn->arg[0];
		else if (insn->op != OP_LOAD || !find_init(r, insn->arg[0], 0, 0, unit, &ref))
			break;
		if (*unit != r->func->unit)
			break;
	}
	return ref;
}

static bool next_arg(struct renderer *r, struct ir_ref *ref, struct ir_unit **unit)
{
	*unit = r->func->unit;
	if (r->next >= r->call->call->nargs)
		return false;
	*ref = resolve(r, r->call->call->args[r->next++], unit);
	return true;
}

static long long next_number(struct renderer *r)
{
	struct ir_unit *unit;
	struct ir_ref ref;

	if (!r->is_scan && next_arg(r, &ref, &unit) && ref.kind == REF_CONST)
		return (long long)unit->consts.v[ref.idx].value;
	return 1;
}

static const char *literal(const struct program *p, struct ir_unit *unit, struct ir_ref ref)
{
	struct global_id g;

	if (ref.kind != REF_GLOBAL)
		return NULL;
	g = program_global(p, unit, ref.idx);
	if (!g.global || !g.global->bytes || !memchr(g.global->bytes, '\0', g.global->nbytes))
		return NULL;
	return g.global->bytes;
}

static const char *next_string(struct renderer *r)
{
	const char *text = NULL;
	struct ir_unit *unit;
	struct ir_ref ref;

	if (!r->is_scan && next_arg(r, &ref, &unit))
		text = literal(r->program, unit, ref);
	return text ? text : "x";
}

/* ---- conversions ---- */

/* A one in the place of what only a run knows is no letter of a version. */
static char letter_of(long long value)
{
	return value >= ' ' && value <= '~' ? (char)value : 'A';
}

/** struct spec - one conversion, as far as it changes the text. */
struct spec {
	bool is_left, is_zero, is_alternate;
	int width, precision; /* precision: -1 if none is given */
	char conversion;
};

static int read_number(struct renderer *r, const char **p)
{
	long n = 0;

	if (**p == '*') {
		(*p)++;
		n = (long)next_number(r);
	}
	for (; **p >= '0' && **p <= '9'; (*p)++)
		n = n < MAX_WIDTH ? n * 10 + (**p - '0') : n;
	return n < 0 ? 0 : n > MAX_WIDTH ? MAX_WIDTH : (int)n;
}

static struct spec read_spec(struct renderer *r, const char **p)
{
	struct spec s = { .precision = -1 };

	for (; **p && strchr("-+ #0", **p); (*p)++) {
		s.is_left |= **p == '-';
		s.is_zero |= **p == '0';
		s.is_alternate |= **p == '#';
	}
	s.width = read_number(r, p);
	if (**p == '.') {
		(*p)++;
		s.precision = read_number(r, p);
	}
	*p += strspn(*p, "hlLqjzt");
	s.conversion = **p;
	*p += s.conversion != '\0';
	return s;
}

static void add_padded(struct renderer *r, const struct spec *s, const char *text)
{
	const char *fill = s->is_zero && !s->is_left && s->conversion != 's' ? "0" : " ";
	size_t n = strlen(text);

	if (s->conversion == 's' && s->precision >= 0 && n > (size_t)s->precision)
		n = (size_t)s->precision;
	for (size_t i = n; !r->is_scan && !s->is_left && i < (size_t)s->width; i++)
		strbuf_add(&r->out, fill);
	strbuf_add_bytes(&r->out, text, n);
	for (size_t i = n; s->is_left && i < (size_t)s->width; i++)
		strbuf_addc(&r->out, ' ');
}

static const char *number_text(struct renderer *r, const struct spec *s, long long n)
{
	static const struct {
		const char *conversions, *format, *alternate;
	} rows[] = {
		{ "di", "%lld", "%lld" },  { "u", "%llu", "%llu" },  { "x", "%llx", "0x%llx" },
		{ "X", "%llX", "0X%llX" }, { "o", "%llo", "0%llo" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct strbuf b;

		if (!s->conversion || !strchr(rows[i].conversions, s->conversion))
			continue;
		strbuf_init(&b, r->arena);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		strbuf_addf(&b, s->is_alternate ? rows[i].alternate : rows[i].format, n);
#pragma GCC diagnostic pop
		if (s->precision > 0 && b.n < (size_t)s->precision)
			return arena_printf(r->arena, "%0*d%s", s->precision - (int)b.n, 0, b.s);
		return b.s;
	}
	return "";
}

/* "%[0-9a-f]": a character that the set has. */
static void add_set_member(struct renderer *r, const char **p)
{
	bool is_negated = **p == '^';
	const char *end = **p ? strchr(*p + 1, ']') : NULL;

	strbuf_addc(&r->out, is_negated || !**p ? 'x' : **p);
	*p = end ? end + 1 : *p + strlen(*p);
}

static void add_conversion(struct renderer *r, const char **p)
{
	struct spec s = read_spec(r, p);
	char one[2] = { 0 };

	if (s.conversion == '%') {
		strbuf_addc(&r->out, '%');
	} else if (s.conversion == '[' && r->is_scan) {
		add_set_member(r, p);
	} else if (s.conversion == 's') {
		add_padded(r, &s, next_string(r));
	} else if (s.conversion == 'c') {
		one[0] = letter_of(next_number(r));
		add_padded(r, &s, one);
	} else if (s.conversion == 'p') {
		next_number(r);
		*p += strspn(*p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
		add_padded(r, &s, "0");
	} else {
		add_padded(r, &s, number_text(r, &s, next_number(r)));
	}
}

static bool is_scan(const struct func_id *f, const struct ir_insn *call)
{
	return call->op == OP_CALL && call->call->callee.kind == REF_FUNC &&
	       strstr(f->unit->funcs.v[call->call->callee.idx].name, "scanf");
}

const char *render_call(struct arena *a, const struct program *p, const struct func_id *f,
			const struct ir_insn *call, size_t arg)
{
	struct renderer r = { a, p, f, call, .next = arg + 1, .is_scan = is_scan(f, call) };
	const char *format = literal(p, f->unit, call->call->args[arg]);

	if (!format || !strchr(format, '%') || arg + 1 >= call->call->nargs)
		return NULL;
	strbuf_init(&r.out, a);
	while (*format) {
		if (*format == '%') {
			format++;
			add_conversion(&r, &format);
		} else {
			strbuf_addc(&r.out, *format++);
		}
	}
	return r.out.s;
}
