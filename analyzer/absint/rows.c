// SPDX-License-Identifier: MIT
/*
 * Which rows of a constant table an index may choose.
 *
 * A table is there to be read with every index that its code lets through. So
 * although nobody knows which numbers a device yields, a row that the path does
 * not rule out is one that is used some day: a number from outside that nothing
 * relates to anything else may be any of its range. What a row holds is known,
 * so a test of one of its columns, on the way, rules out the rows that fail it.
 *
 * A row that only a relation could rule out (an index below a number that is
 * not known either) is doubtful, and so are all of them where the index is no
 * number from outside: the counter of a widened loop, a sum of several.
 */
#include "absint/memory.h"

#define MAX_ROWS    4096 /* of a table that are looked at one by one */
#define MAX_JUDGED  256	 /* ... by what the path knows of the others in the row */
#define MAX_RELATED 16	 /* bounds that speak of the row */
#define MAX_DEPTH   6

/* Those inside the object of @size bytes; false if there is no such thing or too many. */
static bool clip_rows(struct rows *x, wide size)
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
	return lo <= hi && hi - lo < MAX_ROWS;
}

/* ---- the index ---- */

/*
 * Whether operator and constant make every number from 0 to a limit of enough numbers in a row,
 * once the result is shifted right by @shift: a field of a register.
 */
static bool reaches_all(const struct sym *y, const struct range *of, wide shift)
{
	wide span, k = y->b.k, field;

	if (range_is_empty(of) || of->n != 1 || !value_is_const(y->b))
		return false;
	span = range_max(of) - range_min(of);
	switch (y->op) {
	case OP_AND:
		field = k >> shift;
		return k >= 0 && !(field & (field + 1)) && span >= k;
	case OP_REM:
		return k > 0 && range_min(of) >= 0 && span >= k - 1;
	case OP_SHR:
	case OP_DIV:
		return range_min(of) >= 0 && k >= 0;
	case OP_CAST:
		return true;
	default:
		return false;
	}
}

/* The number from outside that @sym is made of; 0 if there is no such thing. */
static uint32_t outside_number(struct engine *e, const struct state *s, uint32_t sym, wide shift,
			       int depth)
{
	const struct sym *y = sym_get(&e->syms, sym);
	const struct range *bound = state_bound(s, sym);
	struct range of;

	if (y->kind == SYM_ATOM) {
		/* of what an unknown function yields, only what a test lets through */
		if (y->is_anything && (!bound || range_equal(bound, &y->base)))
			return 0;
		return y->what || y->at.region || y->is_anything ? sym : 0;
	}
	if (y->kind != SYM_EXPR || !y->a.sym || y->a.region || depth > MAX_DEPTH)
		return 0;
	of = eval(e, s, y->a);
	y = sym_get(&e->syms, sym);
	if (!reaches_all(y, &of, shift))
		return 0;
	if (y->op == OP_SHR && y->b.k < 64)
		shift += y->b.k;
	return outside_number(e, s, y->a.sym, shift < 64 ? shift : 63, depth + 1);
}

/* ---- what else the path knows of the row ---- */

static bool mentions(const struct engine *e, uint32_t sym, uint32_t number, int depth)
{
	const struct sym *y = sym ? sym_get(&e->syms, sym) : NULL;

	if (!y || sym == number || depth > MAX_DEPTH)
		return y != NULL;
	if (y->kind == SYM_ATOM)
		return y->element.region && mentions(e, y->element.sym, number, depth + 1);
	if (y->kind == SYM_EXPR)
		return mentions(e, y->a.sym, number, depth + 1) ||
		       mentions(e, y->b.sym, number, depth + 1);
	for (size_t i = 0; i < y->nterms; i++)
		if (mentions(e, y->term[i].sym, number, depth + 1))
			return true;
	return false;
}

