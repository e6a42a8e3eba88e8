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
 * that in.
 *
 * Copies count as the text itself as long as they hold all of it; contents
 * carry that (struct user_text).
 *
 * Limits: this proves and never refutes; hand-written loops over single bytes
 * and tests on checksums stay "not understood". Trials (trial.h) refute.
 */
#include "absint/input.h"

#define MAX_PASSED 6

struct input_facts {
	size_t n;
	const struct text_test *passed[MAX_PASSED]; /* that said yes, in order */
	enum newline_view newline; /* SEEN or ABSENT, if the last byte was tested */
	const char *doubt;	   /* a test that is not understood, or NULL */
	struct loc doubt_loc;
};

static const struct input_facts no_facts;

static const struct input_facts *facts_of(const struct state *s)
{
	return s->input ? s->input : &no_facts;
}

static struct input_facts *facts_change(struct engine *e, struct state *s)
{
	struct input_facts *f = arena_new_of(e->arena, struct input_facts);

	*f = *facts_of(s);
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

/* a - b if that is one number, else WIDE_MIN */
static wide exact_difference(struct engine *e, const struct state *s, struct aval a, struct aval b)
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
	wide less = exact_difference(e, s, e->count, end);

	if (less == 0 || exact_difference(e, s, length, end) == 0)
		return USER_TEXT_WHOLE;
	if (facts_of(s)->newline == NEWLINE_SEEN &&
	    (less == 1 || exact_difference(e, s, length, end) == 1))
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
	if (c->fill == FILL_ZERO && !c->n) /* the NUL is there already */
		return (struct user_text){ .kind = cut_at(e, s, size) };
	return (struct user_text){ USER_TEXT_BYTES, size };
}

struct user_text input_after_byte(struct engine *e, struct state *s, const struct contents *c,
				  struct aval at, struct aval v)
{
	struct user_text t = c->user;

	if (t.kind == USER_TEXT_NONE || !e->user)
		return t;
	if (!value_is_const(v) || v.k) {
		t.kind = USER_TEXT_NONE;
	} else if (t.kind == USER_TEXT_BYTES || t.kind == USER_TEXT_WHOLE) {
		t.kind = cut_at(e, s, at);
	} else if (t.kind != USER_TEXT_CUT &&
		   !(c->length_known && exact_difference(e, s, at, c->length) == 0)) {
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

	*t = *how;
	t->text = input_text_at(e, s, text, &t->offset);
	t->user_length = mem_length(e, s, text);
	t->other_length = mem_length(e, s, other);
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

	if (!v.sym || first == second || sym_get(&e->syms, v.sym)->test)
		return;
	t = new_test(e, s, how, first ? a : b, first ? b : a);
	t->is_limited = limit != NULL;
	if (limit)
		t->limit = *limit;
	sym_get(&e->syms, v.sym)->test = t;
}

static void pass(struct engine *e, struct state *s, const struct text_test *t)
{
	struct input_facts *f = facts_change(e, s);

	if (f->n < MAX_PASSED)
		f->passed[f->n++] = t;
}

void input_parsed(struct engine *e, struct state *s, const struct text_test *how, struct aval addr)
{
	if (is_user_text(e, s, addr))
		pass(e, s, new_test(e, s, how, addr, addr));
}

/* ---- branches ---- */

/* The symbol that a condition is about, behind negations, conversions, comparisons with constants.
 */
static uint32_t subject_of(const struct engine *e, uint32_t sym)
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

/* A number of bytes of the text: count, its length, or a sum of them and constants. */
static bool is_length(struct engine *e, struct state *s, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct aval length = mem_length(e, s, value_address(e->user, 0));
	bool all = y->kind == SYM_LINEAR;

	if (sym == e->count.sym || sym == length.sym)
		return true;
	for (size_t i = 0; all && i < y->nterms; i++) {
		const struct sym *t = sym_get(&e->syms, y->term[i].sym);

		all = y->term[i].sym == e->count.sym || y->term[i].sym == length.sym ||
		      !(t->deps & (DEP_BYTES | DEP_COUNT)) || t->after_blanks;
	}
	return all;
}

/* Whether @cond compares lengths only; the bounds that it leaves are weighed at the return. */
static bool is_length_test(struct engine *e, struct state *s, uint32_t cond)
{
	const struct sym *y = sym_get(&e->syms, cond);
	struct aval d;

	if (is_length(e, s, cond))
		return true;
	if (y->kind != SYM_EXPR || !(ir_ops[y->op].flags & IROP_COMPARE) || y->a.region ||
	    y->b.region)
		return false;
	d = value_sub(&e->syms, y->a, y->b);
	return !d.sym || is_length(e, s, d.sym);
}

/* "buf[len - 1] == '\n'" and its opposite; bytes behind a newline that was seen don't count. */
static bool note_newline(struct engine *e, struct state *s, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct range byte = eval(e, s, (struct aval){ .sym = sym });
	struct aval offset, length;
	struct input_facts *f;
	wide behind;

	if (y->kind != SYM_ATOM || !y->at.region || range_is_empty(&byte))
		return false;
	if (input_text_at(e, s, y->at, &offset).kind == USER_TEXT_NONE)
		return false;
	length = mem_length(e, s, value_address(e->user, 0));
	behind = exact_difference(e, s, e->count, offset);
	if (behind != 1)
		behind = exact_difference(e, s, length, offset);
	if (behind != 1)
		return behind == 0 || (behind == 2 && facts_of(s)->newline == NEWLINE_SEEN);
	f = facts_change(e, s);
	if (range_is_single(&byte) && range_min(&byte) == '\n')
		f->newline = NEWLINE_SEEN;
	else if (!range_contains(&byte, '\n'))
		f->newline = NEWLINE_ABSENT;
	else
		return false;
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
		return;
	}
	if (is_length_test(e, s, sym) || note_newline(e, s, sym) || facts_of(s)->doubt)
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
	if (a->n != b->n || a->newline != b->newline || !a->doubt != !b->doubt)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->passed[i] != b->passed[i])
			return false;
	return true;
}

