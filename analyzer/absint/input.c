// SPDX-License-Identifier: MIT
/*
 * What a path has established about the text that user space wrote.
 *
 * Three questions decide whether a store looks at the version string as the
 * contract wants: did the tests that let it succeed reach the end of the text
 * (MV207), is a text followed by a newline judged like the text alone (MV206),
 * and did anything look behind an embedded NUL (MV214)?
 *
 * The answer is collected in three steps. Where a kernel function compares or
 * parses, its result remembers what it would say about the text (struct
 * text_test). Where a branch decides on such a result, the test that said yes
 * is noted in the state, as are tests of the last byte against a newline; a
 * test on the written bytes that is neither of these is noted as not
 * understood. Where the handler returns, the tests are weighed with what the
 * state knows by then: strncmp(buf, own, n) covers the whole text only if n
 * turned out to be the length of both strings, whatever order the code tested
 * that in. A parser that goes through the text bit by bit is followed by the
 * position up to which every byte was tested: if the text turns out to end
 * there, nothing was left out.
 *
 * Copies count as the text itself as long as they hold all of it; contents
 * carry that (struct user_text).
 *
 * Limits: this proves and never refutes; hand-written loops over single bytes
 * and tests on checksums stay "not understood". Trials (trial.h) refute.
 */
#include <string.h>

#include "absint/input.h"
#include "absint/memory.h"

static const struct input_facts no_facts;

const struct input_facts *input_facts(const struct state *s)
{
	return s->input ? s->input : &no_facts;
}

static struct input_facts *facts_change(struct engine *e, struct state *s)
{
	struct input_facts *f = arena_new_of(e->arena, struct input_facts);

	*f = *input_facts(s);
	s->input = f;
	return f;
}

/* ---- where the user's text is ---- */

static bool is_after_blanks(const struct engine *e, struct aval offset)
{
	return offset.sym && !offset.k && sym_get(&e->syms, offset.sym)->after_blanks;
}

struct user_text input_text_at(struct engine *e, struct state *s, struct aval addr,
			       struct aval *offset)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *c = state_contents(s, a.region);
	struct user_text t = c ? c->user : mem_default(e, s, a.region)->user;

	*offset = value_offset(a);
	if (is_after_blanks(e, *offset)) {
		*offset = value_const(0);
		if (t.kind == USER_TEXT_WHOLE)
			t.kind = USER_TEXT_STRIPPED;
	}
	return t;
}

struct user_text input_copy_of(struct engine *e, struct state *s, struct aval from, bool cut)
{
	struct aval offset;
	struct user_text t = input_text_at(e, s, from, &offset);

	if (t.kind == USER_TEXT_BYTES || !value_is_const(offset) || offset.k)
		t.kind = USER_TEXT_NONE;
	if (cut && t.kind != USER_TEXT_NONE)
		t.kind = USER_TEXT_CUT;
	return t;
}

wide input_difference(struct engine *e, const struct state *s, struct aval a, struct aval b)
{
	struct range d;

	if (a.region || b.region)
		return WIDE_MIN;
	d = eval(e, s, value_sub(&e->syms, a, b));
	return range_is_single(&d) ? range_min(&d) : WIDE_MIN;
}

/* The text ends before offset @end: what is that of all that user space wrote? */
static enum user_text_kind cut_at(struct engine *e, struct state *s, struct aval end)
{
	struct aval length = mem_length(e, s, value_address(e->user, 0));
	wide less = input_difference(e, s, e->count, end);

	if (less == 0 || input_difference(e, s, length, end) == 0)
		return USER_TEXT_WHOLE;
	if ((e->given || input_facts(s)->newline == NEWLINE_SEEN) &&
	    (less == 1 || input_difference(e, s, length, end) == 1))
		return USER_TEXT_STRIPPED;
	return USER_TEXT_CUT;
}

struct user_text input_bytes_of(struct engine *e, struct state *s, const struct contents *c,
				struct aval at, struct aval from, struct aval size)
{
	struct user_text t = input_copy_of(e, s, from, false);

