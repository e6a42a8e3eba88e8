// SPDX-License-Identifier: MIT
/*
 * What writes make of the strings in memory.
 *
 * A write is understood by where it lands relative to the texts that are there:
 *
 *	at its first byte	it takes the text's place
 *	at its end		it is appended: buf + len after len bytes
 *	inside			what was before stays, what comes after is gone
 *	elsewhere		a text of its own
 *	nobody knows		the text may be anything of both, of any length
 *
 * "At its end" is decided by symbols: the local that counts the bytes and the
 * length of the text are the same sum, in loops too.
 *
 * Limits: bytes that are copied one by one without a test for NUL leave the
 * length doubtful; a text is not split when a NUL is written into it.
 */
#include <string.h>

#include "absint/memory.h"

#define MAX_TEXTS 16 /* of one region */

/* The texts of @c, to be changed, with room for one more. */
static struct text *texts_edit(struct engine *e, struct contents *c)
{
	struct text *v = arena_grow(e->arena, c->texts, c->ntexts * sizeof(*v),
				    (c->ntexts + 1) * sizeof(*v));

	c->texts = v;
	return v;
}

static void texts_remove(struct contents *c, struct text *v, size_t i)
{
	c->ntexts--;
	memmove(v + i, v + i + 1, (c->ntexts - i) * sizeof(*v));
}

static void texts_insert(struct contents *c, struct text *v, const struct text *t)
{
	size_t i = c->ntexts;

	if (c->ntexts == MAX_TEXTS)
		return;
	c->ntexts++;
	for (; i && v[i - 1].at > t->at; i--)
		v[i] = v[i - 1];
	v[i] = *t;
}

/* One past the last byte, the NUL counted, that @t may reach to. */
static wide text_end(struct engine *e, const struct state *s, const struct text *t)
{
	struct range r = eval(e, s, t->length);
	wide end = range_is_empty(&r) ? t->limit : wide_add(range_max(&r), t->at + 1);

	return end < t->limit ? end : t->limit;
}

/* ---- writing ---- */

/* Where a write at some offset lands relative to a text. */
enum landing {
	LANDS_BEFORE, /* it ends before the text starts, or may not: see texts_clear() */
	LANDS_FIRST,
	LANDS_INSIDE,
	LANDS_BEHIND, /* exactly where the NUL is */
	LANDS_BEYOND,
	LANDS_ANYWHERE,
};

static enum landing landing_of(struct engine *e, const struct state *s, const struct text *t,
			       struct aval at)
{
	struct aval skip = value_sub(&e->syms, at, value_const(t->at));
	struct range from = eval(e, s, skip);
	struct range d = eval(e, s, value_sub(&e->syms, skip, t->length));

	if (range_is_empty(&from) || range_is_empty(&d))
		return LANDS_ANYWHERE;
	if (range_is_single(&d) && range_min(&d) == 0)
		return LANDS_BEHIND;
	if (value_is_const(skip) && skip.k == 0)
		return LANDS_FIRST;
	if (range_max(&from) < 0)
		return LANDS_BEFORE;
	if (range_min(&d) > 0 || range_min(&from) >= t->limit - t->at)
		return LANDS_BEYOND;
	if (range_min(&from) >= 0 && range_max(&d) < 0)
		return LANDS_INSIDE;
	return LANDS_ANYWHERE;
}

/* Forget the texts that start in lo..hi-1. */
static void texts_clear(struct contents *c, struct text *v, wide lo, wide hi)
{
	for (size_t i = c->ntexts; i--;)
		if (v[i].at >= lo && v[i].at < hi)
			texts_remove(c, v, i);
}

static void mix_into(struct engine *e, struct text *t, const struct text *more, const char *why)
{
	struct text both = text_any_of(t, more);

	both.at = t->at;
	both.limit = t->limit;
	both.rest_zero = false;
	both.body = charset_union(text_chars(t), text_chars(more));
	both.last = both.body;
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		if (both.blame[i].what && !both.blame[i].doubt)
			both.blame[i].doubt = why;
	*t = both;
	if (charset_has(&t->body, '\n'))
		text_mark(e, t, TEXT_LINE, "a newline", why);
	t->length = text_doubtful_length(e, t, why);
}

