// SPDX-License-Identifier: MIT
/*
 * Constants: what an initialiser holds at an offset, and what a table of them
 * yields for an index that is not known: any of the elements in reach, for
 * numbers a set of values, for strings a text that may be any of them.
 */
#include <string.h>

#include "absint/lacking.h"
#include "absint/memory.h"
#include "base/fatal.h"

/* A constant of the driver acts as a switch; an element of a table does not. */
static unsigned int switch_flag(struct global_id g)
{
	int32_t t = g.global->ctype;

	return t >= 0 && g.unit->ctypes.v[t].kind == CT_ARRAY ? 0 : VF_CONFIG;
}

struct aval constant_of_init(struct engine *e, struct global_id g, const struct ir_init *in)
{
	struct aval v = { 0 };

	switch (in->value.kind) {
	case REF_CONST:
		v.k = g.unit->consts.v[in->value.idx].value;
		v.flags = switch_flag(g);
		if (g.unit->consts.v[in->value.idx].name)
			v.flags |= VF_NAMED_ERRNO;
		return v;
	case REF_GLOBAL:
		return value_address(
			region_of_global(e, program_global(e->prog, g.unit, in->value.idx)),
			in->addend);
	case REF_FUNC:
		return value_address(
			region_of_func(e, program_func(e->prog, g.unit, in->value.idx)), 0);
	default:
		BUG("initialiser of kind %d", in->value.kind);
	}
}

static const struct ir_init *init_at(const struct ir_global *g, uint64_t offset)
{
	size_t lo = 0, hi = g->inits.n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (g->inits.v[mid].offset < offset)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < g->inits.n && g->inits.v[lo].offset == offset ? &g->inits.v[lo] : NULL;
}

struct aval constant_load(struct engine *e, const struct contents *c, struct aval a, enum ir_type t)
{
	struct global_id g = region_get(e, a.region)->global;
	const struct ir_init *in;

	if (g.global->is_opaque || a.k < 0 || a.k >= (wide)g.global->size)
		return contents_unknown(e, c, a, t);
	if (g.global->bytes && ir_type_bits(t) == 8 && a.k < (wide)g.global->nbytes) {
		unsigned char byte = (unsigned char)g.global->bytes[a.k];

		return value_const(ir_type_signed(t) ? (signed char)byte : byte);
	}
	in = init_at(g.global, (uint64_t)a.k);
	if (in)
		return constant_of_init(e, g, in);
	return (struct aval){ .flags = switch_flag(g) };
}

/* ---- variable indices ---- */

#define MAX_ELEMENTS 4096 /* of a table that are looked at one by one */

/* The offsets base + i * step that a variable address may have, for i in lo..hi. */
struct elements {
	wide base, step, lo, hi;
	const char *doubt; /* why some of them may never be used */
};

/* Those inside the object of @size bytes; false if there is no such thing or too many. */
static bool clip_elements(struct elements *x, wide size)
{
	wide lo = x->lo, hi = x->hi;

	if (x->step <= 0 || x->base <= WIDE_MIN / 2 || x->base >= WIDE_MAX / 2)
		return false;
	/* base + i * step in 0..size-1 */
	if (lo < -x->base / x->step)
		lo = -x->base / x->step;
	while (lo <= hi && wide_add(x->base, wide_mul(lo, x->step)) < 0)
		lo++;
	if (hi > (size - 1 - x->base) / x->step)
		hi = (size - 1 - x->base) / x->step;
	x->lo = lo;
	x->hi = hi;
	return lo <= hi && hi - lo < MAX_ELEMENTS;
}

/* What @a, in @s or in any state, may point to. */
static bool elements_of(struct engine *e, const struct state *s, struct aval a, bool in_any_state,
			struct elements *x)
{
	const struct sym *y = sym_get(&e->syms, a.sym);
	struct aval index = { .sym = a.sym };
	struct range r;

	*x = (struct elements){ .base = a.k, .step = 1, .doubt = value_doubt(&e->syms, a) };
	if (y->kind == SYM_LINEAR && y->nterms == 1) {
		index.sym = y->term[0].sym;
		x->step = y->term[0].coef;
	} else if (y->kind == SYM_LINEAR) {
		return false;
	}
	r = in_any_state ? range_all() : eval(e, s, index);
	if (range_is_empty(&r))
		return false;
	x->lo = range_min(&r);
	x->hi = range_max(&r);
	return clip_elements(x, (wide)region_get(e, a.region)->global.global->size);
}

static bool is_table(const struct engine *e, struct aval a)
{
	const struct region *r = region_get(e, a.region);

	return a.sym && r->kind == REGION_GLOBAL && r->fill == FILL_INIT &&
	       !r->global.global->is_opaque;
}