/* Whether @sym is a number that @index is made of, or @index itself. */
static bool is_part(const struct engine *e, uint32_t index, uint32_t sym)
{
	for (int i = 0; index && i < MAX_DEPTH; i++) {
		const struct sym *y = sym_get(&e->syms, index);

		if (index == sym)
			return true;
		index = y->kind == SYM_EXPR ? y->a.sym : 0;
	}
	return false;
}

bool rows_is_inside(const struct engine *e, uint32_t index, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);

	if (y->kind != SYM_LINEAR)
		return is_part(e, index, sym);
	for (size_t i = 0; i < y->nterms; i++)
		if (!is_part(e, index, y->term[i].sym))
			return false;
	return true;
}

struct related {
	size_t n;
	struct bound bounds[MAX_RELATED];
	bool too_many;
};

/* The bounds that relate @number, or what the table holds for it, to something. */
static struct related related_to(const struct engine *e, const struct state *s, uint32_t number,
				 uint32_t index)
{
	struct related r = { 0 };

	for (size_t i = 0; i < s->bounds.n; i++) {
		const struct bound *b = &s->bounds.v[i];

		if (!mentions(e, b->sym, number, 0) || rows_is_inside(e, index, b->sym))
			continue;
		if (r.n == MAX_RELATED)
			r.too_many = true;
		else
			r.bounds[r.n++] = *b;
	}
	return r;
}

/* What the element of a table that @sym stands for is in @s, where its index is known. */
static bool element_value(struct engine *e, struct state *s, uint32_t sym, struct range *r)
{
	struct sym y = *sym_get(&e->syms, sym); /* the table may move */
	struct range at = eval(e, s, value_offset(y.element));
	struct aval a = { .region = y.element.region }, v;

	if (y.kind != SYM_ATOM || !y.element.region || !range_is_single(&at))
		return false;
	a.k = range_min(&at);
	v = mem_load(e, s, a, y.type);
	*r = eval(e, s, v);
	return true;
}

static void set_elements(struct engine *e, struct state *s, uint32_t sym, int depth)
{
	struct sym y = *sym_get(&e->syms, sym);
	struct range r;

	if (depth > MAX_DEPTH)
		return;
	if (element_value(e, s, sym, &r))
		(void)assume_in(e, s, (struct aval){ .sym = sym }, &r);
	if (y.kind == SYM_EXPR && y.a.sym)
		set_elements(e, s, y.a.sym, depth + 1);
	if (y.kind == SYM_EXPR && y.b.sym)
		set_elements(e, s, y.b.sym, depth + 1);
	for (size_t i = 0; y.kind == SYM_LINEAR && i < y.nterms; i++)
		set_elements(e, s, y.term[i].sym, depth + 1);
}

/* Without what is related, whose consequences are to be found. */
static struct state *free_state(struct engine *e, const struct state *s, uint32_t number,
				uint32_t index)
{
	struct state *f = state_fork(e->arena, s);
	size_t n = 0;

	for (size_t i = 0; i < s->bounds.n; i++) {
		uint32_t sym = s->bounds.v[i].sym;

		if (rows_is_inside(e, index, sym) || !mentions(e, sym, number, 0))
			f->bounds.v[n++] = s->bounds.v[i];
	}
	f->bounds.n = n;
	return f;
}

static enum row_fit judge_row(struct engine *e, const struct state *s, const struct related *r,
			      uint32_t number, struct aval index, wide i)
{
	struct state *f = free_state(e, s, number, index.sym);
	struct range row = range_single(i);
	enum row_fit fit = ROW_CERTAIN;

	if (!assume_in(e, f, index, &row))
		return ROW_OUT;
	for (size_t k = 0; k < r->n; k++)
		set_elements(e, f, r->bounds[k].sym, 0);
	for (size_t k = 0; k < r->n; k++) {
		struct range now = eval(e, f, (struct aval){ .sym = r->bounds[k].sym });
		struct range both = range_intersect(&now, r->bounds[k].range);

		if (range_is_empty(&both))
			return ROW_OUT;
		if (!range_subset(&now, r->bounds[k].range))
			fit = ROW_DOUBTFUL;
	}
	return fit;
}

