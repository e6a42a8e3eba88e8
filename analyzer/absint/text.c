// SPDX-License-Identifier: MIT
/*
 * Strings in memory.
 *
 * A region's contents hold a few texts, each with the offset at which it
 * starts; a struct has one per member that something was written to
 * (text_write.c).
 *
 * What nothing was written to is read from what the region is: a constant's
 * bytes, zeroes, the user's buffer, memory of the driver whose bytes nobody
 * knows. A table of strings with a variable index yields any of them.
 */
#include <string.h>

#include "absint/bytes.h"
#include "absint/given.h"
#include "absint/identity.h"
#include "absint/memory.h"

/* ---- the texts of a region ---- */

static const struct text no_text = { .limit = INT64_MAX,
				     .rest_zero = true,
				     .spelling = { .is_known = true } };

void texts_default(struct contents *c)
{
	c->ntexts = c->fill == FILL_ZERO;
	c->texts = &no_text;
}

const struct text *contents_text(const struct contents *c, int64_t at)
{
	for (size_t i = 0; i < c->ntexts; i++)
		if (c->texts[i].at == at)
			return &c->texts[i];
	return NULL;
}

struct aval text_doubtful_length(struct engine *e, const struct text *t, const char *doubt)
{
	bool bounded = t->limit != INT64_MAX && t->limit > t->at;
	struct sym_spec spec = { .range = range_of(0, bounded ? t->limit - t->at : INT32_MAX),
				 .deps = value_deps(&e->syms, t->length),
				 .doubt = doubt };

	return sym_fresh(&e->syms, &spec);
}

static const char *name_of(struct engine *e, uint32_t region)
{
	const char *name = region_get(e, region)->name;

	return name ? name : "a buffer";
}

/* ---- reading ---- */

const char *mem_literal(struct engine *e, struct state *s, struct aval addr, size_t *n)
{
	struct aval a = address_of(e, s, addr);
	const struct region *r = region_get(e, a.region);

	if (r->kind != REGION_GLOBAL || r->fill != FILL_INIT || !r->global.global->bytes || a.sym ||
	    a.k < 0 || a.k >= (wide)r->global.global->nbytes)
		return NULL;
	*n = r->global.global->nbytes - (size_t)a.k;
	return r->global.global->bytes + a.k;
}

/* The user's string ends at the latest where the write did. */
static struct aval user_length(struct engine *e, struct aval a)
{
	struct sym_spec spec = { .range = range_of(0, e->limits->page_size), /* on every path */
				 .deps = DEP_BYTES,
				 .what = "the length of the written string" };
	struct sym_key key = sym_key_of(TAG_STRLEN, 0, a);
	struct aval v = sym_keyed(&e->syms, &key, &spec);

	sym_get(&e->syms, v.sym)->identity = identity_of_length(e, a);
	return v;
}

static struct text user_text(struct engine *e, struct state *s, struct aval a)
{
	struct aval v;

	if (e->given)
		return given_text(e, s, a);
	v = user_length(e, a);
	assume_at_most(e, s, value_add(&e->syms, v, value_offset(a)), e->count, 0);
	return text_of_set(e, v, charset_between(1, 0xff), "what user space wrote",
			   s->bytes_tests ? "the bytes were tested" : s->bytes_doubt);
}

/* Bytes from @a to the end of its member or object, 0 if unknown. */
static wide bytes_left(struct engine *e, struct aval a)
{
	const struct region *r = region_get(e, a.region);

	if (value_room(a))
		return value_room(a);
	return r->size_known && value_is_const(r->size) && !a.sym && a.k < r->size.k
		       ? r->size.k - a.k
		       : 0;
}

/* Who changed memory that began as the handler's own says more than that it is unknown. */
static const char *changed_by(const struct engine *e, const struct contents *c, uint32_t region,
			      const char *otherwise)
{
	const struct region *r = region_get(e, region);

	return c->doubt && !r->doubt && r->kind != REGION_USER ? c->doubt : otherwise;
}

