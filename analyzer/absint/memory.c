// SPDX-License-Identifier: MIT
/*
 * Memory: regions of bytes and cells of known value in them. What is known of
 * the string in a region is kept by text.c.
 *
 * The page that show fills and the buffer that store gets are regions like any
 * other, with two liberties. The page begins zeroed, so its string grows
 * exactly by what is appended at its end, and "length" is the count of bytes
 * written that MV104 compares with the return value. The user's buffer never
 * changes: equal reads give equal symbols, all of them depending on the bytes.
 *
 * Limits: a write with a variable index forgets what it may have hit; two
 * outside pointers are taken not to alias each other's cells.
 */
#include <stdio.h>
#include <string.h>

#include "absint/bytes.h"
#include "absint/given.h"
#include "absint/identity.h"
#include "absint/input.h"
#include "absint/kept_limit.h"
#include "absint/memory.h"
#include "absint/prepare.h"
#include "absint/trial.h"
#include "base/fatal.h"

#define MANY_CELLS 256 /* of the page */

uint32_t region_new(struct engine *e, const struct region *r)
{
	*vec_push(e->arena, &e->regions) = *r;
	return (uint32_t)(e->regions.n - 1);
}

uint32_t region_keyed(struct engine *e, const char *key, const struct region *r)
{
	uint32_t n = (uint32_t)(uintptr_t)map_get(e->region_by_key, key);

	if (!n) {
		n = region_new(e, r);
		map_put(e->region_by_key, arena_strdup(e->arena, key), (void *)(uintptr_t)n);
	}
	return n;
}

static const char *set_elsewhere(struct engine *e, const char *name)
{
	return arena_printf(e->out, "'%s' is set elsewhere", name);
}

uint32_t region_of_global(struct engine *e, struct global_id g)
{
	bool constant = prepare_is_constant(e->prepared, g.global);
	struct region r = { .kind = REGION_GLOBAL,
			    .fill = constant ? FILL_INIT : FILL_UNKNOWN,
			    .name = g.global->name,
			    .size = value_const((wide)g.global->size),
			    .size_known = g.global->size != 0,
			    .global = g };
	char key[32];

	snprintf(key, sizeof(key), "g%p", (void *)g.global);
	if (!constant)
		r.doubt = set_elsewhere(e, g.global->name);
	return region_keyed(e, key, &r);
}

uint32_t region_of_func(struct engine *e, struct func_id f)
{
	struct region r = { .kind = REGION_FUNC, .name = f.func->name, .func = f };
	char key[32];

	snprintf(key, sizeof(key), "f%p", (void *)f.func);
	return region_keyed(e, key, &r);
}

uint32_t address_region(struct engine *e, uint32_t sym)
{
	struct region r = { .kind = REGION_OUTSIDE, .fill = FILL_UNKNOWN };
	const char *what = sym ? sym_get(&e->syms, sym)->what : NULL;
	char key[32];

	snprintf(key, sizeof(key), "p%u", sym);
	r.name = what ? what : "memory of the driver";
	r.doubt = set_elsewhere(e, r.name);
	r.pointer = (struct aval){ .sym = sym };
	r.is_anywhere = sym_leads_anywhere(&e->syms, sym);
	return region_keyed(e, key, &r);
}

struct aval address_of(struct engine *e, struct state *s, struct aval v)
{
	v = simplify_value(e, s, v);
	if (v.region)
		return v;
	v.region = address_region(e, v.sym);
	v.sym = 0;
	return v;
}

/* An object that a pointer found in memory may lead to: it was linked there meanwhile, if new. */
static bool may_be_led_to(const struct region *r)
{
	return r->kind == REGION_OUTSIDE || r->kind == REGION_HEAP ||
	       (r->kind == REGION_LOCAL && !r->is_value) ||
	       (r->kind == REGION_GLOBAL && !r->global.global->is_literal);
}

bool region_distinct(const struct engine *e, uint32_t a, uint32_t b)
{
	const struct region *ra = region_get(e, a), *rb = region_get(e, b);
	bool outside = ra->kind == REGION_OUTSIDE || rb->kind == REGION_OUTSIDE;

	if (ra->is_anywhere || rb->is_anywhere) /* one of several addresses: any of them */
		return e->trial;
	return e->trial || !outside || !may_be_led_to(ra) || !may_be_led_to(rb);
}

/* ---- contents ---- */