	if (t.kind == USER_TEXT_NONE || !value_is_const(at) || at.k)
		return (struct user_text){ 0 };
	if (t.kind != USER_TEXT_WHOLE)
		return (struct user_text){ .kind = USER_TEXT_CUT };
	if (c->fill == FILL_ZERO && !c->n &&
	    !contents_changed_in(c, 0, INT64_MAX)) /* the NUL is there already */
		return (struct user_text){ .kind = cut_at(e, s, size) };
	return (struct user_text){ USER_TEXT_BYTES, size };
}

struct user_text input_after_byte(struct engine *e, struct state *s, const struct contents *c,
				  struct aval at, struct aval v)
{
	const struct text *text = contents_text(c, 0);
	struct user_text t = c->user;

	if (t.kind == USER_TEXT_NONE || !e->user)
		return t;
	if (!value_is_const(v) || v.k) {
		t.kind = USER_TEXT_NONE;
	} else if (t.kind == USER_TEXT_BYTES || t.kind == USER_TEXT_WHOLE) {
		t.kind = cut_at(e, s, at);
	} else if (t.kind != USER_TEXT_CUT &&
		   !(text && input_difference(e, s, at, text->length) == 0)) {
		t.kind = USER_TEXT_CUT;
	}
	return t;
}

void input_set_text(struct engine *e, struct state *s, struct aval addr, struct user_text text)
{
	struct aval a = address_of(e, s, addr);
	struct contents *c = arena_new_of(e->arena, struct contents);

	if (!value_is_const(value_offset(a)) || a.k || !state_contents(s, a.region))
		return;
	*c = *state_contents(s, a.region);
	c->user = text;
	state_set_contents(e->arena, s, a.region, c);
}

void input_cut(struct engine *e, struct state *s, struct aval addr, bool blanks)
{
	struct aval offset;
	struct user_text t = input_text_at(e, s, addr, &offset);

	if (t.kind == USER_TEXT_NONE)
		return;
	t.kind = blanks && t.kind != USER_TEXT_CUT ? USER_TEXT_TRIMMED : USER_TEXT_CUT;
	addr = address_of(e, s, addr);
	input_set_text(e, s, value_address(addr.region, 0), t);
}

bool input_same_text(struct user_text a, struct user_text b)
{
	return a.kind == b.kind && value_same(a.bytes, b.bytes);
}

struct user_text input_join_text(struct user_text a, struct user_text b)
{
	if (input_same_text(a, b))
		return a;
	return (struct user_text){ .kind = a.kind && b.kind ? USER_TEXT_CUT : USER_TEXT_NONE };
}

/* ---- tests ---- */

static struct text_test *new_test(struct engine *e, struct state *s, const struct text_test *how,
				  struct aval text, struct aval other)
{
	struct text_test *t = arena_new_of(e->arena, struct text_test);
	const struct charset newline = charset_between('\n', '\n');
	struct text own;

	*t = *how;
	t->text = input_text_at(e, s, text, &t->offset);
	t->user_length = mem_length(e, s, text);
	own = mem_text(e, s, other);
	t->other_length = own.length;
	t->other = own.spelling;
	t->other_newline = charset_equal(&own.last, &newline);
	return t;
}

static bool is_user_text(struct engine *e, struct state *s, struct aval v)
{
	struct aval offset;

	return input_text_at(e, s, v, &offset).kind != USER_TEXT_NONE;
}

void input_compared(struct engine *e, struct state *s, const struct text_test *how, struct aval v,
		    struct aval a, struct aval b, const struct aval *limit)
{
	bool first = is_user_text(e, s, a), second = is_user_text(e, s, b);
	struct text_test *t;

	if (!v.sym || first == second || sym_get(&e->syms, v.sym)->test) {
		if (v.sym && !first && !second)
			sym_get(&e->syms, v.sym)->is_parsed = true;
		return;
	}
	t = new_test(e, s, how, first ? a : b, first ? b : a);
	t->is_limited = limit != NULL;
	if (limit)
		t->limit = *limit;
	sym_get(&e->syms, v.sym)->test = t;
}

static bool is_all_there(enum user_text_kind k)
{
	return k == USER_TEXT_WHOLE || k == USER_TEXT_STRIPPED || k == USER_TEXT_TRIMMED;
}