/* @more is written into @t, which it lands inside of or right behind. */
static void overwrite(struct engine *e, const struct state *s, struct text *t, struct aval at,
		      const struct text *more, enum landing where)
{
	bool rest_zero = t->rest_zero && where == LANDS_BEHIND;

	if (where == LANDS_INSIDE)
		text_cut(e, s, t, value_sub(&e->syms, at, value_const(t->at)));
	text_append(e, s, t, more);
	t->rest_zero = rest_zero;
	t->is_open = more->is_open && !rest_zero;
}

/* Where the object that @a points into ends. */
static wide object_end(const struct aval *a)
{
	const struct extent *x = a->extent;
	wide room = value_room(*a);

	if (room && !a->sym)
		return a->k + room;
	return x && x != &extent_unclear && !x->start.sym ? x->start.k + x->size : INT64_MAX;
}

/* Whether nothing but NULs is known behind @from, up to @limit. */
static bool rest_is_zero(const struct contents *c, wide from, wide limit)
{
	if (c->fill != FILL_ZERO || contents_changed_in(c, from, limit))
		return false;
	for (size_t i = 0; i < c->n; i++)
		if (c->cells[i].offset + (wide)c->cells[i].size > from &&
		    c->cells[i].offset < limit)
			return false;
	for (size_t i = 0; i < c->ntexts; i++)
		if (c->texts[i].at > from && c->texts[i].at < limit)
			return false;
	return true;
}

/* @was_zero: what is behind @more was not written before. */
static void start_text(struct contents *c, struct text *v, struct aval a, const struct text *more,
		       bool was_zero)
{
	struct text t = *more;
	wide end = object_end(&a);

	t.is_guess = false;
	t.at = (int64_t)a.k;
	t.limit = end < INT64_MAX ? (int64_t)end : INT64_MAX;
	t.rest_zero = was_zero && rest_is_zero(c, a.k, end);
	t.is_open = more->is_open && !t.rest_zero;
	texts_insert(c, v, &t);
}

/* Something is written behind @t, at @at: a NUL at its end may be all the NULs there are. */
static void note_beyond(struct engine *e, const struct state *s, struct text *t, struct aval at)
{
	struct range r = eval(e, s, at);

	if (range_is_empty(&r) || range_min(&r) < t->limit)
		t->rest_zero = false;
}

/* Forget the texts that begin behind @a and that @more may run into. */
static void clear_behind(struct engine *e, const struct state *s, struct contents *c,
			 struct text *v, struct aval a, const struct text *more)
{
	struct range end = eval(e, s, value_add(&e->syms, value_offset(a), more->length));
	struct range at = eval(e, s, value_offset(a));
	wide hi = range_is_empty(&end) ? INT64_MAX : wide_add(range_max(&end), !more->is_open);
	wide limit = object_end(&a);

	if (hi > limit)
		hi = limit;
	for (size_t i = c->ntexts; i--;)
		if (v[i].at < hi && (range_is_empty(&at) || v[i].at > range_max(&at)))
			texts_remove(c, v, i);
}

/* Whether @more covers all of @old. */
static bool is_no_longer(struct engine *e, const struct state *s, const struct text *old,
			 const struct text *more)
{
	struct range d = eval(e, s, value_sub(&e->syms, more->length, old->length));

	return !range_is_empty(&d) && range_min(&d) >= 0;
}

void text_write(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		const struct text *more)
{
	struct text *v = texts_edit(e, c);
	struct aval at = value_offset(a);
	bool placed = false, was_zero = true;

	clear_behind(e, s, c, v, a, more);
	for (size_t i = 0; i < c->ntexts; i++) {
		enum landing where = landing_of(e, s, &v[i], at);

		if (where == LANDS_FIRST) {
			was_zero &= v[i].rest_zero && is_no_longer(e, s, &v[i], more);
			texts_remove(c, v, i--);
		} else if (where == LANDS_BEHIND || where == LANDS_INSIDE) {
			overwrite(e, s, &v[i], at, more, where);
			placed = true;
		} else if (where == LANDS_ANYWHERE ||
			   (where == LANDS_BEYOND && a.region == e->page)) {
			mix_into(e, &v[i], more, "where the text was written is not known");
		} else if (where == LANDS_BEYOND) {
			note_beyond(e, s, &v[i], at);
		}
	}
	if (!placed && !a.sym)
		start_text(c, v, a, more, was_zero);
}

