// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/value.h"
#include "base/fatal.h"

#define FIRST_SLOTS 1024

void symtab_init(struct symtab *t, struct arena *a)
{
	memset(t, 0, sizeof(*t));
	t->arena = a;
	t->cap = FIRST_SLOTS;
	t->slots = arena_array(a, t->cap, sizeof(*t->slots));
	(void)vec_push(a, &t->syms);
}

/* ---- the table ---- */

static uint64_t hash_key(const struct sym_key *k)
{
	uint64_t h = 0;

	for (int i = 0; i < SYM_KEY_PARTS; i++) {
		h = (h ^ k->part[i]) * 0x9e3779b97f4a7c15u;
		h ^= h >> 29;
	}
	return h;
}

static struct sym_slot *find_slot(const struct symtab *t, const struct sym_key *k)
{
	size_t i = hash_key(k) & (t->cap - 1);

	while (t->slots[i].sym && memcmp(&t->slots[i].key, k, sizeof(*k)) != 0)
		i = (i + 1) & (t->cap - 1);
	return &t->slots[i];
}

static void double_slots(struct symtab *t)
{
	struct sym_slot *old = t->slots;
	size_t n = t->cap;

	t->cap *= 2;
	t->slots = arena_array(t->arena, t->cap, sizeof(*t->slots));
	for (size_t i = 0; i < n; i++)
		if (old[i].sym)
			*find_slot(t, &old[i].key) = old[i];
}

static uint32_t sym_add(struct symtab *t, const struct sym *s)
{
	*vec_push(t->arena, &t->syms) = *s;
	return (uint32_t)(t->syms.n - 1);
}

static uint32_t sym_add_keyed(struct symtab *t, const struct sym_key *key, const struct sym *s)
{
	uint32_t n = sym_add(t, s);

	if (++t->n * 2 > t->cap)
		double_slots(t);
	*find_slot(t, key) = (struct sym_slot){ *key, n };
	return n;
}

static uint64_t tag_part(enum sym_tag tag, uint32_t number)
{
	return (uint64_t)tag << 56 | number;
}

static uint64_t base_part(struct aval v)
{
	return (uint64_t)v.region << 32 | v.sym;
}

struct sym_key sym_key_of(enum sym_tag tag, uint32_t number, struct aval v)
{
	return (struct sym_key){ { tag_part(tag, number), base_part(v), (uint64_t)v.k,
				   (uint64_t)(v.k >> 64) } };
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

struct aval sym_anything(struct symtab *t, const struct sym_spec *spec)
{
	struct aval v = sym_fresh(t, spec);