/* What the bytes from @a on depend on, by the number that is stored there if there is one. */
static unsigned int deps_at(const struct engine *e, const struct contents *c, struct aval a)
{
	unsigned int deps = c->deps;

	for (size_t i = 0; i < c->n; i++) {
		const struct cell *cell = &c->cells[i];

		if (!a.sym && cell->offset <= a.k && a.k < cell->offset + (wide)cell->size)
			return deps | (value_deps(&e->syms, cell->value) & ~DEP_ADDRESS);
	}
	return deps | (c->fill == FILL_UNDEF ? DEP_UNINIT : 0);
}

/* What is known of all strings at such a place. */
static bool any_text(struct engine *e, const struct contents *c, struct aval a, struct text *t)
{
	return c->fill == FILL_UNKNOWN && (member_text(e, a, t) || kept_text(e, a, t));
}

static struct text unknown_text(struct engine *e, struct state *s, const struct contents *all,
				struct aval a)
{
	const struct contents *c = contents_at(e, all, a, 1);
	wide left = bytes_left(e, a);
	const char *name = name_of(e, a.region);
	const char *what = arena_printf(e->out, "the string in '%s'", name);
	const char *length_doubt = arena_printf(e->out, "the length of %s is not known", what);
	struct sym_spec spec = { .range = range_of(0, left ? left - 1 : INT32_MAX),
				 .deps = c->deps,
				 .doubt = changed_by(e, c, a.region, length_doubt) };
	struct sym_key key = sym_key_of(TAG_STRLEN, c->epoch, a);
	struct text t;
	bool known = any_text(e, c, a, &t);
	const char *source = NULL;
	unsigned int deps = 0;

	if (known) {
		struct range lengths = eval(e, s, t.length);

		spec.range = range_intersect(&spec.range, &lengths);
		spec.doubt = value_doubt(&e->syms, t.length) ? spec.doubt : NULL;
	}
	spec.range = range_is_empty(&spec.range) ? range_single(0) : spec.range;
	key.part[5] = known;
	if (!known)
		t = text_of_set(e, value_const(2), charset_between(1, 0xff), what,
				changed_by(e, c, a.region,
					   arena_printf(e->out,
							"the characters of %s are not known",
							what)));
	t.length = sym_keyed(&e->syms, &key, &spec);
	sym_get(&e->syms, t.length.sym)->is_length = true;
	sym_get(&e->syms, t.length.sym)->at = a;
	if (!c->epoch && !c->n)
		sym_get(&e->syms, t.length.sym)->identity = identity_of_length(e, a);
	t.is_guess = !known;
	if (c->fill == FILL_UNKNOWN)
		deps = place_source(e, a, true, &source);
	text_add_deps(e, &t, deps, source);
	text_add_deps(e, &t, deps_at(e, c, a), what);
	return t;
}

/* The byte at @k of what is not covered by a text: a cell, or what the rest is filled with. */
static bool byte_at(struct engine *e, struct state *s, struct aval a, wide k, struct aval *v)
{
	const struct contents *c =
		contents_at(e, contents_of(e, s, a.region), value_address(a.region, k), 1);
	const struct cell *cell = NULL;

	for (size_t i = 0; i < c->n && !cell; i++)
		if (c->cells[i].offset <= k && k < c->cells[i].offset + (wide)c->cells[i].size)
			cell = &c->cells[i];
	if (cell && cell->size != 1)
		return false;
	if (!cell && c->fill != FILL_ZERO && c->fill != FILL_INIT)
		return false;
	*v = mem_load(e, s, value_address(a.region, k), IRT_U8);
	return true;
}

#define MAX_ASSEMBLED 4096

/* A string made of single bytes: an initialised array, a member of a constant table. */
static bool assemble_text(struct engine *e, struct state *s, struct aval a, struct text *t)
{
	wide left = bytes_left(e, a), n = 0;
	struct aval v;
	char *bytes;

	if (a.sym || !left || left > MAX_ASSEMBLED || a.k < 0)
		return false;
	bytes = arena_array(e->arena, (size_t)left, 1);
	for (; n < left; n++) {
		if (!byte_at(e, s, a, a.k + n, &v) || !value_is_const(v))
			return false;
		if (!v.k)
			break;
		bytes[n] = (char)v.k;
	}
	*t = text_of_bytes(e, bytes, (size_t)n);
	t->is_open = n == left;
	return true;
}