#define for_each_element(x, offset)                                                                \
	for (wide i_ = (x)->lo, offset = (x)->base + i_ * (x)->step; i_ <= (x)->hi;                \
	     offset = (x)->base + ++i_ * (x)->step)

/* ---- numbers ---- */

/* The values that a constant global holds at the offsets of @x. */
static struct range table_values(struct global_id g, const struct elements *x)
{
	struct range values = { .n = 0 };

	for_each_element(x, o)
	{
		const struct ir_init *in = init_at(g.global, (uint64_t)o);
		struct range one = range_single(0); /* what no entry covers */

		if (in && in->value.kind == REF_CONST)
			one = range_single(g.unit->consts.v[in->value.idx].value);
		else if (in)
			one = range_of(4096, ((wide)1 << 64) - 4097); /* an object's address */
		values = range_union(&values, &one);
	}
	return values;
}

static struct range bytes_in(struct global_id g, const struct elements *x, bool is_signed)
{
	struct range values = { .n = 0 };

	for_each_element(x, o)
	{
		unsigned char b =
			o < (wide)g.global->nbytes ? (unsigned char)g.global->bytes[o] : 0;
		struct range one = range_single(is_signed ? (signed char)b : b);

		values = range_union(&values, &one);
	}
	return values;
}

static struct range values_in(struct global_id g, const struct elements *x, enum ir_type t)
{
	struct range r = g.global->bytes ? bytes_in(g, x, ir_type_signed(t)) : table_values(g, x);

	return range_clip(&r, ir_type_min(t), ir_type_max(t));
}

static struct aval load_number(struct engine *e, struct state *s, struct aval a, enum ir_type t,
			       const struct elements *now)
{
	struct global_id g = region_get(e, a.region)->global;
	struct sym_spec spec = { .range = type_range(t),
				 .deps = value_deps(&e->syms, a),
				 .what = g.global->name,
				 .doubt = now->doubt };
	struct sym_key key = sym_key_of(TAG_TABLE, (uint32_t)t, a);
	struct elements any;
	struct range values;
	struct aval v;

	if (elements_of(e, s, a, true, &any))
		spec.range = values_in(g, &any, t);
	v = sym_keyed(&e->syms, &key, &spec);
	values = values_in(g, now, t);
	assume_in(e, s, v, &values); /* this path's index narrows it here, not elsewhere */
	return v;
}

/* ---- strings ---- */

/* A key that tells apart what different ranges of an index lead to. */
static struct sym_key elements_key(enum sym_tag tag, uint32_t number, struct aval a,
				   const struct elements *x)
{
	struct sym_key key = sym_key_of(tag, number, a);

	key.part[4] = (uint64_t)x->lo;
	key.part[5] = (uint64_t)x->hi;
	return key;
}

/* Texts of which one will be used. */
struct choice {
	struct engine *e;
	struct state *s;
	struct text text;
	struct range lengths;
	size_t n;
	bool has_null;
	struct aval only; /* the address if all are the same */
	bool differ;
};

static bool choose(struct choice *c, struct aval address)
{
	struct text t = mem_text(c->e, c->s, address);
	struct range one;

	if (t.is_guess || !value_is_const(t.length))
		return false;
	if (c->n)
		c->text = text_any_of(&c->text, &t);
	else
		c->text = t;
	c->differ |= c->n && !value_same(c->only, address);
	c->only = address;
	c->n++;
	one = range_single(t.length.k);
	c->lengths = range_union(&c->lengths, &one);
	return true;
}

static struct text chosen_text(struct choice *c, const struct sym_key *key, const char *doubt)
{
	struct sym_spec spec = { .range = c->lengths, .doubt = doubt };
	struct text t = c->text;

	t.at = 0;
	for (int i = 0; i < TEXT_TRAIT_NR && doubt; i++)
		if (t.blame[i].what && !t.blame[i].doubt)
			t.blame[i].doubt = doubt;
	t.length = range_is_single(&c->lengths) ? value_const(range_min(&c->lengths))
						: sym_keyed(&c->e->syms, key, &spec);
	return t;
}

bool text_of_table(struct engine *e, struct state *s, struct aval a, struct text *t)
{
	struct choice c = { .e = e, .s = s };
	struct elements x;
	struct sym_key key;

	if (!is_table(e, a) || !elements_of(e, s, a, false, &x) || x.step == 1)
		return false;
	for_each_element(&x, o)
	{
		if (!choose(&c, value_address(a.region, o)))
			return false;
	}
	key = elements_key(TAG_STRLEN, 0, a, &x);
	*t = chosen_text(&c, &key, x.doubt);
	return true;
}

/* ---- pointers ---- */