const struct contents *mem_default(struct engine *e, const struct state *s, uint32_t region)
{
	const struct region *r = region_get(e, region);
	struct contents *c = arena_new_of(e->arena, struct contents);

	c->fill = r->fill;
	c->doubt = r->doubt;
	c->epoch = r->fill == FILL_UNKNOWN && r->doubt ? s->world : 0;
	c->deps = r->kind == REGION_USER ? DEP_BYTES | DEP_TEXT : 0;
	if (r->pointer.sym) /* what another string, by then, would be */
		c->deps = sym_get(&e->syms, r->pointer.sym)->deps & DEP_UNSTABLE &
			  ~(unsigned int)DEP_ADDRESS;
	if (r->kind == REGION_GLOBAL && !r->global.global->is_defined)
		c->deps = source_deps(model_variable(e->models, r->global.global->name));
	c->user.kind = r->kind == REGION_USER ? USER_TEXT_WHOLE : USER_TEXT_NONE;
	texts_default(c);
	if (r->text) {
		c->ntexts = 1;
		c->texts = r->text;
	}
	return c;
}

const struct contents *contents_of(struct engine *e, const struct state *s, uint32_t region)
{
	const struct contents *known = state_contents(s, region);

	return known ? known : mem_default(e, s, region);
}

struct contents *contents_copy(struct engine *e, const struct contents *c)
{
	struct contents *n = arena_new_of(e->arena, struct contents);

	*n = *c;
	n->has_nul = false;
	n->sieve = (struct sieve){ 0 };
	n->cells = arena_grow(e->arena, c->cells, c->n * sizeof(*c->cells),
			      (c->n + 1) * sizeof(*c->cells));
	return n;
}

static bool cell_overlaps(const struct cell *c, int64_t lo, int64_t hi)
{
	return c->offset < hi && lo < c->offset + (int64_t)c->size;
}

static void cells_insert(struct contents *c, const struct cell *new)
{
	size_t i = c->n++;

	for (; i && c->cells[i - 1].offset > new->offset; i--)
		c->cells[i] = c->cells[i - 1];
	c->cells[i] = *new;
}

/* Byte @k of the number that @cell holds (the lowest first). */
static struct aval byte_of_cell(struct engine *e, const struct cell *cell, uint32_t k)
{
	struct sym_spec spec = { .range = range_of(0, 0xff),
				 .deps = value_deps(&e->syms, cell->value),
				 .doubt = "part of a value is read" };

	if (value_is_const(cell->value))
		return value_const((cell->value.k >> (8 * k)) & 0xff);
	return sym_fresh(&e->syms, &spec);
}

/* The bytes of @cell outside of lo..hi-1 stay what they were. */
static void keep_outside(struct engine *e, struct contents *c, const struct cell *cell, int64_t lo,
			 int64_t hi)
{
	for (uint32_t k = 0; k < cell->size; k++) {
		struct cell byte = { .offset = cell->offset + k, .size = 1, .type = IRT_U8 };

		if (byte.offset >= lo && byte.offset < hi)
			continue;
		byte.value = byte_of_cell(e, cell, k);
		c->cells = arena_grow(e->arena, c->cells, c->n * sizeof(*c->cells),
				      (c->n + 2) * sizeof(*c->cells));
		cells_insert(c, &byte);
	}
}

static bool cell_is_inside(const struct cell *c, int64_t lo, int64_t hi)
{
	return lo <= c->offset && c->offset + (int64_t)c->size <= hi;
}

void contents_remove_cells(struct engine *e, struct contents *c, int64_t lo, int64_t hi)
{
	const struct cell *old = c->cells;
	size_t n = c->n;

	c->cells = arena_array(e->arena, n + 1, sizeof(*c->cells));
	c->n = 0;
	for (size_t i = 0; i < n; i++)
		if (!cell_overlaps(&old[i], lo, hi))
			c->cells[c->n++] = old[i];
	for (size_t i = 0; i < n; i++)
		if (cell_overlaps(&old[i], lo, hi) && !cell_is_inside(&old[i], lo, hi))
			keep_outside(e, c, &old[i], lo, hi);
}

static const struct cell *cell_at(const struct contents *c, int64_t offset, uint32_t size)
{
	for (size_t i = 0; i < c->n; i++)
		if (cell_overlaps(&c->cells[i], offset, offset + size))
			return &c->cells[i];
	return NULL;
}

void contents_make_unknown(struct engine *e, struct contents *c, unsigned int deps,
			   const char *doubt)
{
	c->fill = FILL_UNKNOWN;
	c->epoch = ++e->next_epoch;
	c->is_joined = false;
	c->part = (struct stretch){ 0 };
	c->deps |= deps;
	c->doubt = doubt;
}