/* A NUL at the end of a text or before it ends the text there. */
static enum landing landing_of_nul(struct engine *e, const struct state *s, const struct text *t,
				   struct aval at)
{
	enum landing where = landing_of(e, s, t, at);
	struct aval skip = value_sub(&e->syms, at, value_const(t->at));
	struct range from = eval(e, s, skip), d = eval(e, s, value_sub(&e->syms, skip, t->length));

	return where == LANDS_ANYWHERE && !range_is_empty(&from) && range_min(&from) >= 0 &&
			       !range_is_empty(&d) && range_max(&d) <= 0
		       ? LANDS_INSIDE
		       : where;
}

/* A NUL was written that may be in @t: it grows by that in no case. */
static void end_somewhere(struct engine *e, struct state *s, struct text *t)
{
	struct text empty = { .limit = INT64_MAX, .spelling = { .is_known = true } }, old = *t;

	mix_into(e, t, &empty, "where the text was ended is not known");
	if (!old.is_open)
		assume_at_most(e, s, t->length, old.length, 0);
}

/* A NUL ends a text early. */
static void write_nul(struct engine *e, struct state *s, struct contents *c, struct aval a,
		      bool starts)
{
	struct text *v = texts_edit(e, c);
	struct text empty = { .limit = INT64_MAX, .spelling = { .is_known = true } };
	struct aval at = value_offset(a);
	bool placed = false;

	for (size_t i = 0; i < c->ntexts; i++) {
		enum landing where = landing_of_nul(e, s, &v[i], at);
		bool keeps_rest = v[i].rest_zero;
		struct range d;

		placed |= where == LANDS_FIRST || where == LANDS_INSIDE || where == LANDS_BEHIND;
		if (where == LANDS_BEHIND) {
			v[i].is_open = false;
		} else if (where == LANDS_FIRST || where == LANDS_INSIDE) {
			d = eval(e, s, value_sub(&e->syms, at, v[i].length));
			text_cut(e, s, &v[i], value_sub(&e->syms, at, value_const(v[i].at)));
			v[i].rest_zero =
				keeps_rest && range_is_single(&d) && range_min(&d) == v[i].at - 1;
			v[i].is_open = false;
		} else if (where == LANDS_ANYWHERE) {
			end_somewhere(e, s, &v[i]);
		}
	}
	if (!placed && !a.sym && starts)
		start_text(c, v, a, &empty, true);
}

/* Another byte in the middle of @t, or as its last one. */
static void replace_byte(struct engine *e, const struct state *s, struct text *t, struct aval at,
			 const struct text *byte)
{
	struct aval end = value_add(&e->syms, t->length, value_const(t->at));
	struct range d = eval(e, s, value_sub(&e->syms, at, end));
	struct text old = *t;

	if (range_is_single(&d) && range_min(&d) == -1) {
		text_cut(e, s, t, value_sub(&e->syms, t->length, value_const(1)));
		text_append(e, s, t, byte);
		t->is_open = old.is_open;
	} else {
		*t = text_any_of(&old, byte);
		t->body = charset_union(t->body, byte->last);
		if (range_max(&d) < -1) {
			t->last = old.last;
			t->blame[TEXT_END] = old.blame[TEXT_END];
		}
		if (charset_has(&byte->last, '\n'))
			text_mark(e, t, TEXT_LINE, "a newline", "it may be the last byte");
		t->length = old.length;
		t->is_open = old.is_open;
	}
	t->at = old.at;
	t->limit = old.limit;
	t->rest_zero = old.rest_zero;
}

static void write_byte(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		       const struct text *byte, bool starts)
{
	struct text *v = texts_edit(e, c);
	struct aval at = value_offset(a);
	bool placed = false;

	for (size_t i = 0; i < c->ntexts; i++) {
		enum landing where = landing_of(e, s, &v[i], at);

		if (where == LANDS_BEHIND)
			overwrite(e, s, &v[i], at, byte, where);
		else if (where == LANDS_INSIDE || where == LANDS_FIRST)
			replace_byte(e, s, &v[i], at, byte);
		else if (where == LANDS_ANYWHERE)
			mix_into(e, &v[i], byte, "where a byte was written is not known");
		else if (where == LANDS_BEYOND)
			note_beyond(e, s, &v[i], at);
		placed |= where == LANDS_BEHIND || where == LANDS_INSIDE || where == LANDS_FIRST;
	}
	if (!placed && !a.sym && starts)
		start_text(c, v, a, byte, true);
}