/* The one of @c's texts that @a points into, for certain. */
static const struct text *text_around(struct engine *e, struct state *s, const struct contents *c,
				      struct aval a)
{
	for (size_t i = c->ntexts; i--;) {
		const struct text *t = &c->texts[i];
		struct aval skip = value_sub(&e->syms, value_offset(a), value_const(t->at));
		struct range from = eval(e, s, skip);
		struct range left = eval(e, s, value_sub(&e->syms, t->length, skip));

		if (!range_is_empty(&from) && range_min(&from) >= 0 && !range_is_empty(&left) &&
		    range_min(&left) >= 0)
			return t;
	}
	return NULL;
}

/* What is left of @t from @a on. */
static struct text rest_of_text(struct engine *e, const struct text *t, struct aval a)
{
	struct aval skip = value_sub(&e->syms, value_offset(a), value_const(t->at));
	struct text rest = *t;

	if (value_is_const(skip) && !skip.k)
		return rest;
	rest.length = value_sub(&e->syms, t->length, skip);
	rest.spelling.is_known = false;
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		if (rest.blame[i].what && !rest.blame[i].doubt && i != TEXT_END)
			rest.blame[i].doubt = "only a part of the text is used";
	return rest;
}

/* A text of the driver that nobody has spelled: what lay at @a when the handler was called. */
static struct text spell(struct engine *e, const struct contents *c, struct aval a, struct text t)
{
	uint64_t at = t.spelling.is_known || c->epoch || c->n ? 0 : identity_of(e, a);

	if (at)
		t.spelling = spelling_of_token(identity_mix(at, a.k != 0));
	return t;
}

struct text text_as_written(struct engine *e, struct state *s, struct aval a)
{
	const struct contents *c = contents_at(e, contents_of(e, s, a.region), a, 1);
	const struct text *known;
	size_t n = 0;
	const char *bytes = mem_literal(e, s, a, &n);
	struct text t;

	if (bytes && memchr(bytes, 0, n))
		return text_of_bytes(e, bytes, strlen(bytes));
	bytes = e->trial ? string_at(e, s, a, &n) : NULL;
	if (bytes)
		return text_of_bytes(e, bytes, n);
	if (a.region == e->user && e->has_count)
		return user_text(e, s, a);
	if (text_of_element(e, s, a, &t))
		return spell(e, c, a, t);
	known = text_around(e, s, c, a);
	if (known)
		t = rest_of_text(e, known, a);
	else if (assemble_text(e, s, a, &t) || text_of_table(e, s, a, &t))
		t = spell(e, c, a, t);
	else
		t = spell(e, c, a, unknown_text(e, s, c, a));
	nul_ends(e, s, a, &t);
	return t;
}

struct text text_at(struct engine *e, struct state *s, struct aval a)
{
	struct text t = text_as_written(e, s, a);

	sieve_text(e, s, a, &t);
	return t;
}

/* A number that stands for nothing else is now known as the length of the text at @a. */
static void name_length(struct engine *e, struct aval length, struct aval a)
{
	struct sym *y = length.sym && !length.k ? sym_get(&e->syms, length.sym) : NULL;

	if (!y || y->kind != SYM_ATOM || y->at.region || !y->doubt)
		return;
	y->is_length = true;
	y->at = a;
}

struct text mem_text(struct engine *e, struct state *s, struct aval addr)
{
	static const char why[] = "no NUL was written behind the text";
	struct aval a = address_of(e, s, addr);
	struct text t = text_at(e, s, a);

	if (t.is_open)
		t = text_of_set(e, text_doubtful_length(e, &t, why), charset_between(1, 0xff),
				name_of(e, a.region), why);
	name_length(e, t.length, a);
	if (t.is_guess && region_get(e, a.region)->size_known) /* its NUL is taken to be inside */
		assume_at_most(e, s, value_add(&e->syms, t.length, value_offset(a)),
			       region_get(e, a.region)->size, -1);
	return t;
}