	sym_get(t, v.sym)->is_anything = true;
	return v;
}

#define MAX_PARTS 8 /* of a number, one inside the other */

/* Asking may add symbols: the table may move. */
static bool any_part(const struct symtab *t, uint32_t sym,
		     bool (*is)(const struct sym *y, const void *ctx), const void *ctx, bool deep,
		     int depth)
{
	if (!sym)
		return false;
	if (depth == MAX_PARTS)
		return deep;
	if (is(sym_get(t, sym), ctx))
		return true;
	for (size_t i = 0; sym_get(t, sym)->kind == SYM_LINEAR && i < sym_get(t, sym)->nterms; i++)
		if (any_part(t, sym_get(t, sym)->term[i].sym, is, ctx, deep, depth + 1))
			return true;
	return sym_get(t, sym)->kind == SYM_EXPR &&
	       (any_part(t, sym_get(t, sym)->a.sym, is, ctx, deep, depth + 1) ||
		any_part(t, sym_get(t, sym)->b.sym, is, ctx, deep, depth + 1));
}

bool sym_any(const struct symtab *t, uint32_t sym, bool (*is)(const struct sym *y, const void *ctx),
	     const void *ctx, bool deep)
{
	return any_part(t, sym, is, ctx, deep, 0);
}

static bool is_anything(const struct sym *y, const void *unused)
{
	(void)unused;
	return y->is_anything;
}

bool sym_leads_anywhere(const struct symtab *t, uint32_t sym)
{
	return sym_any(t, sym, is_anything, NULL, true);
}

static bool is_perhaps_user(const struct sym *y, const void *unused)
{
	(void)unused;
	return y->maybe_user;
}

/* "10 * n + digit" */
static bool is_of_digits(const struct sym *y, const void *unused)
{
	(void)unused;
	for (size_t i = 0; y->kind == SYM_LINEAR && y->deps & DEP_BYTES && i < y->nterms; i++)
		if (y->term[i].coef == 8 || y->term[i].coef == 10 || y->term[i].coef == 16)
			return true;
	return y->is_gathered;
}

void sym_inherit(struct symtab *t, uint32_t fresh, uint32_t from)
{
	struct sym *y = sym_get(t, fresh);

	y->is_gathered |= sym_any(t, from, is_of_digits, NULL, false);

	y->is_anything |= sym_leads_anywhere(t, from);
	y->maybe_user |= sym_any(t, from, is_perhaps_user, NULL, true);
}

struct aval sym_keyed(struct symtab *t, const struct sym_key *key, const struct sym_spec *spec)
{
	uint32_t n = find_slot(t, key)->sym;
	struct sym s;

	if (!n) {
		s = atom_of(spec);
		s.is_keyed = true;
		n = sym_add_keyed(t, key, &s);
	}
	return value_of_sym(n);
}

void sym_imply(struct symtab *t, uint32_t sym, const struct implication *what)
{
	struct implication *new;

	for (const struct implication *i = sym_get(t, sym)->implied; i; i = i->next)
		if (i->differ == what->differ && value_same(i->a, what->a) &&
		    value_same(i->b, what->b) && value_same(i->premise, what->premise) &&
		    range_equal(&i->provided, &what->provided))
			return;
	new = arena_new_of(t->arena, struct implication);
	*new = *what;
	new->next = sym_get(t, sym)->implied;
	sym_get(t, sym)->implied = new;
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
	return v.sym ? sym_get(t, v.sym)->deps : 0;
}

const char *value_doubt(const struct symtab *t, struct aval v)
{
	return v.sym ? sym_get(t, v.sym)->doubt : NULL;
}

static const char *either(const char *a, const char *b)
{
	return a ? a : b;
}

/*
 * Whether interval arithmetic gives just the values that op(a, b) can have. A
 * mask with holes, or two unknown numbers that may depend on each other, give
 * fewer.
 */
static bool is_exact(enum ir_op op, struct aval b)
{
	if (op == OP_CAST || ir_ops[op].flags & IROP_COMPARE)
		return true;
	if (!value_is_const(b))
		return false;
	return op == OP_AND ? b.k >= 0 && !(b.k & (b.k + 1)) : op != OP_OR && op != OP_XOR;
}

struct aval sym_expr(struct symtab *t, enum ir_op op, enum ir_type type, enum ir_type from,
		     struct aval a, struct aval b, const struct range *base)
{
	uint32_t kinds = (uint32_t)op << 16 | (uint32_t)type << 8 | (uint32_t)from;
	struct sym_key key = { { tag_part(TAG_EXPR, kinds), base_part(a), (uint64_t)a.k,
				 base_part(b), (uint64_t)b.k,
				 (uint64_t)(a.k >> 64) << 32 ^ (uint64_t)(b.k >> 64) } };
	uint32_t n = find_slot(t, &key)->sym;
	const char *inexact = is_exact(op, b) ? NULL : "the result of an operator is only bounded";
	struct sym s = { .kind = SYM_EXPR,
			 .base = *base,
			 .deps = value_deps(t, a) | value_deps(t, b),
			 .doubt = either(either(value_doubt(t, a), value_doubt(t, b)), inexact),
			 .op = op,
			 .type = type,
			 .from = from,
			 .a = a,
			 .b = b };