/* ---- loads ---- */

/* A byte of a string that the driver keeps, or its NUL. */
static void narrow_byte(struct engine *e, struct aval a, enum ir_type t, struct range *r)
{
	struct charset set, nul = charset_between(0, 0);
	struct text text;

	if (!kept_text(e, a, &text))
		return;
	set = charset_union(text_chars(&text), nul);
	*r = range_of_bytes(&set, ir_type_signed(t));
}

/* A byte that is not NUL is none that ends a text. An array of u8 need not be one. */
void byte_implies(struct engine *e, const struct contents *c, struct aval a, enum ir_type t,
		  struct aval byte)
{
	struct implication i = { .when = range_all(), .a = value_offset(a), .differ = true };

	if (!byte.sym || byte.k)
		return;
	i.when = range_without(&i.when, 0, 0);
	if (a.region == e->user && e->has_count) {
		i.b = e->count;
		sym_imply(&e->syms, byte.sym, &i);
	}
	if ((t == IRT_I8 || a.region == e->user) && text_nul(e, c, a, &i.b))
		sym_imply(&e->syms, byte.sym, &i);
}

#define UNSET_BYTES 3 /* in a key: no bytes of a text that is there later */

struct aval contents_unknown(struct engine *e, const struct contents *all, struct aval a,
			     enum ir_type t)
{
	const struct contents *c = contents_at(e, all, a, ir_type_bytes(t));
	const struct number_limit *limit = c->fill == FILL_UNKNOWN ? kept_limit(e, a, t) : NULL;
	struct range own;
	const struct region *r = region_get(e, a.region);
	struct sym_spec spec = {
		.range = type_range(t), .deps = c->deps, .doubt = c->doubt, .what = r->name
	};
	struct sym_key key = sym_key_of(TAG_BYTES, c->epoch, a);
	struct text text;
	struct aval v;

	if (e->trial && c->fill == FILL_UNKNOWN && !a.sym)
		return trial_load(e, a, t);
	if (own_number(e, a, t, &own)) {
		if (range_is_single(&own))
			return value_const(range_min(&own));
		spec.range = own;
		limit = NULL;
	}
	if (limit && limit == e->at_limit)
		return value_const(range_max(&limit->range));
	if (limit)
		spec.range = limit->range;
	if (e->given && a.region == e->user && ir_type_bits(t) == 8 && given_byte(e, a, &v))
		return v;
	if (c->fill == FILL_UNKNOWN)
		spec.deps |= place_source(e, a, t == IRT_PTR, &spec.what);
	if (t == IRT_PTR)
		spec.deps |= DEP_ADDRESS;
	if (t == IRT_PTR || r->kind == REGION_OUTSIDE || r->kind == REGION_GLOBAL)
		spec.doubt = spec.doubt ? spec.doubt : c->smear;
	if (c->fill == FILL_UNDEF) {
		spec.deps |= DEP_UNINIT;
		spec.doubt = arena_printf(e->out, "'%s' is read before it is set",
					  r->name ? r->name : "a variable");
	}
	key.part[4] = t;
	key.part[5] = c->fill == FILL_UNDEF ? UNSET_BYTES : 0;
	if (ir_type_bits(t) == 8 && c->fill == FILL_UNKNOWN)
		narrow_byte(e, a, t, &spec.range);
	if (r->text && !spec.doubt)
		spec.doubt = "a byte of a text";
	v = sym_keyed(&e->syms, &key, &spec);
	sym_get(&e->syms, v.sym)->at = a;
	sym_get(&e->syms, v.sym)->is_unset = c->fill == FILL_UNDEF;
	if (limit)
		kept_limit_mark(e, v.sym, limit);
	if (ir_type_bits(t) == 8)
		byte_implies(e, c, a, t, v);
	if (!c->epoch && !sym_get(&e->syms, v.sym)->identity)
		sym_get(&e->syms, v.sym)->identity = identity_of_load(e, a, t);
	if (t == IRT_PTR && !own_name_loaded(e, a, v.sym) &&
	    (member_text(e, a, &text) || kept_text(e, a, &text))) {
		text_add_deps(e, &text, spec.deps & ~(unsigned int)DEP_ADDRESS, spec.what);
		text_at_pointer(e, v.sym, &text);
	}
	return e->given ? given_same(e, v) : v;
}

