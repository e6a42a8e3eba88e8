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

/* The first entry that does not begin before @offset: its number, or how many there are. */
static size_t entry_from(const struct ir_global *g, uint64_t offset)
{
	size_t lo = 0, hi = g->inits.n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (g->inits.v[mid].offset < offset)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static const struct ir_init *init_at(const struct ir_global *g, uint64_t offset)
{
	size_t i = entry_from(g, offset);

	return i < g->inits.n && g->inits.v[i].offset == offset ? &g->inits.v[i] : NULL;
}

#define LARGEST 8 /* bytes of a scalar */

bool constant_number(struct global_id g, uint64_t offset, enum ir_type t, wide *out)
{
	uint64_t size = ir_type_bytes(t), bits = 0;
	wide v;

	if (!size || size > LARGEST || t == IRT_PTR)
		return false;
	for (size_t i = entry_from(g.global, offset < LARGEST ? 0 : offset - LARGEST + 1);
	     i < g.global->inits.n && g.global->inits.v[i].offset < offset + size; i++) {
		const struct ir_init *in = &g.global->inits.v[i];
		int64_t by = (int64_t)(in->offset - offset);
		uint64_t is = 0;

		if (in->offset + ir_type_bytes(in->type) <= offset)
			continue;
		if (in->value.kind != REF_CONST || !ir_type_bytes(in->type))
			return false;
		is = (uint64_t)g.unit->consts.v[in->value.idx].value;
		if (ir_type_bytes(in->type) < LARGEST)
			is &= ((uint64_t)1 << 8 * ir_type_bytes(in->type)) - 1;
		bits |= by < 0 ? is >> -8 * by : is << 8 * by;
	}
	v = (wide)(size < LARGEST ? bits & (((uint64_t)1 << 8 * size) - 1) : bits);
	*out = v > ir_type_max(t) ? v - ((wide)1 << 8 * size) : v;
	return true;
}

struct aval constant_load(struct engine *e, const struct contents *c, struct aval a, enum ir_type t)
{
	struct global_id g = region_get(e, a.region)->global;
	const struct ir_init *in;
	wide v;

	if (g.global->is_opaque || a.k < 0 || a.k >= (wide)g.global->size)
		return contents_unknown(e, c, a, t);
	if (g.global->bytes && ir_type_bits(t) == 8 && a.k < (wide)g.global->nbytes) {
		unsigned char byte = (unsigned char)g.global->bytes[a.k];

		return value_const(ir_type_signed(t) ? (signed char)byte : byte);
	}
	in = init_at(g.global, (uint64_t)a.k);
	if (in && ir_type_bytes(in->type) == ir_type_bytes(t) &&
	    ir_type_signed(in->type) == ir_type_signed(t))
		return constant_of_init(e, g, in);
	if (t == IRT_PTR && !in)
		return (struct aval){ .flags = switch_flag(g) };
	if (!constant_number(g, (uint64_t)a.k, t, &v))
		return contents_unknown(e, c, a, t);
	return (struct aval){ .k = v, .flags = v ? 0 : switch_flag(g) };
}

/* ---- variable indices ---- */

static bool is_table(const struct engine *e, struct aval a)
{
	const struct region *r = region_get(e, a.region);

	return a.sym && r->kind == REGION_GLOBAL && r->fill == FILL_INIT &&
	       !r->global.global->is_opaque;
}

/* ---- numbers ---- */

/* The values that a constant global holds at the offsets of @x. */
static struct range table_values(struct global_id g, const struct rows *x, enum ir_type t)
{
	struct range values = { .n = 0 };

	for_each_row(x, o)
	{
		const struct ir_init *in = init_at(g.global, (uint64_t)o);
		struct range one = range_of(ir_type_min(t), ir_type_max(t));
		wide v;

		if (constant_number(g, (uint64_t)o, t, &v))
			one = range_single(v);
		else if (t == IRT_PTR && !in)
			one = range_single(0);
		else if (t == IRT_PTR && in->value.kind == REF_CONST)
			one = range_single(g.unit->consts.v[in->value.idx].value);
		else if (t == IRT_PTR)
			one = range_of(4096, ((wide)1 << 64) - 4097); /* an object's address */
		values = range_union(&values, &one);
	}
	return values;
}

static struct range bytes_in(struct global_id g, const struct rows *x, bool is_signed)
{
	struct range values = { .n = 0 };

	for_each_row(x, o)
	{
		unsigned char b =
			o < (wide)g.global->nbytes ? (unsigned char)g.global->bytes[o] : 0;
		struct range one = range_single(is_signed ? (signed char)b : b);

		values = range_union(&values, &one);
	}
	return values;
}

static struct range values_in(struct global_id g, const struct rows *x, enum ir_type t)
{
	struct range r =
		g.global->bytes ? bytes_in(g, x, ir_type_signed(t)) : table_values(g, x, t);

	return range_clip(&r, ir_type_min(t), ir_type_max(t));
}

static void note_element(struct engine *e, struct aval v, struct aval a, enum ir_type t)
{
	struct sym *y = sym_get(&e->syms, v.sym);

	y->element = a;
	y->type = t;
}

static struct aval load_number(struct engine *e, struct state *s, struct aval a, enum ir_type t,
			       const struct rows *now)
{
	struct global_id g = region_get(e, a.region)->global;
	struct sym_spec spec = { .range = type_range(t),
				 .deps = value_deps(&e->syms, a),
				 .what = g.global->name,
				 .doubt = now->doubt };
	struct sym_key key = sym_key_of(TAG_TABLE, (uint32_t)t, a);
	struct rows any;
	struct range values;
	struct aval v;

	if (rows_of(e, s, a, t, true, &any))
		spec.range = values_in(g, &any, t);
	v = sym_keyed(&e->syms, &key, &spec);
	note_element(e, v, a, t);
	values = values_in(g, now, t);
	assume_in(e, s, v, &values); /* this path's index narrows it here, not elsewhere */
	return v;
}

/* ---- strings ---- */

/* A key that tells apart what different ranges of an index lead to. */
static struct sym_key rows_key(enum sym_tag tag, uint32_t number, struct aval a,
			       const struct rows *x)
{
	struct sym_key key = sym_key_of(tag, number, a);

	key.part[4] = x->hash[0];
	key.part[5] = x->hash[1];
	return key;
}

/* Texts of which one will be used. */
struct choice {
	struct engine *e;
	struct state *s;
	const struct rows *rows;
	struct text text;
	struct range lengths;
	size_t n;
	bool has_null;
	struct aval only; /* the address if all are the same */
	bool differ;
};

/* Which row has a trait, and why it may never be chosen. */
static void blame_row(const struct choice *c, struct text *t, wide row, const char *table)
{
	const char *doubt = rows_fit(c->rows, row) == ROW_CERTAIN ? NULL : c->rows->doubt;
	char number[WIDE_CHARS];

	for (int i = 0; i < TEXT_TRAIT_NR; i++) {
		struct text_blame *b = &t->blame[i];

		if (!b->what)
			continue;
		if (c->rows->hi > c->rows->lo)
			b->what = arena_printf(c->e->out, "%s in row %s of '%s'", b->what,
					       wide_format(row, number), table);
		if (!b->doubt)
			b->doubt = doubt;
	}
}

static bool choose(struct choice *c, struct aval address, wide row, const char *table)
{
	struct text t = mem_text(c->e, c->s, address);
	struct range one;

	if (t.is_guess || !value_is_const(t.length))
		return false;
	blame_row(c, &t, row, table);
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

static struct text chosen_text(struct choice *c, const struct sym_key *key)
{
	struct sym_spec spec = { .range = c->lengths,
				 .doubt = c->rows->all_certain ? NULL : c->rows->doubt };
	struct text t = c->text;

	t.at = 0;
	t.length = range_is_single(&c->lengths) ? value_const(range_min(&c->lengths))
						: sym_keyed(&c->e->syms, key, &spec);
	return t;
}

bool text_of_table(struct engine *e, struct state *s, struct aval a, struct text *t)
{
	const char *table = region_get(e, a.region)->name;
	struct rows x;
	struct choice c = { .e = e, .s = s, .rows = &x };
	struct sym_key key;

	if (!is_table(e, a) || !rows_of(e, s, a, IRT_U8, false, &x) || x.step == 1)
		return false;
	for_each_row(&x, o)
	{
		if (!choose(&c, value_address(a.region, o), i_, table))
			return false;
	}
	if (!c.n)
		return false;
	key = rows_key(TAG_STRLEN, 0, a, &x);
	*t = chosen_text(&c, &key);
	return true;
}

/* ---- pointers ---- */

/* All pointers among the elements of @x must lead to strings. */
static bool choose_pointees(struct choice *c, struct global_id g)
{
	for_each_row(c->rows, o)
	{
		const struct ir_init *in = init_at(g.global, (uint64_t)o);
		struct aval v = in ? constant_of_init(c->e, g, in) : value_const(0);

		if (value_is_const(v) && !v.k)
			c->has_null = true;
		else if (!in || in->value.kind != REF_GLOBAL || !choose(c, v, i_, g.global->name))
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

static bool load_pointer(struct engine *e, struct state *s, struct aval a, const struct rows *x,
			 struct aval *v)
{
	struct global_id g = region_get(e, a.region)->global;
	struct choice c = { .e = e, .s = s, .rows = x };
	struct sym_spec spec = { .range = range_of(4096, ((wide)1 << 64) - 4097),
				 .deps = value_deps(&e->syms, a) | DEP_ADDRESS,
				 .what = g.global->name,
				 .doubt = x->doubt };
	struct range null = range_single(0);
	struct sym_key key;
	struct text t;

	if (!choose_pointees(&c, g))
		return false;
	*v = c.only;
	if (!c.differ && !c.has_null)
		return true;
	key = rows_key(TAG_STRLEN, 1, a, x);
	t = chosen_text(&c, &key);
	if (c.has_null)
		spec.range = range_union(&spec.range, &null);
	key = rows_key(TAG_TABLE, IRT_PTR, a, x);
	*v = sym_keyed(&e->syms, &key, &spec);
	note_element(e, *v, a, IRT_PTR);
	text_at_pointer(e, v->sym, &t);
	return true;
}

/* Objects: which one is not told, only whether an element in reach is NULL. */
static bool load_object(struct engine *e, struct aval a, const struct rows *x, struct aval *v)
{
	struct global_id g = region_get(e, a.region)->global;
	struct sym_spec spec = { .range = { .n = 0 },
				 .deps = value_deps(&e->syms, a) | DEP_ADDRESS,
				 .what = g.global->name,
				 .doubt = x->doubt };
	struct sym_key key = rows_key(TAG_TABLE, IRT_PTR, a, x);
	size_t n = 0;

	for_each_row(x, o)
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
	note_element(e, *v, a, IRT_PTR);
	return true;
}

/* Functions: which one is not told, only whether every element in reach has one. */
static bool load_function(struct engine *e, struct aval a, const struct rows *x, struct aval *v)
{
	struct global_id g = region_get(e, a.region)->global;
	struct sym_spec spec = { .range = range_of(4096, ((wide)1 << 64) - 4097),
				 .deps = value_deps(&e->syms, a) | DEP_ADDRESS,
				 .what = g.global->name };
	struct sym_key key = rows_key(TAG_TABLE, IRT_PTR, a, x);
	const char *lacking = NULL;
	struct range null = range_single(0);
	size_t n = 0;

	for_each_row(x, o)
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
	note_element(e, *v, a, IRT_PTR);
	return true;
}

/* The path may know more of the row than when the pointer was loaded. */
bool text_of_element(struct engine *e, struct state *s, struct aval a, struct text *t)
{
	uint32_t pointer = region_get(e, a.region)->pointer.sym;
	struct aval from = pointer ? sym_get(&e->syms, pointer)->element : value_const(0);
	struct rows x;
	struct choice c = { .e = e, .s = s, .rows = &x };
	struct sym_key key;

	if (!from.region || a.sym || a.k || !rows_of(e, s, from, IRT_PTR, false, &x) ||
	    !choose_pointees(&c, region_get(e, from.region)->global))
		return false;
	key = rows_key(TAG_STRLEN, 1, from, &x);
	*t = chosen_text(&c, &key);
	return true;
}

struct aval table_load(struct engine *e, struct state *s, const struct contents *c, struct aval a,
		       enum ir_type t)
{
	struct rows x;
	struct aval v;

	if (!is_table(e, a) || ir_type_bits(t) < 8 || !rows_of(e, s, a, t, false, &x))
		return contents_unknown(e, c, a, t);
	if (t != IRT_PTR)
		return load_number(e, s, a, t, &x);
	return load_pointer(e, s, a, &x, &v) || load_object(e, a, &x, &v) ||
			       load_function(e, a, &x, &v)
		       ? v
		       : contents_unknown(e, c, a, t);
}