/* Bytes of the text from @at on were tested, @n of them. */
static void cover(struct engine *e, struct input_facts *f, const struct state *s, struct aval at,
		  struct aval n)
{
	struct aval end = value_add(&e->syms, at, n);
	struct range gap = eval(e, s, value_sub(&e->syms, f->covered, at));
	struct range gain = eval(e, s, value_sub(&e->syms, end, f->covered));

	if (range_is_empty(&gap) || range_is_empty(&gain) || range_min(&gap) < 0 ||
	    range_min(&gain) <= 0 || value_deps(&e->syms, n) & (DEP_BYTES | DEP_COUNT))
		return;
	f->covered = end;
}

static void pass(struct engine *e, struct state *s, const struct text_test *t)
{
	struct input_facts *f = facts_change(e, s);
	struct range over;

	if (f->n < INPUT_MAX_PASSED)
		f->passed[f->n++] = t;
	if (!t->is_limited || !is_all_there(t->text.kind))
		return;
	over = eval(e, s, value_sub(&e->syms, t->limit, t->other_length));
	if (!range_is_empty(&over) && range_max(&over) <= 0)
		cover(e, f, s, t->offset, t->limit);
}

void input_parsed(struct engine *e, struct state *s, const struct text_test *how, struct aval addr,
		  const struct aval *limit)
{
	struct text_test *t;

	if (!is_user_text(e, s, addr))
		return;
	t = new_test(e, s, how, addr, addr);
	if (limit) {
		t->is_limited = true;
		t->limit = t->other_length = *limit;
	}
	pass(e, s, t);
}

/* ---- branches ---- */

/* Every way that led here has found @r as well. */
static void add_reason(struct engine *e, struct state *s, struct input_reason r)
{
	struct input_facts *f = facts_change(e, s);

	if (!f->nways)
		f->nways = 1;
	for (size_t i = 0; i < f->nways; i++)
		if (f->way[i].n < INPUT_MAX_REASONS)
			f->way[i].reason[f->way[i].n++] = r;
}

/* A text of this handler's own that is @length long, as far as it is spelled. */
static struct spelling text_of_length(const struct state *s, struct aval length)
{
	for (size_t i = 0; i < s->mem.n; i++) {
		const struct contents *c = s->mem.v[i].contents;

		for (size_t k = 0; k < c->ntexts; k++)
			if (value_same(c->texts[k].length, length))
				return c->texts[k].spelling;
	}
	return (struct spelling){ 0 };
}

/* "len != strlen(own)": the text is not as long as the driver's. */
static struct spelling length_of_other(struct engine *e, const struct state *s, uint32_t cond)
{
	const struct sym *y = sym_get(&e->syms, cond);

	if (y->kind != SYM_EXPR || (y->op != OP_EQ && y->op != OP_NE) ||
	    input_difference(e, s, y->a, y->b) == 0)
		return (struct spelling){ 0 };
	return text_of_length(s, input_is_free(e, y->a.sym) ? y->a : y->b);
}

/* What a test of a length says on this side. */
static void add_length_reason(struct engine *e, struct state *s, uint32_t cond)
{
	struct aval length = mem_length(e, s, value_address(e->user, 0));
	struct range count = eval(e, s, e->count);
	struct range gap = eval(e, s, value_sub(&e->syms, e->count, length));

	if (range_is_empty(&count) || range_is_empty(&gap))
		return;
	add_reason(e, s,
		   (struct input_reason){ .longer = length_of_other(e, s, cond),
					  .has_nul = range_min(&gap) > 0,
					  .least = range_min(&count),
					  .most = range_max(&count) });
}

uint32_t subject_of(const struct engine *e, uint32_t sym)
{
	while (sym) {
		const struct sym *y = sym_get(&e->syms, sym);

		if (y->test)
			return sym;
		if (y->kind == SYM_LINEAR && y->nterms == 1)
			sym = y->term[0].sym;
		else if (y->kind == SYM_EXPR && y->a.sym && value_is_const(y->b))
			sym = y->a.sym;
		else if (y->kind == SYM_EXPR && y->b.sym && value_is_const(y->a))
			sym = y->b.sym;
		else
			return sym;
	}
	return 0;
}