/* Whether an address that keeps to @x may read @cell. */
static bool is_in_extent(const struct extent *x, const struct cell *cell)
{
	if (!x || x == &extent_unclear || x->start.sym)
		return true;
	return cell_overlaps(cell, (int64_t)x->start.k, (int64_t)(x->start.k + x->size));
}

/*
 * A byte that may be one of a cell: the same for equal reads of the same
 * contents. So if it is no NUL, it is not the one that those have.
 */
static struct aval byte_among_cells(struct engine *e, const struct contents *all, struct aval a,
				    enum ir_type t, const struct sym_spec *spec)
{
	const struct contents *c = contents_at(e, all, a, 1);
	struct implication i = { .when = range_all(), .a = value_offset(a), .differ = true };
	struct sym_key key = sym_key_of(TAG_BYTES, c->epoch, a);
	struct aval v;

	key.part[4] = t;
	key.part[5] = (uint64_t)(uintptr_t)c->cells;
	v = sym_keyed(&e->syms, &key, spec);
	sym_get(&e->syms, v.sym)->at = a;
	byte_implies(e, c, a, t, v);
	i.when = range_without(&i.when, 0, 0);
	i.b = c->nul;
	if (c->has_nul)
		sym_imply(&e->syms, v.sym, &i);
	return v;
}

static struct aval load_variable(struct engine *e, struct state *s, const struct contents *all,
				 struct aval a, enum ir_type t)
{
	const struct contents *c = contents_at(e, all, a, ir_type_bytes(t));
	struct sym_spec spec = { .range = type_range(t), .deps = c->deps };
	bool touched = false;
	struct aval byte;

	if (text_byte(e, s, c, a, t, &byte))
		return byte;
	if (a.region == e->user && e->has_count && value_same(value_offset(a), e->count))
		return value_const(0);
	if (c->fill == FILL_INIT)
		return table_load(e, s, c, a, t);
	for (size_t i = 0; i < c->n; i++)
		if (is_in_extent(a.extent, &c->cells[i])) {
			spec.deps |= value_deps(&e->syms, c->cells[i].value);
			touched = true;
		}
	if (!touched && c->fill == FILL_UNKNOWN)
		return contents_unknown(e, c, a, t);
	if (c->fill == FILL_UNKNOWN)
		spec.deps |= place_source(e, a, t == IRT_PTR, &spec.what);
	spec.doubt = "an element with a variable index is not followed";
	return ir_type_bits(t) == 8 ? byte_among_cells(e, c, a, t, &spec)
				    : sym_fresh(&e->syms, &spec);
}

static struct aval load_fixed(struct engine *e, struct state *s, const struct contents *all,
			      struct aval a, enum ir_type t)
{
	uint32_t size = ir_type_bytes(t);
	const struct contents *c = contents_at(e, all, a, size ? size : 8);
	const struct cell *cell = cell_at(c, (int64_t)a.k, size ? size : 8);
	struct sym_spec spec = { .range = type_range(t), .doubt = "part of a value is read" };
	struct aval byte, part;

	if (cell && cell->offset == (int64_t)a.k && cell->size == size)
		return cell->type == t ? cell->value : cast_value(e, s, cell->value, t);
	if (cell && e->trial && bytes_load(e, s, a, t, &part))
		return part;
	if (cell) {
		spec.deps = value_deps(&e->syms, cell->value);
		return sym_fresh(&e->syms, &spec);
	}
	if (!e->trial && text_byte(e, s, c, a, t, &byte))
		return byte;
	if (c->fill == FILL_ZERO)
		return value_const(0);
	if (c->fill == FILL_INIT)
		return constant_load(e, c, a, t);
	if (t == IRT_PTR && !e->trial && entry_link_back(e, s, a, &part))
		return part;
	return contents_unknown(e, c, a, t);
}

struct aval mem_load(struct engine *e, struct state *s, struct aval addr, enum ir_type t)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *c = contents_of(e, s, a.region);

	return a.sym ? load_variable(e, s, c, a, t) : load_fixed(e, s, c, a, t);
}

/* ---- stores ---- */