/* @v is a byte that may be the NUL: then the text has one byte less. */
static void doubt_end(struct engine *e, const struct state *s, struct contents *c, struct aval a)
{
	struct text *v = texts_edit(e, c);

	for (size_t i = 0; i < c->ntexts; i++) {
		enum landing where = landing_of(e, s, &v[i], value_offset(a));

		if (where == LANDS_INSIDE || where == LANDS_FIRST)
			v[i].length =
				text_doubtful_length(e, &v[i], "a copied byte may be the NUL");
	}
}

/* A flag or the copy of a register among a driver's data begins no string; a u8 elsewhere may. */
static bool starts_text(const struct engine *e, struct aval a, enum ir_type t)
{
	enum region_kind kind = region_get(e, a.region)->kind;

	return t == IRT_I8 || (t == IRT_U8 && kind != REGION_OUTSIDE && kind != REGION_GLOBAL);
}

void text_after_byte(struct engine *e, struct state *s, struct contents *c, struct aval a,
		     enum ir_type t, struct aval v)
{
	bool starts = starts_text(e, a, t);
	const char *doubt;
	struct charset set = charset_of_value(e, s, v, &doubt), nul = charset_between(0, 0);
	bool may_end = charset_has(&set, 0);
	struct text byte;

	if (value_is_const(v) && (v.k & 0xff) == 0) {
		write_nul(e, s, c, a, starts);
		return;
	}
	if (may_end && a.region != e->page)
		set = charset_minus(set, nul);
	byte = text_of_set(e, value_const(1), set, "a stored byte", doubt);
	text_add_deps(e, &byte, value_deps(&e->syms, v), "a stored byte");
	byte.is_open = true;
	write_byte(e, s, c, a, &byte, starts);
	if (may_end && a.region != e->page)
		doubt_end(e, s, c, a);
}

void text_after_store(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		      wide size)
{
	struct range at = eval(e, s, value_offset(a));
	struct text *v, any;

	if (!c->ntexts || range_is_empty(&at))
		return;
	v = texts_edit(e, c);
	any = text_of_set(e, value_const(0), charset_between(0, 0xff), "a number", NULL);
	for (size_t i = c->ntexts; i--;) {
		if (range_max(&at) + size <= v[i].at)
			continue;
		if (range_min(&at) >= text_end(e, s, &v[i])) {
			note_beyond(e, s, &v[i], value_offset(a));
			continue;
		}
		if (a.region == e->page)
			mix_into(e, &v[i], &any, "a number was written into the text");
		else
			texts_remove(c, v, i);
	}
}

void text_after_change(struct engine *e, const struct state *s, struct contents *c, struct aval a,
		       wide size, unsigned int deps, const char *doubt)
{
	const char *name = region_get(e, a.region)->name;
	struct sym_spec spec = { .range = range_of(0, size), .deps = deps, .doubt = doubt };
	struct text t;

	if (!doubt)
		spec.doubt = "how long the string is is not known";
	text_after_store(e, s, c, a, size);
	t = text_of_set(e, sym_fresh(&e->syms, &spec), charset_between(1, 0xff),
			name ? name : "a buffer", doubt);
	text_add_deps(e, &t, deps, name ? name : "a buffer");
	text_write(e, s, c, a, &t);
}

void text_after_zero(struct engine *e, struct state *s, struct contents *c, struct aval a,
		     wide size)
{
	wide end = object_end(&a);
	struct text *v;

	write_nul(e, s, c, a, true);
	v = texts_edit(e, c);
	if (a.sym)
		return;
	texts_clear(c, v, a.k + 1, a.k + size);
	for (size_t i = 0; i < c->ntexts; i++)
		if (v[i].at == a.k)
			v[i].rest_zero = end <= a.k + size || rest_is_zero(c, a.k, end);
}

void text_forget(struct contents *c)
{
	c->ntexts = 0;
}

/* ---- copies ---- */

/* @size bytes of constant bytes: up to the first NUL, or on the page to the last byte that is none.
 */
static struct text literal_piece(struct engine *e, const char *bytes, size_t size, bool to_page)
{
	size_t n = strnlen(bytes, size);
	bool is_open = n == size;
	struct text t;

	if (to_page)
		for (n = size; n && !bytes[n - 1];)
			n--;
	t = text_of_bytes(e, bytes, n);
	t.is_open = is_open;
	return t;
}