static bool says_yes(struct engine *e, const struct state *s, uint32_t sym,
		     const struct text_test *t)
{
	struct range r = eval(e, s, (struct aval){ .sym = sym });

	if (range_is_empty(&r))
		return false;
	return t->nonzero_is_yes ? !range_contains(&r, 0)
				 : range_is_single(&r) && range_min(&r) == 0;
}

bool input_is_free(const struct engine *e, uint32_t sym)
{
	return !sym || !(sym_get(&e->syms, sym)->deps & (DEP_BYTES | DEP_COUNT));
}

/* The strlen() of a buffer that holds the text. */
static bool is_text_length(struct engine *e, struct state *s, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct aval offset;

	return y->is_length && y->at.region &&
	       is_all_there(input_text_at(e, s, y->at, &offset).kind);
}

/* A number of bytes of the text: count, its length, or a sum of them and what users can't choose.
 */
static bool is_length(struct engine *e, struct state *s, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct aval length = mem_length(e, s, value_address(e->user, 0));
	bool all = y->kind == SYM_LINEAR;

	if (sym == e->count.sym || sym == length.sym || is_text_length(e, s, sym) ||
	    y->after_blanks || y->is_text_end)
		return true;
	for (size_t i = 0; all && i < y->nterms; i++)
		all = input_is_free(e, y->term[i].sym) || is_length(e, s, y->term[i].sym);
	return all;
}

#define MAX_PARTS 64 /* of a number: "v ^= v << 1" in a loop doubles them in each round */

static bool parts_are_parsed(struct engine *e, struct state *s, uint32_t sym, int *left)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct aval offset;
	bool all = y->kind != SYM_ATOM;

	if (--*left < 0)
		return false;
	if (input_is_free(e, sym) || y->is_parsed)
		return true;
	if (y->kind == SYM_ATOM)
		return y->at.region && !y->is_length &&
		       input_text_at(e, s, y->at, &offset).kind == USER_TEXT_NONE;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		all = all && parts_are_parsed(e, s, y->term[i].sym, left);
	return all && (y->kind != SYM_EXPR || (parts_are_parsed(e, s, y->a.sym, left) &&
					       parts_are_parsed(e, s, y->b.sym, left)));
}

/* A number that was made of the text by a parser: a newline behind the text doesn't change it. */
static bool is_parsed(struct engine *e, struct state *s, uint32_t sym)
{
	int left = MAX_PARTS;

	return parts_are_parsed(e, s, sym, &left);
}

/* Whether @cond compares lengths only; the bounds that it leaves are weighed at the return. */
static bool is_length_test(struct engine *e, struct state *s, uint32_t cond)
{
	const struct sym *y = sym_get(&e->syms, cond);
	struct aval d;

	if (is_length(e, s, cond))
		return true;
	if (y->kind != SYM_EXPR || !(ir_ops[y->op].flags & IROP_COMPARE) ||
	    y->a.region != y->b.region)
		return false;
	d = value_sub(&e->syms, y->a, y->b);
	return !d.sym || is_length(e, s, d.sym);
}

bool input_is_end(struct engine *e, struct state *s, struct aval at, wide newline)
{
	struct aval length = mem_length(e, s, value_address(e->user, 0));

	return input_difference(e, s, e->count, at) == newline ||
	       input_difference(e, s, length, at) == newline;
}

/* A byte just behind what was covered: the newline that may end the text, or its NUL. */
static bool note_end(struct engine *e, struct state *s, struct aval offset, struct range byte)
{
	wide ahead = input_difference(e, s, offset, input_facts(s)->covered);
	struct input_facts *f;

	if (!range_is_single(&byte) || ahead < 0 || ahead > 1 ||
	    (ahead == 1 && input_facts(s)->newline != NEWLINE_SEEN))
		return false;
	f = facts_change(e, s);
	if (range_min(&byte) == 0)
		f->is_ended = true;
	else if (range_min(&byte) == '\n' && !ahead)
		f->newline = NEWLINE_SEEN;
	else
		return false;
	return true;
}