static void store_variable(struct engine *e, struct state *s, struct contents *c, struct aval a,
			   uint32_t size, struct aval v)
{
	static const char why[] = "an element with a variable index was written";
	struct range at = eval(e, s, value_offset(a));
	unsigned int deps = value_deps(&e->syms, v) & ~DEP_UNSTABLE;
	wide lo, hi;

	if (!contents_extent(a, &lo, &hi) && !range_is_empty(&at) && range_min(&at) > INT64_MIN &&
	    range_max(&at) < INT64_MAX - 8) {
		lo = range_min(&at);
		hi = range_max(&at) + size;
	} else if (!contents_extent(a, &lo, &hi)) {
		lo = INT64_MIN;
		hi = INT64_MAX;
	}
	contents_remove_cells(e, c, (int64_t)lo, (int64_t)hi);
	contents_change(e, c, lo, hi, deps, why);
}

void mem_store(struct engine *e, struct state *s, struct aval addr, enum ir_type t, struct aval v)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *old = contents_of(e, s, a.region);
	struct contents *c = contents_copy(e, old);
	uint32_t size = ir_type_bytes(t);
	struct cell cell = { .offset = (int64_t)a.k, .size = size, .type = t, .value = v };

	nul_keep(e, s, c, old, value_offset(a), value_const(size ? size : 8));
	if (value_is_const(v) && !v.k)
		nul_put(e, s, c, a);
	sieve_store(e, s, c, a, size ? size : 8, v);
	if (size == 1) {
		c->user = input_after_byte(e, s, c, value_offset(a), v);
		text_after_byte(e, s, c, a, t, v);
	} else {
		c->user = (struct user_text){ 0 };
		text_after_store(e, s, c, a, size ? size : 8);
	}
	if (a.region == e->page && c->n >= MANY_CELLS && !e->trial) {
		c->n = 0; /* its text goes on; nobody reads it byte by byte */
		contents_make_unknown(e, c, c->deps, "too many bytes are kept apart");
	}
	if (a.sym || !size) {
		store_variable(e, s, c, a, size ? size : 8, v);
	} else {
		contents_remove_cells(e, c, cell.offset, cell.offset + size);
		cells_insert(c, &cell);
	}
	state_set_contents(e->arena, s, a.region, c);
}

bool covers_region(struct engine *e, struct aval to, wide size)
{
	const struct region *r = region_get(e, to.region);

	return !to.sym && to.k == 0 && r->size_known && value_is_const(r->size) &&
	       size >= r->size.k;
}

void mem_zero(struct engine *e, struct state *s, struct aval to, uint64_t size)
{
	struct aval a = address_of(e, s, to);
	const struct contents *old = contents_of(e, s, a.region);
	struct contents *c = contents_copy(e, old);

	nul_keep(e, s, c, old, value_offset(a), value_const((wide)size));
	if (size)
		nul_put(e, s, c, value_add(&e->syms, a, value_const((wide)size - 1)));
	c->user = (struct user_text){ 0 };
	if (covers_region(e, a, (wide)size)) {
		c->n = 0;
		c->fill = FILL_ZERO;
		c->doubt = c->smear = NULL;
		c->deps = 0;
		c->part = (struct stretch){ 0 };
		texts_default(c);
	} else {
		contents_remove_cells(e, c, (int64_t)a.k, (int64_t)(a.k + (wide)size));
		text_after_zero(e, s, c, a, (wide)size);
		if (c->fill != FILL_ZERO)
			contents_change(e, c, a.sym ? INT64_MIN : a.k, a.k + (wide)size, 0,
					"a part of an object was cleared");
	}
	state_set_contents(e->arena, s, a.region, c);
}

/* ---- copies ---- */

struct copy {
	struct aval to, from;
	wide size; /* bytes */
};

/* The cells of a constant global's initialiser, as if they had been stored. */
static void copy_inits(struct engine *e, struct contents *c, const struct copy *m)
{
	struct global_id g = region_get(e, m->from.region)->global;

	vec_for_each_ptr(struct ir_init, in, &g.global->inits) {
		struct cell cell = { .type = in->type,
				     .size = ir_type_bytes(in->type),
				     .value = constant_of_init(e, g, in) };
		wide at = (wide)in->offset - m->from.k;

		if (at < 0 || at + cell.size > m->size || !cell.size)
			continue;
		cell.offset = (int64_t)(m->to.k + at);
		c->cells = arena_grow(e->arena, c->cells, c->n * sizeof(*c->cells),
				      (c->n + 1) * sizeof(*c->cells));
		cells_insert(c, &cell);
	}
}