static void mix(struct rows *x, enum row_fit fit)
{
	x->hash[0] = sym_key_mix(x->hash[0] + 1, (uint64_t)fit);
	x->hash[1] = sym_key_mix(x->hash[1] + 2, (uint64_t)fit);
}

static void judge_rows(struct engine *e, const struct state *s, struct aval index,
		       const struct range *r, struct rows *x)
{
	bool loose = state_loosened(&e->syms, s, index) != NULL;
	uint32_t number = loose ? 0 : outside_number(e, s, index.sym, 0, 0);
	struct related related = { 0 };
	enum row_fit otherwise = !x->doubt || number ? ROW_CERTAIN : ROW_DOUBTFUL;
	size_t n = (size_t)(x->hi - x->lo + 1);

	if (number)
		related = related_to(e, s, number, index.sym);
	if (related.too_many || (related.n && n > MAX_JUDGED)) {
		otherwise = ROW_DOUBTFUL;
		related.n = 0;
	}
	x->fit = arena_array(e->arena, n, sizeof(*x->fit));
	for (size_t k = 0; k < n; k++) {
		wide i = x->lo + (wide)k;

		x->fit[k] = otherwise;
		if (!range_contains(r, i))
			x->fit[k] = ROW_OUT;
		else if (related.n)
			x->fit[k] = judge_row(e, s, &related, number, index, i);
		mix(x, x->fit[k]);
		x->all_certain = (k == 0 || x->all_certain) && x->fit[k] != ROW_DOUBTFUL;
	}
}

/* ---- all of it ---- */

/* Bytes from one row of a table of structs to the next; else 0. */
static wide row_size(struct global_id g)
{
	const struct ir_ctype *c = g.global->ctype >= 0 ? &g.unit->ctypes.v[g.global->ctype] : NULL;

	if (!c || c->kind != CT_ARRAY || c->elem < 0)
		return 0;
	c = &g.unit->ctypes.v[c->elem];
	return c->kind == CT_STRUCT ? (wide)c->size : 0;
}

/* What leads to one of several rows leads to its begin, though only the first and the last are
 * known. */
static void keep_begins(struct rows *x, wide row)
{
	for (wide i = x->lo; row && i <= x->hi; i++)
		if (i % row)
			x->fit[i - x->lo] = ROW_OUT;
}

bool rows_of(struct engine *e, const struct state *s, struct aval a, enum ir_type t,
	     bool in_any_state, struct rows *x)
{
	struct global_id g = region_get(e, a.region)->global;
	const struct sym *y = sym_get(&e->syms, a.sym);
	struct aval index = { .sym = a.sym };
	struct range r;

	*x = (struct rows){ .base = a.k, .step = 1, .doubt = state_doubt(&e->syms, s, a) };
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
	if (!clip_rows(x, (wide)g.global->size))
		return false;
	x->hash[0] = (uint64_t)x->lo;
	x->hash[1] = (uint64_t)x->hi;
	if (!in_any_state)
		judge_rows(e, s, index, &r, x);
	if (!in_any_state && x->step == 1 && ir_type_bytes(t) > 1)
		keep_begins(x, row_size(g));
	return true;
}

const char *rows_doubt(struct engine *e, const struct state *s, struct aval v)
{
	const char *doubt = state_doubt(&e->syms, s, v);
	struct rows x;

	if (!doubt || !v.sym || v.region || !sym_get(&e->syms, v.sym)->element.region)
		return doubt;
	if (!rows_of(e, s, sym_get(&e->syms, v.sym)->element, sym_get(&e->syms, v.sym)->type, false,
		     &x))
		return doubt;
	return x.all_certain ? NULL : doubt;
}