/* All pointers among the elements of @x must lead to strings. */
static bool choose_pointees(struct choice *c, struct global_id g, const struct elements *x)
{
	for_each_element(x, o)
	{
		const struct ir_init *in = init_at(g.global, (uint64_t)o);
		struct aval v = in ? constant_of_init(c->e, g, in) : value_const(0);

		if (value_is_const(v) && !v.k)
			c->has_null = true;
		else if (!in || in->value.kind != REF_GLOBAL || !choose(c, v))
			return false;
	}
	return c->n > 0;
}

void text_at_pointer(struct engine *e, uint32_t sym, const struct text *t)
{
	struct region *r = region_get(e, address_region(e, sym));
	struct text *copy;

	if (r->text)
		return;
	copy = arena_new_of(e->arena, struct text);
	*copy = *t;
	r->text = copy;
	r->doubt = NULL;
}

static bool load_pointer(struct engine *e, struct state *s, struct aval a, const struct elements *x,
			 struct aval *v)
{
	struct global_id g = region_get(e, a.region)->global;
	struct choice c = { .e = e, .s = s };
	struct sym_spec spec = { .range = range_of(4096, ((wide)1 << 64) - 4097),
				 .deps = value_deps(&e->syms, a) | DEP_ADDRESS,
				 .what = g.global->name,
				 .doubt = x->doubt };
	struct range null = range_single(0);
	struct sym_key key;
	struct text t;

	if (!choose_pointees(&c, g, x))
		return false;
	*v = c.only;
	if (!c.differ && !c.has_null)
		return true;
	key = elements_key(TAG_STRLEN, 1, a, x);
	t = chosen_text(&c, &key, x->doubt);
	if (c.has_null)
		spec.range = range_union(&spec.range, &null);
	key = elements_key(TAG_TABLE, IRT_PTR, a, x);
	*v = sym_keyed(&e->syms, &key, &spec);
	text_at_pointer(e, v->sym, &t);
	return true;
}

/* Objects: which one is not told, only whether an element in reach is NULL. */
static bool load_object(struct engine *e, struct aval a, const struct elements *x, struct aval *v)
{
	struct global_id g = region_get(e, a.region)->global;
	struct sym_spec spec = { .range = { .n = 0 },
				 .deps = value_deps(&e->syms, a) | DEP_ADDRESS,
				 .what = g.global->name,
				 .doubt = x->doubt };
	struct sym_key key = elements_key(TAG_TABLE, IRT_PTR, a, x);
	size_t n = 0;

	for_each_element(x, o)
	{
		const struct ir_init *in = init_at(g.global, (uint64_t)o);
		bool is_object = in && in->value.kind == REF_GLOBAL;
		struct range one =
			is_object ? range_of(4096, ((wide)1 << 64) - 4097) : range_single(0);

		if (in && !is_object &&
		    (in->value.kind != REF_CONST || g.unit->consts.v[in->value.idx].value))
			return false;
		spec.range = range_union(&spec.range, &one);
		n += is_object;
	}
	if (!n)
		return false;
	*v = sym_keyed(&e->syms, &key, &spec);
	sym_get(&e->syms, v->sym)->at = a;
	return true;
}

/* Functions: which one is not told, only whether every element in reach has one. */
static bool load_function(struct engine *e, struct aval a, const struct elements *x, struct aval *v)
{
	struct global_id g = region_get(e, a.region)->global;
	struct sym_spec spec = { .range = range_of(4096, ((wide)1 << 64) - 4097),
				 .deps = value_deps(&e->syms, a) | DEP_ADDRESS,
				 .what = g.global->name };
	struct sym_key key = elements_key(TAG_TABLE, IRT_PTR, a, x);
	const char *lacking = NULL;
	struct range null = range_single(0);
	size_t n = 0;

	for_each_element(x, o)
	{
		const struct ir_init *in = init_at(g.global, (uint64_t)o);

		n += in && in->value.kind == REF_FUNC;
		if (!lacking && lacking_in_element(g, (uint64_t)o, (uint64_t)x->step))
			lacking = arena_printf(e->out, "element %d of '%s' has none",
					       (int)(o / x->step), g.global->name);
	}
	if (!n)
		return false;
	if (lacking)
		spec.range = range_union(&spec.range, &null);
	*v = sym_keyed(&e->syms, &key, &spec);
	sym_get(&e->syms, v->sym)->lacking = lacking;
	sym_get(&e->syms, v->sym)->at = a;
	return true;
}

struct aval table_load(struct engine *e, struct state *s, const struct contents *c, struct aval a,
		       enum ir_type t)
{
	struct elements x;
	struct aval v;

	if (!is_table(e, a) || ir_type_bits(t) < 8 || !elements_of(e, s, a, false, &x))
		return contents_unknown(e, c, a, t);
	if (t != IRT_PTR)
		return load_number(e, s, a, t, &x);
	return load_pointer(e, s, a, &x, &v) || load_object(e, a, &x, &v) ||
			       load_function(e, a, &x, &v)
		       ? v
		       : contents_unknown(e, c, a, t);
}