static void copy_cells(struct engine *e, struct contents *c, const struct contents *src,
		       const struct copy *m)
{
	c->cells = arena_grow(e->arena, c->cells, c->n * sizeof(*c->cells),
			      (c->n + src->n + 1) * sizeof(*c->cells));
	for (size_t i = 0; i < src->n; i++) {
		struct cell cell = src->cells[i];

		if (cell.offset < m->from.k || cell.offset + (wide)cell.size > m->from.k + m->size)
			continue;
		cell.offset += (int64_t)(m->to.k - m->from.k);
		cells_insert(c, &cell);
	}
}

static void copy_exact(struct engine *e, struct state *s, struct contents *c, const struct copy *m,
		       unsigned int deps)
{
	const struct contents *src = contents_of(e, s, m->from.region);

	contents_remove_cells(e, c, (int64_t)m->to.k, (int64_t)(m->to.k + m->size));
	copy_cells(e, c, src, m);
	if (src->fill == FILL_INIT && region_get(e, m->from.region)->kind == REGION_GLOBAL)
		copy_inits(e, c, m);
	if (covers_region(e, m->to, m->size) &&
	    (src->fill == FILL_ZERO || src->fill == FILL_INIT)) {
		c->fill = FILL_ZERO;
		c->doubt = c->smear = NULL;
		c->deps |= deps;
		c->part = (struct stretch){ 0 };
		contents_change(e, c, src->part.lo - m->from.k, src->part.hi - m->from.k,
				src->part.deps, src->part.doubt);
	} else {
		contents_change(e, c, m->to.k, m->to.k + m->size, src->deps | deps, src->doubt);
	}
}

/* An unknown number of bytes: no more than the member has, or any of the object. */
static void copy_some(struct engine *e, struct contents *c, const struct copy *m, unsigned int deps,
		      const char *doubt)
{
	wide lo = INT64_MIN, hi = INT64_MAX;
	bool in_member = contents_extent(m->to, &lo, &hi);

	contents_remove_cells(e, c, (int64_t)lo, (int64_t)hi);
	contents_change(e, c, lo, hi, deps, doubt);
	if (!in_member)
		c->smear = "how many bytes were copied there is not known";
}

/* The bytes of a literal, for a trial. */
static bool copy_literal(struct engine *e, struct state *s, const struct copy *m)
{
	size_t n;
	const char *bytes = mem_literal(e, s, m->from, &n);

	return bytes && m->size >= 0 && m->size <= (wide)n &&
	       bytes_put(e, s, m->to, bytes, (size_t)m->size);
}

void mem_copy(struct engine *e, struct state *s, struct aval to, struct aval from, struct aval size)
{
	struct copy m = { address_of(e, s, to), address_of(e, s, from), size.k };
	const struct contents *src = contents_of(e, s, m.from.region);
	const struct contents *old = contents_of(e, s, m.to.region);
	struct contents *c = contents_copy(e, old);
	struct text text = text_of_copy(e, s, m.from, size, m.to.region == e->page);
	unsigned int deps = mem_deps(e, s, m.from);

	if (e->trial && value_is_const(size) && copy_literal(e, s, &m))
		return;
	c->user = input_bytes_of(e, s, c, value_offset(m.to), m.from, size);
	nul_keep(e, s, c, old, value_offset(m.to), size);
	nul_copy(e, s, c, m.to, m.from, size);
	text_after_copy(e, s, c, m.to, size, &text);
	if (value_is_const(size) && size.k >= 0 && size.k <= INT32_MAX && !m.to.sym &&
	    !m.from.sym) {
		text_copy_members(e, c, src, &m.to, &m.from, size.k);
		copy_exact(e, s, c, &m, deps);
		if (e->trial)
			trial_note_copy(e, m.to, m.from, size.k);
	} else {
		copy_some(e, c, &m, deps, src->doubt);
	}
	state_set_contents(e->arena, s, m.to.region, c);
}

unsigned int mem_deps(struct engine *e, struct state *s, struct aval addr)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *c = contents_of(e, s, a.region);
	unsigned int deps = c->deps | c->part.deps;

	for (size_t i = 0; i < c->n; i++)
		deps |= value_deps(&e->syms, c->cells[i].value);
	return deps & ~DEP_UNSTABLE; /* those are followed byte by byte */
}

const char *mem_doubt(struct engine *e, struct state *s, struct aval addr)
{
	struct aval a = address_of(e, s, addr);

	return contents_at(e, contents_of(e, s, a.region), a, 1)->doubt;
}

uint64_t mem_version(struct engine *e, struct state *s, struct aval addr)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *known = state_contents(s, a.region);

	return known ? (uint64_t)(uintptr_t)known : s->world;
}
