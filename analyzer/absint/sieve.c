// SPDX-License-Identifier: MIT
/*
 * Bytes that were looked at one after the other.
 *
 *	for (i = 0; i < len; i++)
 *		if (!isprint(name[i]))
 *			name[i] = '_';		or: return -EIO;
 *
 * No round says anything of the text as a whole; all of them do. So of each
 * region the bytes from one offset up to another are kept that were tested or
 * stored in order, and the set that all of them are of. It grows by one byte
 * where states meet and before it is asked for; the offset up to which it goes
 * moves along with the loop's counter (join.c). Of the last byte more may be
 * learned yet, so its set is kept apart.
 *
 * Limits: one for a region, and only upwards.
 */
#include "absint/joiner.h"
#include "absint/memory.h"

#define MAX_GROWTH 64 /* bytes at once */
#define N(array)   (sizeof(array) / sizeof(*(array)))

/* As which a byte may have been read. */
static const enum ir_type byte_types[] = { IRT_I8, IRT_U8 };

static bool is_everything(const struct charset *set)
{
	const struct charset all = charset_between(1, 0xff);

	return charset_subset(&all, set);
}

/* Whether a byte that was loaded is one that was stored or tested, not just one of a text. */
static bool is_learned(const struct engine *e, const struct state *s, struct aval v)
{
	const struct bound *b = state_known(s, v.sym);

	return !v.sym || !sym_get(&e->syms, v.sym)->at.region || (b && b->tested);
}

/* What the byte at @offset may be, by what the path has learned of it. */
static struct charset set_at(struct engine *e, struct state *s, uint32_t region, struct aval offset)
{
	struct charset set = charset_between(0, 0xff);
	const char *doubt;

	offset.region = region;
	for (size_t i = 0; i < N(byte_types); i++) {
		struct aval v = mem_load(e, s, offset, byte_types[i]);

		if (is_learned(e, s, v))
			set = charset_intersect(set, charset_of_value(e, s, v, &doubt));
	}
	return set;
}

static void put_sieve(struct engine *e, struct state *s, uint32_t region, const struct sieve *z)
{
	struct contents *c = arena_new_of(e->arena, struct contents);

	*c = *contents_of(e, s, region);
	c->sieve = *z;
	state_set_contents(e->arena, s, region, c);
}

/* ---- growing ---- */

static void add_byte(struct engine *e, struct sieve *z, struct charset set)
{
	z->set = charset_union(z->set, z->last);
	z->last = set;
	z->upto = value_add(&e->syms, z->upto, value_const(1));
}

/* An object of one byte is a number: as a string, it could only be an empty one. */
static bool holds_string(const struct engine *e, struct aval at)
{
	const struct region *r = region_get(e, at.region);

	if (at.extent && at.extent != &extent_unclear)
		return at.extent->size != 1;
	return !(r->size_known && value_is_const(r->size) && r->size.k == 1);
}

static struct sieve empty_at(int64_t from)
{
	return (struct sieve){ .is_set = true, .from = from, .upto = value_const(from) };
}

/* Whether a new sieve may take the place of @z: not of one that a loop is at. */
static bool may_begin(const struct sieve *z, struct aval offset)
{
	return value_is_const(offset) &&
	       (!z->is_set ||
		(value_is_const(z->upto) && (offset.k < z->from || offset.k > z->upto.k)));
}

/* A test of a byte may be the first of many. */
static void begin_at(struct engine *e, struct state *s, const struct bound *b)
{
	const struct range byte = range_of(-128, 0xff);
	const struct sym *y = sym_get(&e->syms, b->sym);
	struct aval at = y->at;
	struct sieve z;

	if (!b->tested || y->kind != SYM_ATOM || !at.region || at.region == e->user || at.sym ||
	    y->is_length || !range_subset(&y->base, &byte) || !holds_string(e, at) ||
	    !may_begin(&contents_of(e, s, at.region)->sieve, value_offset(at)))
		return;
	z = empty_at((int64_t)at.k);
	put_sieve(e, s, at.region, &z);
}

/* Up to a byte that is known to be a NUL: the string ends there. */
static void grow(struct engine *e, struct state *s, uint32_t region)
{
	const struct charset nul = charset_between(0, 0);
	struct sieve z = contents_of(e, s, region)->sieve;
	struct aval last = value_add(&e->syms, z.upto, value_const(-1));

	if (!(value_is_const(z.upto) && z.upto.k == z.from)) /* learned since it was taken in */
		z.last = charset_intersect(z.last, set_at(e, s, region, last));
	for (int i = 0; i < MAX_GROWTH; i++) {
		struct charset set = set_at(e, s, region, z.upto);

		if (is_everything(&set) || charset_subset(&set, &nul))
			break;
		add_byte(e, &z, set);
	}
	if (!sieve_same(&z, &contents_of(e, s, region)->sieve))
		put_sieve(e, s, region, &z);
}

void sieves_grow(struct engine *e, struct state *s)
{
	if (e->trial || e->given)
		return;
	for (size_t i = 0; i < s->bounds.n; i++)
		begin_at(e, s, &s->bounds.v[i]);
	for (size_t i = 0; i < s->mem.n; i++)
		if (s->mem.v[i].contents->sieve.is_set)
			grow(e, s, s->mem.v[i].region);
}

/* ---- stores ---- */