/* @size bytes of @t; on the page all of them count, the NUL behind @t too. */
static struct text unequal_piece(struct engine *e, struct state *s, struct text *t,
				 struct aval size, bool to_page)
{
	static const char why[] = "the copy may take more than the string";
	struct range d = eval(e, s, value_sub(&e->syms, size, t->length));

	if (range_is_empty(&d) || range_min(&d) > 0) {
		if (to_page)
			return *t;
	} else if (range_max(&d) <= 0) {
		if (!(range_is_single(&d) && range_min(&d) == 0))
			text_cut(e, s, t, size);
		t->is_open = true;
		return *t;
	}
	if (range_is_empty(&d) || range_min(&d) > 0)
		return *t;
	t->is_open = true;
	if (range_min(&d) == 0 && !to_page) /* all of it, and perhaps its NUL */
		return *t;
	t->body = t->last = text_chars(t);
	if (to_page) {
		text_mark(e, t, TEXT_NUL, "the NUL of a copied string", why);
		t->length = size;
	} else {
		t->length = text_doubtful_length(e, t, why);
	}
	return *t;
}

struct text text_of_copy(struct engine *e, struct state *s, struct aval from, struct aval size,
			 bool to_page)
{
	size_t n;
	const char *bytes = mem_literal(e, s, from, &n);
	struct text t;

	if (bytes && value_is_const(size) && size.k >= 0 && size.k <= (wide)n)
		return literal_piece(e, bytes, (size_t)size.k, to_page);
	t = mem_text(e, s, from);
	return unequal_piece(e, s, &t, size, to_page);
}

void text_after_copy(struct engine *e, const struct state *s, struct contents *c, struct aval to,
		     struct aval size, const struct text *text)
{
	struct range n = eval(e, s, size);

	if (!text->is_guess || to.region == e->page)
		text_write(e, s, c, to, text);
	else if (!range_is_empty(&n) && range_max(&n) <= INT32_MAX)
		text_after_store(e, s, c, to, range_max(&n));
	else
		text_forget(c);
}

void text_copy_members(struct engine *e, struct contents *c, const struct contents *src,
		       const struct aval *to, const struct aval *from, wide size)
{
	struct text *v;

	for (size_t i = 0; i < src->ntexts; i++) {
		struct text t = src->texts[i];

		if (t.at <= from->k || t.at >= from->k + size)
			continue;
		v = texts_edit(e, c);
		t.at += (int64_t)(to->k - from->k);
		if (t.limit != INT64_MAX)
			t.limit += (int64_t)(to->k - from->k);
		t.rest_zero = false;
		texts_clear(c, v, t.at, t.at + 1);
		texts_insert(c, v, &t);
	}
}

/* ---- whole strings ---- */

/* One past the last byte that a string of @length at @a may touch. */
static int64_t end_of_string(struct engine *e, const struct state *s, struct aval a,
			     struct aval length)
{
	struct range r = eval(e, s, value_add(&e->syms, value_offset(a), length));
	wide end = range_is_empty(&r) ? INT64_MAX : wide_add(range_max(&r), 1);

	if (value_room(a) && !a.sym && end > a.k + value_room(a))
		end = a.k + value_room(a);
	return end > INT64_MAX ? INT64_MAX : (int64_t)end;
}

void mem_set_text(struct engine *e, struct state *s, struct aval addr, const struct text *t,
		  unsigned int deps)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *old = contents_of(e, s, a.region);
	struct contents *c = contents_copy(e, old);
	wide lo = a.sym ? INT64_MIN : a.k, hi;

	nul_keep(e, s, c, old, value_offset(a), value_add(&e->syms, t->length, value_const(1)));
	if (!t->is_open)
		nul_put(e, s, c, value_add(&e->syms, a, t->length));
	c->user = (struct user_text){ 0 };
	text_write(e, s, c, a, t);
	hi = end_of_string(e, s, a, t->length);
	contents_remove_cells(e, c, (int64_t)lo, (int64_t)hi);
	if (!a.sym && a.k == 0 && !a.extent && !c->n)
		c->deps = 0; /* what was there before is gone */
	contents_change(e, c, lo, hi, deps & ~DEP_UNSTABLE, NULL);
	state_set_contents(e->arena, s, a.region, c);
}
