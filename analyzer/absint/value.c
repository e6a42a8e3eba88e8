// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/value.h"
#include "base/fatal.h"

void symtab_init(struct symtab *t, struct arena *a)
{
	memset(t, 0, sizeof(*t));
	t->arena = a;
	t->by_content = map_new(a);
	(void)vec_push(a, &t->syms);
}

static uint32_t sym_add(struct symtab *t, const struct sym *s)
{
	*vec_push(t->arena, &t->syms) = *s;
	return (uint32_t)(t->syms.n - 1);
}

/* Numbers are kept in the map as pointers to nothing: sym + 1 bytes into address space. */
static uint32_t find_content(const struct symtab *t, const char *key)
{
	return (uint32_t)(uintptr_t)map_get(t->by_content, key);
}

static uint32_t sym_add_keyed(struct symtab *t, const char *key, const struct sym *s)
{
	uint32_t n = sym_add(t, s);

	map_put(t->by_content, arena_strdup(t->arena, key), (void *)(uintptr_t)n);
	return n;
}

static struct aval value_of_sym(uint32_t sym)
{
	return (struct aval){ .sym = sym };
}

static struct sym atom_of(const struct sym_spec *spec)
{
	return (struct sym){ .kind = SYM_ATOM,
			     .base = spec->range,
			     .deps = spec->deps,
			     .doubt = spec->doubt,
			     .what = spec->what };
}

struct aval sym_fresh(struct symtab *t, const struct sym_spec *spec)
{
	struct sym s = atom_of(spec);

	return value_of_sym(sym_add(t, &s));
}

struct aval sym_named(struct symtab *t, const char *key, const struct sym_spec *spec)
{
	uint32_t n = find_content(t, key);
	struct sym s;

	if (!n) {
		s = atom_of(spec);
		n = sym_add_keyed(t, key, &s);
	}
	return value_of_sym(n);
}

const char *value_key(const struct symtab *t, struct aval v)
{
	char k[WIDE_CHARS];

	return arena_printf(t->arena, "%u:%u:%s", v.region, v.sym, wide_format(v.k, k));
}

bool value_same(struct aval a, struct aval b)
{
	return a.region == b.region && a.sym == b.sym && a.k == b.k;
}

struct aval value_offset(struct aval v)
{
	return (struct aval){ .sym = v.sym, .k = v.k };
}

unsigned int value_deps(const struct symtab *t, struct aval v)
{
	unsigned int flags = v.flags & VF_CONFIG ? DEP_CONFIG : 0;

	return (v.sym ? sym_get(t, v.sym)->deps : 0) | flags;
}

const char *value_doubt(const struct symtab *t, struct aval v)
{
	return v.sym ? sym_get(t, v.sym)->doubt : NULL;
}

static const char *either(const char *a, const char *b)
{
	return a ? a : b;
}

struct aval sym_expr(struct symtab *t, enum ir_op op, enum ir_type type, enum ir_type from,
		     struct aval a, struct aval b, const struct range *base)
{
	const char *key = arena_printf(t->arena, "x%d:%d:%d:%s:%s", (int)op, (int)type, (int)from,
				       value_key(t, a), value_key(t, b));
	uint32_t n = find_content(t, key);
	struct sym s = { .kind = SYM_EXPR,
			 .base = *base,
			 .deps = value_deps(t, a) | value_deps(t, b),
			 .doubt = either(value_doubt(t, a), value_doubt(t, b)),
			 .op = op,
			 .type = type,
			 .from = from,
			 .a = a,
			 .b = b };

	return value_of_sym(n ? n : sym_add_keyed(t, key, &s));
}

/* ---- sums ---- */

/* A sum on its way to a symbol: up to two LINEAR symbols' terms. */
struct sum {
	size_t n;
	struct term term[2 * SYM_TERMS];
	wide k;
};

static void sum_add_term(struct sum *s, uint32_t sym, wide coef)
{
	size_t i = 0;

	while (i < s->n && s->term[i].sym != sym)
		i++;
	if (i == s->n)
		s->term[s->n++] = (struct term){ sym, 0 };
	s->term[i].coef = wide_add(s->term[i].coef, coef);
	if (!s->term[i].coef)
		s->term[i] = s->term[--s->n];
}