/* Whether the last byte of the text is a newline, as "buf[len - 1] == '\n'" asks. */
static bool note_last(struct engine *e, struct state *s, struct range byte)
{
	struct input_facts *f = facts_change(e, s);

	if (range_is_single(&byte) && range_min(&byte) == '\n')
		f->newline = NEWLINE_SEEN;
	else if (!range_contains(&byte, '\n'))
		f->newline = NEWLINE_ABSENT;
	else
		return false;
	return true;
}

/* A test of one byte; those behind the end of the text don't count. */
static bool note_byte(struct engine *e, struct state *s, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct range byte = eval(e, s, (struct aval){ .sym = sym });
	struct aval offset;
	bool is_plain;

	if (y->kind != SYM_ATOM || !y->at.region || y->is_length || range_is_empty(&byte) ||
	    input_text_at(e, s, y->at, &offset).kind == USER_TEXT_NONE)
		return false;
	if (note_end(e, s, offset, byte))
		return true;
	is_plain = !range_contains(&byte, 0) && !range_contains(&byte, '\n');
	if (is_plain)
		cover(e, facts_change(e, s), s, offset, value_const(1));
	if (input_is_end(e, s, offset, 1))
		return note_last(e, s, byte);
	if (input_is_end(e, s, offset, 0) ||
	    (input_facts(s)->newline == NEWLINE_SEEN && input_is_end(e, s, offset, 2)))
		return true;
	return is_plain || input_difference(e, s, offset, input_facts(s)->covered) == 0;
}

/* "buf[i] == own[i]" */
static bool note_equal_byte(struct engine *e, struct state *s, uint32_t cond)
{
	const struct sym *y = sym_get(&e->syms, cond);
	struct aval user, other;

	if (y->kind != SYM_EXPR || y->op != OP_EQ || y->a.k || y->b.k || !y->a.sym || !y->b.sym)
		return false;
	user = sym_get(&e->syms, y->a.sym)->deps & DEP_BYTES ? y->a : y->b;
	other = user.sym == y->a.sym ? y->b : y->a;
	if (sym_get(&e->syms, other.sym)->deps & (DEP_BYTES | DEP_COUNT) ||
	    input_difference(e, s, user, other) != 0)
		return false;
	return note_byte(e, s, user.sym);
}

/* count == strlen(text): nothing is behind its NUL. */
static void note_nul(struct engine *e, struct state *s, uint32_t cond)
{
	const struct sym *y = sym_get(&e->syms, cond);
	struct aval length;
	wide d;

	if (y->kind != SYM_EXPR || (y->op != OP_EQ && y->op != OP_NE))
		return;
	length = y->a.sym && is_text_length(e, s, y->a.sym) ? y->a : y->b;
	if (!length.sym || length.k || !is_text_length(e, s, length.sym))
		return;
	d = input_difference(e, s, e->count, length);
	if (d == 0 || (d == 1 && input_facts(s)->newline == NEWLINE_SEEN))
		facts_change(e, s)->sees_nul = true;
}

void input_scanned(struct engine *e, struct state *s, struct aval addr, struct aval end)
{
	struct aval offset;
	struct user_text t = input_text_at(e, s, addr, &offset);

	if (!end.sym || end.k || !is_all_there(t.kind) || !value_same(offset, value_const(0)))
		return;
	sym_get(&e->syms, end.sym)->is_text_end = true;
	facts_change(e, s)->covered = end;
}

#define MAX_TABLE 16

void input_unlike(struct engine *e, struct state *s, const struct text_test *how, struct aval addr,
		  struct aval table, struct aval n)
{
	if (!is_user_text(e, s, addr) || !value_is_const(n) || n.k < 0 || n.k > MAX_TABLE)
		return;
	for (wide i = 0; i < n.k; i++) {
		struct aval at = value_add(&e->syms, table, value_const(i * 8));
		struct aval text = mem_load(e, s, at, IRT_PTR);

		if (value_is_const(text))
			return; /* a NULL ends the table */
		add_reason(e, s,
			   (struct input_reason){ .failed = new_test(e, s, how, addr, text),
						  .most = WIDE_MAX });
	}
}

