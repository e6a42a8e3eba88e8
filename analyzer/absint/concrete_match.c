// SPDX-License-Identifier: MIT
/*
 * linux/parser.h: a table of {int token; const char *pattern;}, ended by a
 * NULL pattern, and substring_t { char *from, *to; } for what % stands for.
 */
#include <string.h>

#include "absint/concrete.h"

#define MAX_ARGS  3  /* MAX_OPT_ARGS */
#define ROW_SIZE  16 /* struct match_token */
#define MAX_ROWS  64
#define SUBSTRING 16 /* substring_t */

struct found {
	const char *from[MAX_ARGS], *to[MAX_ARGS];
	size_t n;
};

/* The end of what the conversion @letter takes of @s, NULL if that is nothing of its kind. */
static const char *end_of_arg(const char *s, char letter, size_t width)
{
	size_t all = strlen(s);
	unsigned int base = letter == 'o' ? 8 : letter == 'x' ? 16 : letter == 'u' ? 10 : 0;
	struct parsed_number p;
	bool minus = letter == 'd' && *s == '-';

	if (letter == 's')
		return all ? s + (width < all ? width : all) : NULL;
	p = parse_integer(s + minus, base, SIZE_MAX);
	return p.length ? s + minus + p.length : NULL;
}

/* match_one() of lib/parser.c. */
static bool matches(const char *s, const char *p, struct found *out)
{
	out->n = 0;
	for (;;) {
		size_t n = strcspn(p, "%"), width = 0;
		bool limited = false;

		if (strncmp(p, s, n) != 0)
			return false;
		s += n;
		p += n;
		if (!*p)
			return !*s;
		p++;
		if (*p == '%') {
			if (*s++ != '%')
				return false;
			p++;
			continue;
		}
		for (; *p >= '0' && *p <= '9'; p++, limited = true)
			width = width * 10 + (size_t)(*p - '0');
		if (out->n == MAX_ARGS || !*p)
			return false;
		out->from[out->n] = s;
		s = end_of_arg(s, *p++, limited ? width : SIZE_MAX);
		if (!s)
			return false;
		out->to[out->n++] = s;
	}
}

static void store_pointer(struct exact *x, size_t offset, const char *s, const char *at)
{
	struct aval to = value_add(&x->e->syms, exact_arg(x, 2), value_const((wide)offset));
	struct aval v = value_add(&x->e->syms, exact_arg(x, 0), value_const(at - s));

	mem_store(x->e, x->s, to, IRT_PTR, v);
}

static void store_args(struct exact *x, const char *s, const struct found *f)
{
	for (size_t i = 0; i < f->n && exact_arg(x, 2).region; i++) {
		store_pointer(x, i * SUBSTRING, s, f->from[i]);
		store_pointer(x, i * SUBSTRING + 8, s, f->to[i]);
	}
}

bool exact_match_token(struct exact *x)
{
	size_t n, m;
	const char *s = exact_string(x, 0, &n), *pattern;
	struct found f;

	for (size_t i = 0; s && exact_arg(x, 1).region && i < MAX_ROWS; i++) {
		struct aval row =
			value_add(&x->e->syms, exact_arg(x, 1), value_const((wide)i * ROW_SIZE));
		struct aval token = mem_load(x->e, x->s, row, IRT_I32), p;

		row = value_add(&x->e->syms, row, value_const(8));
		p = mem_load(x->e, x->s, row, IRT_PTR);
		if (!value_is_const(token))
			return false;
		if (value_is_const(p) && p.k == 0)
			return exact_result(x, token.k);
		pattern = p.region ? string_at(x->e, x->s, p, &m) : NULL;
		if (!pattern)
			return false;
		if (!matches(s, pattern, &f))
			continue;
		store_args(x, s, &f);
		return exact_result(x, token.k);
	}
	return false;
}

/* The text of the substring_t at argument @n. */
static const char *substring(struct exact *x, size_t n, size_t *length)
{
	struct aval at = exact_arg(x, n), from, to, d;

	if (!at.region)
		return NULL;
	from = mem_load(x->e, x->s, at, IRT_PTR);
	to = mem_load(x->e, x->s, value_add(&x->e->syms, at, value_const(8)), IRT_PTR);
	d = value_sub(&x->e->syms, to, from);
	if (!from.region || from.region != to.region || !value_is_const(d) || d.k < 0 || d.k > 4096)
		return NULL;
	*length = (size_t)d.k;
	return bytes_exactly(x->e, x->s, from, *length);
}

static const struct {
	const char *name;
	unsigned int base;
	enum ir_type type;
} match_numbers[] = {
	{ "match_int", 0, IRT_I32 },   { "match_uint", 0, IRT_U32 }, { "match_u64", 0, IRT_U64 },
	{ "match_octal", 8, IRT_I32 }, { "match_hex", 16, IRT_I32 },
};

bool exact_match_number(struct exact *x)
{
	size_t n, i = 0;
	const char *s = substring(x, 0, &n);
	struct parsed_number p;
	bool minus;
	wide v;

	while (i < sizeof(match_numbers) / sizeof(*match_numbers) &&
	       strcmp(match_numbers[i].name, x->m->name) != 0)
		i++;
	if (!s || i == sizeof(match_numbers) / sizeof(*match_numbers))
		return false;
	minus = *s == '-';
	p = parse_integer(s + minus, match_numbers[i].base, SIZE_MAX);
	v = minus ? -(wide)p.value : (wide)p.value;
	if (!p.length || s[minus + p.length])
		return exact_result(x, -(wide)22 /* EINVAL */);
	if (p.overflow || v < ir_type_min(match_numbers[i].type) ||
	    v > ir_type_max(match_numbers[i].type))
		return exact_result(x, -(wide)34 /* ERANGE */);
	mem_store(x->e, x->s, exact_arg(x, 1), match_numbers[i].type, value_const(v));
	return exact_result(x, 0);
}

bool exact_match_strdup(struct exact *x)
{
	size_t n;
	const char *s = substring(x, 0, &n);

	return s && exact_fresh(x, s, n + 1);
}

bool exact_match_strlcpy(struct exact *x)
{
	size_t n, size;
	const char *s = substring(x, 1, &n);

	if (!s || !exact_size(x, 2, &size))
		return false;
	if (size) {
		size_t fits = n < size ? n : size - 1;

		if (!bytes_put(x->e, x->s, exact_arg(x, 0), arena_strndup(x->e->arena, s, fits),
			       fits + 1))
			return false;
	}
	return exact_result(x, (wide)n);
}