	if (ir_ops[op].flags & IROP_COMPARE) /* a yes or no rarely tells them */
		s.deps &= ~(unsigned int)(DEP_TIME | DEP_ADDRESS);
	return value_of_sym(n ? n : sym_add_keyed(t, &key, &s));
}

/* ---- sums ---- */

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

/* False if the sum has more terms, or larger factors, than a key can hold. */
static bool sum_key(const struct sum *s, int sign, struct sym_key *key)
{
	*key = (struct sym_key){ { tag_part(TAG_LINEAR, (uint32_t)s->n) } };
	if (s->n > SYM_TERMS)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		wide c = s->term[i].coef * sign;

		if (c > INT32_MAX || c < -INT32_MAX)
			return false;
		key->part[i + 1] = (uint64_t)s->term[i].sym << 32 | (uint32_t)(int32_t)c;
	}
	return true;
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

static uint32_t linear_new(struct symtab *t, const struct sum *s, const struct sym_key *key)
{
	struct sym y = { .kind = SYM_LINEAR, .nterms = s->n }, neg;
	struct sym_key twin;
	uint32_t n, other;

	describe_sum(t, s, &y);
	memcpy(y.term, s->term, s->n * sizeof(*s->term));
	neg = y;
	neg.base = range_scale(&y.base, -1);
	for (size_t i = 0; i < s->n; i++)
		neg.term[i].coef = -y.term[i].coef;
	n = sym_add_keyed(t, key, &y);
	neg.twin = n;
	sum_key(s, -1, &twin);
	other = sym_add_keyed(t, &twin, &neg); /* moves the table */
	sym_get(t, n)->twin = other;
	return n;
}

/*
 * A sum that no key can hold: a number of its own, its relations forgotten. The
 * same sum is the same number again, which is what a length that grows in a loop
 * needs; its key is a hash of 192 bits.
 */
static uint32_t sum_forget(struct symtab *t, const struct sum *s)
{
	struct sym_key key = { { tag_part(TAG_SUM, (uint32_t)s->n) } };
	struct sym y = { .kind = SYM_ATOM, .is_keyed = true };
	struct sum *parts;
	uint32_t known;

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 1; k <= 3; k++)
			key.part[k] = sym_key_mix(sym_key_mix(key.part[k] + k, s->term[i].sym),
						  (uint64_t)s->term[i].coef);
	known = find_slot(t, &key)->sym;
	if (known)
		return known;
	describe_sum(t, s, &y);
	y.doubt = either(y.doubt, "a sum of many values is not followed");
	parts = arena_new_of(t->arena, struct sum);
	*parts = *s;
	y.parts = parts;
	return sym_add_keyed(t, &key, &y);
}

uint32_t sum_find(const struct symtab *t, struct sum *s)
{
	struct sym_key key;

	if (s->n == 1 && s->term[0].coef == 1)
		return s->term[0].sym;
	sum_sort(s);
	return sum_key(s, 1, &key) ? find_slot(t, &key)->sym : 0;
}

static struct aval sum_value(struct symtab *t, struct sum *s)
{
	struct aval v = { .k = s->k };
	struct sym_key key;

	if (s->n == 0)
		return v;
	v.sym = sum_find(t, s);
	if (!v.sym)
		v.sym = sum_key(s, 1, &key) ? linear_new(t, s, &key) : sum_forget(t, s);
	return v;
}

struct sum sum_less(const struct symtab *t, struct aval a, wide c, struct aval b)
{
	struct sum s = { 0 };

	sum_add(t, &s, value_offset(a), 1);
	sum_add(t, &s, value_offset(b), wide_mul(-1, c));
	return s;
}

struct sum sum_of_difference(const struct symtab *t, struct aval a, struct aval b)
{
	return sum_less(t, a, 1, b);
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