bool input_searched(struct engine *e, struct state *s, struct aval addr, struct aval n,
		    struct aval c, bool found)
{
	struct aval a = address_of(e, s, addr), length;

	if (!e->user || a.region != e->user || a.sym || a.k || !value_is_const(c) || c.k)
		return true;
	length = mem_length(e, s, a);
	if (!found)
		return assume_at_most(e, s, n, length, 0);
	if (!assume_at_most(e, s, length, n, -1))
		return false;
	add_length_reason(e, s, length.sym);
	return true;
}

void input_branch(struct engine *e, struct state *s, struct loc loc, struct aval cond)
{
	uint32_t sym = subject_of(e, cond.sym);
	struct input_facts *f;

	if (!sym || !e->user || !(value_deps(&e->syms, cond) & (DEP_BYTES | DEP_COUNT)))
		return;
	if (sym_get(&e->syms, sym)->test) {
		if (says_yes(e, s, sym, sym_get(&e->syms, sym)->test))
			pass(e, s, sym_get(&e->syms, sym)->test);
		else
			add_reason(e, s,
				   (struct input_reason){ .failed = sym_get(&e->syms, sym)->test,
							  .most = WIDE_MAX });
		return;
	}
	note_nul(e, s, sym);
	if (is_length_test(e, s, sym)) {
		add_length_reason(e, s, sym);
		return;
	}
	if (is_parsed(e, s, sym) || note_byte(e, s, sym) || note_equal_byte(e, s, sym) ||
	    input_facts(s)->doubt)
		return;
	f = facts_change(e, s);
	f->doubt = "the written text is tested in a way that is not followed";
	f->doubt_loc = loc;
}

/* ---- merging ---- */

bool input_same(const struct input_facts *a, const struct input_facts *b)
{
	a = a ? a : &no_facts;
	b = b ? b : &no_facts;
	if (a == b)
		return true;
	if (a->n != b->n || a->newline != b->newline || !a->doubt != !b->doubt ||
	    a->is_ended != b->is_ended || a->sees_nul != b->sees_nul ||
	    !value_same(a->covered, b->covered))
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->passed[i] != b->passed[i])
			return false;
	return true;
}

static bool same_ways(const struct input_facts *a, const struct input_facts *b)
{
	a = a ? a : &no_facts;
	b = b ? b : &no_facts;
	return a->nways == b->nways && !memcmp(a->way, b->way, a->nways * sizeof(*a->way));
}

/* The ways of both; too many are one of which nothing is known. */
static void join_ways(struct input_facts *f, const struct input_facts *a,
		      const struct input_facts *b)
{
	f->nways = 0;
	if (!a->nways || !b->nways)
		return;
	memcpy(f->way, a->way, sizeof(f->way));
	f->nways = a->nways;
	for (size_t i = 0; i < b->nways; i++) {
		bool is_there = false;

		for (size_t k = 0; k < a->nways; k++)
			is_there |= !memcmp(&a->way[k], &b->way[i], sizeof(*b->way));
		if (!is_there && f->nways == INPUT_MAX_WAYS) {
			f->nways = 0;
			return;
		}
		if (!is_there)
			f->way[f->nways++] = b->way[i];
	}
}

const struct input_facts *input_join(struct engine *e, const struct input_facts *a,
				     const struct input_facts *b)
{
	struct input_facts *f;

	if (input_same(a, b) && same_ways(a, b))
		return a;
	a = a ? a : &no_facts;
	b = b ? b : &no_facts;
	f = arena_new_of(e->arena, struct input_facts);
	*f = a->doubt ? *a : *b;
	f->newline = a->newline == b->newline ? a->newline : NEWLINE_SENSITIVE;
	if (!value_same(a->covered, b->covered))
		f->covered = value_const(0);
	f->is_ended = a->is_ended && b->is_ended && value_same(a->covered, b->covered);
	f->sees_nul = a->sees_nul && b->sees_nul;
	f->n = 0;
	for (size_t i = 0; i < a->n && i < b->n && a->passed[i] == b->passed[i]; i++)
		f->passed[f->n++] = a->passed[i];
	join_ways(f, a, b);
	return f;
}