static void sum_add(const struct symtab *t, struct sum *s, struct aval v, wide c)
{
	const struct sym *y = v.sym ? sym_get(t, v.sym) : NULL;

	s->k = wide_add(s->k, wide_mul(v.k, c));
	if (y && y->kind == SYM_LINEAR)
		for (size_t i = 0; i < y->nterms; i++)
			sum_add_term(s, y->term[i].sym, wide_mul(y->term[i].coef, c));
	else if (y)
		sum_add_term(s, v.sym, c);
}

static void sum_sort(struct sum *s)
{
	for (size_t i = 1; i < s->n; i++)
		for (size_t k = i; k && s->term[k].sym < s->term[k - 1].sym; k--) {
			struct term x = s->term[k];

			s->term[k] = s->term[k - 1];
			s->term[k - 1] = x;
		}
}

static const char *sum_key(const struct symtab *t, const struct sum *s, int sign)
{
	char c[WIDE_CHARS];
	const char *key = "l";

	for (size_t i = 0; i < s->n; i++)
		key = arena_printf(t->arena, "%s:%u*%s", key, s->term[i].sym,
				   wide_format(s->term[i].coef * sign, c));
	return key;
}

static void describe_sum(const struct symtab *t, const struct sum *s, struct sym *y)
{
	y->base = range_single(0);
	for (size_t i = 0; i < s->n; i++) {
		const struct sym *x = sym_get(t, s->term[i].sym);
		struct range part = range_scale(&x->base, s->term[i].coef);

		y->base = range_add(&y->base, &part);
		y->deps |= x->deps;
		y->doubt = either(y->doubt, x->doubt);
	}
}

static uint32_t linear_new(struct symtab *t, const struct sum *s, const char *key)
{
	struct sym y = { .kind = SYM_LINEAR, .nterms = s->n }, neg;
	uint32_t n;

	describe_sum(t, s, &y);
	memcpy(y.term, s->term, s->n * sizeof(*s->term));
	neg = y;
	neg.base = range_scale(&y.base, -1);
	for (size_t i = 0; i < s->n; i++)
		neg.term[i].coef = -y.term[i].coef;
	n = sym_add_keyed(t, key, &y);
	neg.twin = n;
	sym_get(t, n)->twin = sym_add_keyed(t, sum_key(t, s, -1), &neg);
	return n;
}

/* A sum with too many terms: a number of its own, its relations forgotten. */
static uint32_t sum_forget(struct symtab *t, const struct sum *s, const char *key)
{
	struct sym y = { .kind = SYM_ATOM };

	describe_sum(t, s, &y);
	y.doubt = either(y.doubt, "a sum of many values is not followed");
	return sym_add_keyed(t, key, &y);
}

static struct aval sum_value(struct symtab *t, struct sum *s)
{
	struct aval v = { .k = s->k };
	const char *key;

	if (s->n == 0)
		return v;
	if (s->n == 1 && s->term[0].coef == 1) {
		v.sym = s->term[0].sym;
		return v;
	}
	sum_sort(s);
	key = sum_key(t, s, 1);
	v.sym = find_content(t, key);
	if (!v.sym)
		v.sym = s->n > SYM_TERMS ? sum_forget(t, s, key) : linear_new(t, s, key);
	return v;
}

struct aval value_scale(struct symtab *t, struct aval v, wide c)
{
	struct sum s = { 0 };

	sum_add(t, &s, value_offset(v), c);
	return sum_value(t, &s);
}

static struct aval combine(struct symtab *t, struct aval a, struct aval b, wide c)
{
	struct sum s = { 0 };
	struct aval v;

	sum_add(t, &s, value_offset(a), 1);
	sum_add(t, &s, value_offset(b), c);
	v = sum_value(t, &s);
	v.flags = (a.flags | b.flags) & VF_CONFIG;
	return v;
}

struct aval value_add(struct symtab *t, struct aval a, struct aval b)
{
	struct aval v = combine(t, a, b, 1);

	v.region = a.region ? a.region : b.region;
	return v;
}

struct aval value_sub(struct symtab *t, struct aval a, struct aval b)
{
	struct aval v = combine(t, a, b, -1);

	v.region = b.region ? 0 : a.region;
	return v;
}