bool mem_is_text(struct engine *e, struct state *s, struct aval addr)
{
	struct text t = text_at(e, s, address_of(e, s, addr));

	return !t.is_open && !t.is_guess;
}

/* What holds on every path will do: the byte's symbol is the same on all of them. */
bool text_nul(struct engine *e, const struct contents *c, struct aval a, struct aval *end)
{
	struct aval start = value_address(a.region, 0);
	enum region_kind kind = region_get(e, a.region)->kind;
	const struct text *t;

	if (a.extent && a.extent != &extent_unclear) {
		start = a.extent->start;
		start.region = a.region;
		start.extent = a.extent;
	}
	t = start.sym ? NULL : contents_text(c, (int64_t)start.k);
	if (a.region == e->user)
		*end = user_length(e, start);
	else if (t && !t->is_open && !t->is_guess)
		*end = value_add(&e->syms, value_const(t->at), t->length);
	else if ((kind == REGION_OUTSIDE || kind == REGION_GLOBAL) && bytes_left(e, start) != 1)
		*end = value_add(&e->syms, value_offset(start),
				 unknown_text(e, state_new(e->arena), c, start).length);
	else
		return false;
	return true;
}

struct aval mem_length(struct engine *e, struct state *s, struct aval addr)
{
	size_t n;

	if (e->trial && string_at(e, s, addr, &n))
		return value_const((wide)n);
	return mem_text(e, s, addr).length;
}

/* What may stand at @a in @t: a NUL only where it may end. */
static struct charset bytes_at(struct engine *e, const struct state *s, const struct text *t,
			       struct aval a)
{
	struct aval skip = value_sub(&e->syms, value_offset(a), value_const(t->at));
	struct range d = eval(e, s, value_sub(&e->syms, skip, t->length));
	struct charset set = text_chars(t), nul = charset_between(0, 0);

	if (range_is_empty(&d) || range_max(&d) > 0)
		return charset_between(0, 0xff); /* behind the NUL */
	if (range_is_single(&d) && range_min(&d) == 0)
		return t->is_open ? charset_between(0, 0xff) : nul;
	if (range_is_single(&d) && range_min(&d) == -1)
		return t->last;
	return range_max(&d) < 0 ? set : charset_union(set, nul);
}

struct range range_of_bytes(const struct charset *set, bool is_signed)
{
	struct range all = { .n = 0 };

	for (unsigned int b = charset_next(set, 0); b < 256; b = charset_next(set, b + 1)) {
		struct range one = range_single(is_signed ? (signed char)b : (wide)b);

		all = range_union(&all, &one);
	}
	return all;
}

bool text_byte(struct engine *e, struct state *s, const struct contents *all, struct aval a,
	       enum ir_type t, struct aval *v)
{
	const struct contents *c = contents_at(e, all, a, 1);
	struct sym_spec spec = { .deps = c->deps | value_deps(&e->syms, a),
				 .doubt = "a byte of a text" };
	struct sym_key key = sym_key_of(TAG_BYTES, c->epoch, a);
	const struct text *around;
	struct charset set;

	if (ir_type_bits(t) != 8 || !c->ntexts)
		return false;
	around = text_around(e, s, c, a);
	if (!around || around->is_guess)
		return false;
	if (!strings_byte(e, s, a, &set))
		set = bytes_at(e, s, around, a);
	spec.range = range_of_bytes(&set, ir_type_signed(t));
	if (range_is_empty(&spec.range))
		return false;
	key.part[4] = (uint64_t)t;
	if (range_is_single(&spec.range))
		*v = value_const(range_min(&spec.range));
	else if (a.sym && c->n) /* a byte with a fixed index may have been stored since */
		*v = sym_fresh(&e->syms, &spec);
	else
		*v = sym_keyed(&e->syms, &key, &spec);
	if (v->sym) /* a test of it is one of that text, or the first of many (sieve.c) */
		sym_get(&e->syms, v->sym)->at = a;
	byte_implies(e, c, a, t, *v);
	return true;
}