/* Whether @v, stored at @offset, is the next byte of @z, or takes the place of the last one. */
static bool is_next(struct engine *e, struct sieve *z, struct aval offset, struct charset set)
{
	struct aval behind = value_add(&e->syms, offset, value_const(1));

	if (z->is_set && value_same(behind, z->upto)) {
		z->last = set;
		return true;
	}
	if (!z->is_set || !value_same(offset, z->upto)) {
		if (!may_begin(z, offset))
			return false;
		*z = empty_at((int64_t)offset.k);
	}
	add_byte(e, z, set);
	return true;
}

void sieve_store(struct engine *e, struct state *s, struct contents *c, struct aval at, wide size,
		 struct aval v)
{
	struct sieve *z = &c->sieve;
	struct charset set;
	const char *doubt;
	struct range ahead;

	if (e->trial || !holds_string(e, at))
		return;
	sieves_grow(e, s);
	*z = contents_of(e, s, at.region)->sieve;
	set = charset_of_value(e, s, v, &doubt);
	if (size == 1 && !is_everything(&set) && !(value_is_const(v) && !v.k) &&
	    is_next(e, z, value_offset(at), set))
		return;
	ahead = eval(e, s, value_sub(&e->syms, value_offset(at), z->upto));
	if (!z->is_set || (!range_is_empty(&ahead) && range_min(&ahead) >= 0))
		return;
	z->set = charset_union(z->set, set);
	z->last = charset_union(z->last, set);
	z->is_set = size == 1;
}

/* ---- where states meet ---- */

/* How far ahead of a counter that has the values of @p both are, at least; false: not known. */
static bool ahead_of(struct joiner *j, const struct pair *p, struct aval a, struct aval b,
		     bool unequal, wide *d)
{
	struct aval da = value_sub(&j->e->syms, a, p->a), db = value_sub(&j->e->syms, b, p->b);

	if (!value_is_const(da) || !value_is_const(db) || (da.k != db.k) != unequal)
		return false;
	*d = da.k < db.k ? da.k : db.k;
	return true;
}

/* An offset that @a here and @b there have both reached: it moves with a counter of the loop. */
static bool reached_by_both(struct joiner *j, struct aval a, struct aval b, struct aval *out,
			    bool *at_same_pace)
{
	wide d;

	*at_same_pace = value_same(a, b);
	if (*at_same_pace || (value_is_const(a) && value_is_const(b) && !j->widen)) {
		*out = a.k < b.k ? a : b;
		return true;
	}
	for (int unequal = 0; unequal < 2; unequal++)
		for (size_t i = 0; i < j->n; i++)
			if (ahead_of(j, &j->pairs[i], a, b, unequal, &d)) {
				*at_same_pace = !unequal;
				*out = j->pairs[i].fresh;
				out->k = wide_add(out->k, d);
				return true;
			}
	return false;
}

/* Before the first byte, any offset will do. */
static struct sieve begun_at(const struct sieve *z, int64_t from)
{
	return z->is_set ? *z : empty_at(from);
}

struct sieve sieve_join(struct joiner *j, const struct sieve *a, const struct sieve *b)
{
	struct sieve x = begun_at(a, b->from), y = begun_at(b, a->from);
	struct charset all;
	struct aval upto;
	bool at_same_pace;

	if ((!a->is_set && !b->is_set) || x.from != y.from ||
	    !reached_by_both(j, x.upto, y.upto, &upto, &at_same_pace))
		return (struct sieve){ 0 };
	all = charset_union(charset_union(x.set, x.last), charset_union(y.set, y.last));
	x.set = charset_union(x.set, y.set);
	x.last = charset_union(x.last, y.last);
	if (!at_same_pace) /* of one of them, the last byte is in the midst */
		x.set = x.last = all;
	x.upto = upto;
	x.is_set = !is_everything(&x.set) && !(value_is_const(upto) && upto.k <= x.from);
	return x;
}

bool sieve_same(const struct sieve *a, const struct sieve *b)
{
	return a->is_set == b->is_set &&
	       (!a->is_set ||
		(a->from == b->from && value_same(a->upto, b->upto) &&
		 charset_equal(&a->set, &b->set) && charset_equal(&a->last, &b->last)));
}

/* ---- what comes of it ---- */

static bool is_at_most(struct engine *e, const struct state *s, struct aval a, struct aval b)
{
	struct range r = eval(e, s, value_sub(&e->syms, b, a));

	return !range_is_empty(&r) && range_min(&r) >= 0;
}

void sieve_text(struct engine *e, struct state *s, struct aval a, struct text *t)
{
	struct charset nul = charset_between(0, 0), behind, set;
	const struct sieve *z;

	if (a.sym || a.region == e->user || e->trial)
		return;
	sieves_grow(e, s);
	z = &contents_of(e, s, a.region)->sieve;
	if (!z->is_set || a.k < z->from || !is_at_most(e, s, value_offset(a), z->upto))
		return;
	set = charset_union(z->set, z->last);
	behind = set_at(e, s, a.region, z->upto);
	if (charset_subset(&behind, &nul) && !t->is_open) /* of an open one, only a part is known */
		assume_at_most(e, s, value_add(&e->syms, value_offset(a), t->length), z->upto, 0);
	if (!is_at_most(e, s, value_add(&e->syms, value_offset(a), t->length), z->upto))
		return;
	text_keep(t, charset_minus(set, nul));
	t->is_guess &= t->is_open || !charset_subset(&behind, &nul);
}