const struct input_facts *input_join(struct engine *e, const struct input_facts *a,
				     const struct input_facts *b)
{
	struct input_facts *f;

	if (input_same(a, b))
		return a;
	a = a ? a : &no_facts;
	b = b ? b : &no_facts;
	f = arena_new_of(e->arena, struct input_facts);
	*f = a->doubt ? *a : *b;
	f->newline = a->newline == b->newline ? a->newline : NEWLINE_SENSITIVE;
	f->n = 0;
	for (size_t i = 0; i < a->n && i < b->n && a->passed[i] == b->passed[i]; i++)
		f->passed[f->n++] = a->passed[i];
	return f;
}

/* ---- weighing ---- */

/* How far one test reaches, given all that the state knows in the end. */
struct reach {
	enum input_extent extent;
	wide prefix;	  /* bytes that a fixed prefix surely covers */
	bool is_stripped; /* all but the final newline */
	bool has_nul;	  /* bytes behind a NUL were compared, too */
};

static struct reach reach_limited(struct engine *e, struct state *s, const struct text_test *t)
{
	struct range over = eval(e, s, value_sub(&e->syms, t->limit, t->other_length));
	struct range n = eval(e, s, t->limit);
	wide of_text = exact_difference(e, s, t->user_length, t->limit);
	wide of_count = exact_difference(e, s, e->count, t->limit);
	bool seen = facts_of(s)->newline == NEWLINE_SEEN;

	if (!range_is_empty(&over) && range_min(&over) >= 1)
		return (struct reach){ .extent = INPUT_WHOLE };
	if (range_is_single(&over) && range_min(&over) == 0) {
		if (of_text == 0 || of_count == 0)
			return (struct reach){ .extent = INPUT_WHOLE, .has_nul = of_count == 0 };
		if (seen && (of_text == 1 || of_count == 1))
			return (struct reach){ .extent = INPUT_WHOLE,
					       .is_stripped = true,
					       .has_nul = of_count == 1 };
	}
	if (value_deps(&e->syms, t->limit) & (DEP_BYTES | DEP_COUNT))
		return (struct reach){ .extent = INPUT_USER_PREFIX };
	return (struct reach){ .extent = INPUT_FIXED_PREFIX,
			       .prefix = range_is_empty(&n) ? 0 : range_min(&n) };
}

static struct reach reach_of(struct engine *e, struct state *s, const struct text_test *t)
{
	struct reach r = { .extent = INPUT_FIXED_PREFIX };

	if (t->text.kind == USER_TEXT_CUT || t->text.kind == USER_TEXT_BYTES)
		return r;
	if (t->is_limited)
		return reach_limited(e, s, t);
	r.extent = INPUT_WHOLE;
	return r;
}

static enum newline_view view_of(const struct input_facts *f, const struct text_test *t,
				 const struct reach *r)
{
	if (t->ignores_newline || t->text.kind == USER_TEXT_TRIMMED)
		return NEWLINE_IGNORED;
	if (t->text.kind == USER_TEXT_STRIPPED || r->is_stripped)
		return NEWLINE_SEEN;
	return f->newline == NEWLINE_ABSENT ? NEWLINE_ABSENT : NEWLINE_SENSITIVE;
}

/* A test of the length that lets a text pass but not the text and a newline. */
static bool length_decides(struct engine *e, struct state *s, const struct text_test *t)
{
	struct range count = eval(e, s, e->count), own = eval(e, s, t->other_length);
	struct range over = eval(e, s, value_sub(&e->syms, e->count, t->other_length));
	bool is_parsed = value_same(t->user_length, t->other_length);

	if (range_is_empty(&count) || range_is_empty(&own))
		return false;
	if (is_parsed) /* no number that show prints needs as much */
		return range_max(&count) < INPUT_NUMBER_ROOM;
	if (range_is_single(&over))
		return true;
	return range_max(&own) < INT32_MAX && range_max(&count) <= range_max(&own);
}

static void weigh(struct engine *e, struct state *s, const struct text_test *t,
		  struct outcome_input *o, wide *covered)
{
	const struct input_facts *f = facts_of(s);
	struct reach r = reach_of(e, s, t);

	if (!value_is_const(t->offset) || t->offset.k > *covered)
		return;
	if (r.extent == INPUT_FIXED_PREFIX && t->offset.k + r.prefix > *covered)
		*covered = t->offset.k + r.prefix;
	if (r.extent < o->extent)
		return;
	o->extent = r.extent;
	o->function = t->function;
	o->loc = t->loc;
	o->newline = view_of(f, t, &r);
	if (o->newline == NEWLINE_IGNORED && length_decides(e, s, t))
		o->newline = NEWLINE_SENSITIVE;
	o->sees_nul |= r.has_nul;
}

struct outcome_input input_summarise(struct engine *e, struct state *s)
{
	const struct input_facts *f = facts_of(s);
	struct outcome_input o = { .extent = INPUT_NOTHING,
				   .newline = NEWLINE_SENSITIVE,
				   .doubt = f->doubt,
				   .doubt_loc = f->doubt_loc };
	wide covered = 0;

	if (!e->user || !e->has_count)
		return o;
	for (size_t i = 0; i < f->n; i++)
		weigh(e, s, f->passed[i], &o, &covered);
	if (exact_difference(e, s, e->count, mem_length(e, s, value_address(e->user, 0))) == 0)
		o.sees_nul = true;
	return o;
}
