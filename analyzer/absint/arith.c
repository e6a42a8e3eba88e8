// SPDX-License-Identifier: MIT
/*
 * What numbers are.
 *
 * eval() answers "which values can this be here" from three sources at once:
 * what the symbol always is, what the state has learned of it, and what follows
 * from its parts. assume_*() go the other way: a test on a sum or a cast is
 * carried back to its terms. Both stop at a small depth; stopping early loses
 * precision, never soundness.
 *
 * C's conversions are explicit CAST instructions. A cast whose operand fits its
 * target is the operand itself, so relations survive; otherwise it is an EXPR
 * that simplify_value() dissolves once a later test has narrowed the operand.
 * That is how "ret < 0 ? ret : count" (int and size_t) comes out exact: the
 * error goes through an unsigned conversion and back, and cast(cast(x)) is x.
 */
#include "absint/engine.h"
#include "absint/range_op.h"
#include "base/fatal.h"

#define MAX_DEPTH     6
#define MAX_RELATIONS 32 /* other differences looked at to bound one */

/* The lowest and highest address that can hold an object: no NULL, no ERR_PTR. */
#define ADDRESS_MIN ((wide)4096)
#define ADDRESS_MAX (((wide)1 << 64) - 4096 - 1)

static struct range eval_sym(struct engine *e, const struct state *s, uint32_t sym, int depth);

static struct range eval_at(struct engine *e, const struct state *s, struct aval v, int depth)
{
	struct range r;

	if (v.region)
		return range_of(ADDRESS_MIN, ADDRESS_MAX);
	r = v.sym ? eval_sym(e, s, v.sym, depth) : range_single(0);
	return range_shift(&r, v.k);
}

struct range eval(struct engine *e, const struct state *s, struct aval v)
{
	e->budget.evals++;
	return eval_at(e, s, v, 0);
}

struct range eval_quickly(struct engine *e, const struct state *s, uint32_t sym)
{
	return eval_sym(e, s, sym, 1);
}

/* ---- deciding comparisons ---- */

enum truth { IS_FALSE, IS_TRUE, IS_OPEN };

static enum truth decide_by_difference(enum ir_op op, const struct range *d)
{
	bool zero = range_contains(d, 0), less = range_overlaps(d, WIDE_MIN, -1),
	     more = range_overlaps(d, 1, WIDE_MAX);

	switch (op) {
	case OP_EQ:
		return !zero ? IS_FALSE : !less && !more ? IS_TRUE : IS_OPEN;
	case OP_NE:
		return !zero ? IS_TRUE : !less && !more ? IS_FALSE : IS_OPEN;
	case OP_LT:
		return !less ? IS_FALSE : !zero && !more ? IS_TRUE : IS_OPEN;
	case OP_LE:
		return !more ? IS_TRUE : !zero && !less ? IS_FALSE : IS_OPEN;
	default:
		BUG("not a normalised comparison: %d", (int)op);
	}
}

static enum truth decide_addresses(struct engine *e, enum ir_op op, struct aval a, struct aval b)
{
	if ((op == OP_EQ || op == OP_NE) && region_distinct(e, a.region, b.region))
		return op == OP_NE ? IS_TRUE : IS_FALSE;
	return IS_OPEN;
}

static enum truth decide_at(struct engine *e, const struct state *s, enum ir_op op, struct aval a,
			    struct aval b, int depth)
{
	struct range ra, rb, d;

	if (a.region && b.region && a.region != b.region)
		return decide_addresses(e, op, a, b);
	if (a.region && a.region == b.region) {
		a = value_offset(a);
		b = value_offset(b);
	}
	ra = eval_at(e, s, a, depth);
	rb = eval_at(e, s, b, depth);
	if (op == OP_EQ || op == OP_NE) {
		struct range both = range_intersect(&ra, &rb);

		if (range_is_empty(&both))
			return op == OP_NE ? IS_TRUE : IS_FALSE;
	}
	if (a.region || b.region) {
		rb = range_scale(&rb, -1);
		d = range_add(&ra, &rb);
	} else {
		d = eval_at(e, s, value_sub(&e->syms, a, b), depth);
	}
	return range_is_empty(&d) ? IS_OPEN : decide_by_difference(op, &d);
}

/* What single ranges decide needs no search for relations. */
static enum truth decide(struct engine *e, const struct state *s, enum ir_op op, struct aval a,
			 struct aval b, int depth)
{
	enum truth t = decide_at(e, s, op, a, b, depth ? depth : 1);

	return t == IS_OPEN && !depth ? decide_at(e, s, op, a, b, 0) : t;
}

/* ---- eval ---- */

static bool is_compare(enum ir_op op)
{
	return ir_ops[op].flags & IROP_COMPARE;
}

static struct range eval_expr(struct engine *e, const struct state *s, const struct sym *y,
			      int depth)
{
	struct sym copy = *y; /* the table may move */
	struct range a, b, r;

	if (is_compare(copy.op)) {
		enum truth t = decide(e, s, copy.op, copy.a, copy.b, depth + 1);

		return t == IS_OPEN ? range_of(0, 1) : range_single(t == IS_TRUE);
	}
	a = eval_at(e, s, copy.a, depth + 1);
	if (range_is_empty(&a))
		return copy.base;
	if (copy.op == OP_CAST)
		return cast_range(&a, copy.type);
	b = eval_at(e, s, copy.b, depth + 1);
	if (range_is_empty(&b))
		return copy.base;
	r = range_op(copy.op, &a, &b);
	return cast_range(&r, copy.type);
}

static struct range sum_of_terms(struct engine *e, const struct state *s, uint32_t sym, int depth,
				 size_t skip)
{
	struct range r = range_single(0);

	for (size_t i = 0; i < sym_get(&e->syms, sym)->nterms; i++) {
		struct term t = sym_get(&e->syms, sym)->term[i];
		struct range x;

		if (i == skip)
			continue;
		x = eval_sym(e, s, t.sym, depth + 1);
		x = range_scale(&x, t.coef);
		r = range_add(&r, &x);
	}
	return r;
}

/* The range of a sum, by its terms and by what is recorded of it as a symbol. */
static struct range eval_sum(struct engine *e, const struct state *s, struct sum *sum)
{
	struct range r = range_single(sum->k), x;
	const struct range *bound;
	uint32_t sym;

	for (size_t i = 0; i < sum->n; i++) {
		x = eval_sym(e, s, sum->term[i].sym, MAX_DEPTH);
		x = range_scale(&x, sum->term[i].coef);
		r = range_add(&r, &x);
	}
	sym = sum->n ? sum_find(&e->syms, sum) : 0;
	bound = sym ? state_bound(s, sym) : NULL;
	if (!bound)
		return r;
	x = range_shift(bound, sum->k);
	return range_intersect(&r, &x);
}

/* How often @other goes into @sym, by the first term that they share: 2 for 2a - b and a - c. */
static wide factor_of(const struct engine *e, uint32_t sym, uint32_t other)
{
	const struct sym *a = sym_get(&e->syms, sym), *b = sym_get(&e->syms, other);

	for (size_t i = 0; i < a->nterms; i++)
		for (size_t k = 0; k < b->nterms; k++)
			if (a->term[i].sym == b->term[k].sym &&
			    a->term[i].coef % b->term[k].coef == 0 &&
			    a->term[i].coef / b->term[k].coef > 1)
				return a->term[i].coef / b->term[k].coef;
	return 1;
}

/*
 * a - c <= (a - b) + (b - c): for each difference the state has bounded, bound
 * @sym by it and what remains. One step is enough for the chains drivers make.
 */
static struct range by_other_relations(struct engine *e, const struct state *s, uint32_t sym,
				       struct range r)
{
	int left = MAX_RELATIONS;

	/* the last ones first: what the path asked last is what it goes by */
	for (size_t i = s->bounds.n; i-- && left && !range_is_empty(&r);) {
		uint32_t other = s->bounds.v[i].sym;
		struct range x, known;
		struct sum rest;
		wide c;

		if (other == sym || sym_get(&e->syms, other)->kind != SYM_LINEAR)
			continue;
		left--;
		c = factor_of(e, sym, other);
		rest = sum_less(&e->syms, (struct aval){ .sym = sym }, c,
				(struct aval){ .sym = other });
		if (rest.n > 2)
			continue;
		known = range_scale(s->bounds.v[i].range, c);
		x = eval_sum(e, s, &rest);
		x = range_add(&x, &known);
		r = range_intersect(&r, &x);
	}
	return r;
}

static struct range eval_linear(struct engine *e, const struct state *s, uint32_t sym,
				struct range r, int depth)
{
	const struct range *twin = state_bound(s, sym_get(&e->syms, sym)->twin);
	struct range x = sum_of_terms(e, s, sym, depth, SYM_TERMS);

	r = range_intersect(&r, &x);
	if (twin) {
		x = range_scale(twin, -1);
		r = range_intersect(&r, &x);
	}
	return depth == 0 && sym_get(&e->syms, sym)->nterms > 1 ? by_other_relations(e, s, sym, r)
								: r;
}

/* A sum that has become a number of its own is still no more than its parts. */
static struct range eval_parts(struct engine *e, const struct state *s, const struct sum *parts,
			       struct range r, int depth)
{
	struct range all = range_single(0);

	for (size_t i = 0; i < parts->n; i++) {
		struct range x = eval_sym(e, s, parts->term[i].sym, depth + 1);

		x = range_scale(&x, parts->term[i].coef);
		all = range_add(&all, &x);
	}
	return range_intersect(&r, &all);
}

static struct range eval_sym(struct engine *e, const struct state *s, uint32_t sym, int depth)
{
	const struct sym *y = sym_get(&e->syms, sym);
	const struct range *bound = state_bound(s, sym);
	struct range r = bound ? range_intersect(&y->base, bound) : y->base, x;

	if (depth < MAX_DEPTH && y->parts)
		return eval_parts(e, s, y->parts, r, depth);
	if (depth >= MAX_DEPTH || y->kind == SYM_ATOM)
		return r;
	if (y->kind == SYM_LINEAR)
		return eval_linear(e, s, sym, r, depth);
	x = eval_expr(e, s, y, depth);
	return range_intersect(&r, &x);
}

/* ---- C operators ---- */

struct aval simplify_value(struct engine *e, const struct state *s, struct aval v)
{
	for (int i = 0; i < MAX_DEPTH && v.sym; i++) {
		const struct sym *y = sym_get(&e->syms, v.sym);
		struct aval inner = y->a;
		struct range r, full;

		if (y->kind != SYM_EXPR || y->op != OP_CAST)
			return v;
		full = type_range(y->type);
		r = eval(e, s, inner);
		if (!range_subset(&r, &full))
			return v;
		inner.k = wide_add(inner.k, v.k);
		inner.flags |= v.flags;
		inner.failure = v.failure ? v.failure : inner.failure;
		inner.origin = v.origin;
		v = inner;
	}
	return v;
}

static struct aval keep_marks(struct aval to, struct aval from)
{
	to.flags |= from.flags;
	to.failure = from.failure;
	to.origin = from.origin;
	return to;
}

struct aval cast_value(struct engine *e, const struct state *s, struct aval v, enum ir_type to)
{
	struct range r = eval(e, s, v), full = type_range(to);
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;
	wide by;

	if (to == IRT_OTHER || to == IRT_VOID || range_is_empty(&r) || range_subset(&r, &full))
		return v;
	if (to == IRT_BOOL)
		return keep_marks(compare_value(e, s, OP_NE, v, value_const(0)), v);
	if (v.region)
		return sym_expr(&e->syms, OP_CAST, to, IRT_PTR, v, value_const(0), &full);
	if (range_min(&r) > WIDE_MIN && range_max(&r) < WIDE_MAX &&
	    window_of(to, range_min(&r)) == window_of(to, range_max(&r))) {
		by = window_of(to, range_min(&r)) * type_span(to);
		v.k = wide_add(v.k, -by);
		return v;
	}
	if (y && y->kind == SYM_EXPR && y->op == OP_CAST && !v.k &&
	    ir_type_bits(y->type) >= ir_type_bits(to))
		return keep_marks(cast_value(e, s, y->a, to), v);
	return keep_marks(sym_expr(&e->syms, OP_CAST, to, IRT_VOID, v, value_const(0), &full), v);
}

/* x & mask is x if the mask keeps every bit x can have. */
static bool mask_keeps(const struct range *r, wide mask)
{
	return mask > 0 && all_ones(mask) == mask && range_min(r) >= 0 && range_max(r) <= mask;
}

static struct aval other_op(struct engine *e, struct state *s, enum ir_op op, enum ir_type t,
			    struct aval a, struct aval b)
{
	struct range ra = eval(e, s, a), rb = eval(e, s, b), r, full = type_range(t);
	struct aval v;

	if (range_is_empty(&ra) || range_is_empty(&rb))
		return value_const(0);
	r = range_op(op, &ra, &rb);
	r = cast_range(&r, t);
	if (range_is_single(&r))
		return (struct aval){ .k = range_min(&r),
				      .flags = (a.flags | b.flags) & VF_CONFIG };
	if (op == OP_AND && value_is_const(b) && mask_keeps(&ra, b.k))
		return a;
	v = sym_expr(&e->syms, op, t, t, a, b, &full);
	/* recorded, because evaluation stops at a depth that long chains of operators reach */
	if (!range_equal(&r, &full) && !state_bound(s, v.sym))
		state_set_bound(e->arena, s, v.sym, &r, 0);
	bound_result(e, s, op, v, a, b);
	return v;
}

static struct aval in_order(struct engine *e, struct state *s, struct aval v, enum ir_type t)
{
	sum_keep_in_order(e, s, v, t);
	return cast_value(e, s, v, t);
}

struct aval arith_value(struct engine *e, struct state *s, enum ir_op op, enum ir_type t,
			struct aval a, struct aval b)
{
	struct symtab *st = &e->syms;

	if (op == OP_ADD || op == OP_SUB)
		sum_make_room(e, s, &a, &b);
	switch (op) {
	case OP_ADD:
		return in_order(e, s, value_add(st, a, b), t);
	case OP_SUB:
		return cast_value(e, s, value_sub(st, a, b), t);
	case OP_NEG:
		return cast_value(e, s, value_scale(st, a, -1), t);
	case OP_NOT:
		return cast_value(e, s, value_sub(st, value_const(-1), a), t);
	case OP_MUL:
		if (value_is_const(a) || value_is_const(b))
			return in_order(e, s,
					value_is_const(a) ? value_scale(st, b, a.k)
							  : value_scale(st, a, b.k),
					t);
		return other_op(e, s, op, t, a, b);
	case OP_SHL:
		if (value_is_const(b) && b.k >= 0 && b.k < 64)
			return in_order(e, s, value_scale(st, a, (wide)1 << (int)b.k), t);
		return other_op(e, s, op, t, a, b);
	default:
		return other_op(e, s, op, t, a, b);
	}
}

/* Comparisons come in four forms; a > b is b < a. */
static void normalise(enum ir_op *op, struct aval *a, struct aval *b)
{
	struct aval t = *a;

	if (*op != OP_GT && *op != OP_GE)
		return;
	*op = *op == OP_GT ? OP_LT : OP_LE;
	*a = *b;
	*b = t;
}

/* The address in an object that a pointer leads to, as the pointer: two names of one thing. */
static struct aval as_pointer(struct engine *e, struct aval v)
{
	const struct region *r = region_get(e, v.region);

	if (!v.region || r->kind != REGION_OUTSIDE || !r->pointer.sym)
		return v;
	return value_add(&e->syms, r->pointer, value_offset(v));
}

struct aval compare_value(struct engine *e, const struct state *s, enum ir_op op, struct aval a,
			  struct aval b)
{
	struct range bit = range_of(0, 1);
	struct aval v = { 0 };
	enum truth t;

	normalise(&op, &a, &b);
	t = decide(e, s, op, a, b, 0);
	if (t == IS_OPEN)
		v = sym_expr(&e->syms, op, IRT_I32, IRT_VOID, as_pointer(e, a), as_pointer(e, b),
			     &bit);
	else
		v.k = t == IS_TRUE;
	v.flags = (a.flags | b.flags) & VF_CONFIG;
	v.failure = a.failure ? a.failure : b.failure;
	return v;
}

/* ---- assumptions ---- */

/* "ops == &new_ops": no range tells it, so the answer itself is kept. */
static void assume_address(struct engine *e, struct state *s, enum ir_op op, struct aval a,
			   struct aval b)
{
	struct range bit = range_of(0, 1), yes = range_single(1);
	struct aval v = sym_expr(&e->syms, op, IRT_I32, IRT_VOID, a, b, &bit);

	state_set_bound(e->arena, s, v.sym, &yes, TESTED_LEAST);
}

static bool assume_compare(struct engine *e, struct state *s, enum ir_op op, struct aval a,
			   struct aval b, int depth)
{
	static const wide lows[] = { [OP_EQ] = 0, [OP_LT] = WIDE_MIN, [OP_LE] = WIDE_MIN };
	static const wide highs[] = { [OP_EQ] = 0, [OP_LT] = -1, [OP_LE] = 0 };
	enum truth t = decide(e, s, op, a, b, 0);
	struct aval d;
	struct range r;

	if (t != IS_OPEN)
		return t == IS_TRUE;
	if ((a.region || b.region) && a.region != b.region) {
		assume_address(e, s, op, a, b);
		return true;
	}
	d = value_sub(&e->syms, a, b);
	if (op == OP_NE) {
		r = range_all();
		r = range_without(&r, -d.k, -d.k);
	} else {
		r = range_of(lows[op], highs[op]);
		r = range_shift(&r, -d.k);
	}
	if (d.sym)
		bound_loosen(e, s, op, d.sym);
	return d.sym ? refine(e, s, d.sym, &r, depth) : true;
}

static enum ir_op negated(enum ir_op op)
{
	return op == OP_EQ ? OP_NE : op == OP_NE ? OP_EQ : op;
}

static bool assume_comparison(struct engine *e, struct state *s, const struct sym *y, bool truth,
			      int depth)
{
	struct aval a = y->a, b = y->b;

	if (truth)
		return assume_compare(e, s, y->op, a, b, depth);
	if (y->op == OP_EQ || y->op == OP_NE)
		return assume_compare(e, s, negated(y->op), a, b, depth);
	return assume_compare(e, s, y->op == OP_LT ? OP_LE : OP_LT, b, a, depth);
}

static bool refine_terms(struct engine *e, struct state *s, uint32_t sym, const struct range *r,
			 int depth)
{
	size_t n = sym_get(&e->syms, sym)->nterms;

	for (size_t i = 0; i < n; i++) {
		struct term t = sym_get(&e->syms, sym)->term[i];
		struct range rest;

		if (t.coef != 1 && t.coef != -1)
			continue;
		rest = sum_of_terms(e, s, sym, 1, i);
		rest = range_scale(&rest, -1);
		rest = range_add(r, &rest);
		rest = range_scale(&rest, t.coef);
		if (!refine(e, s, t.sym, &rest, depth + 1))
			return false;
	}
	return true;
}

/* A narrowed cast narrows its operand: take back the windows it wrapped over. */
static bool refine_cast(struct engine *e, struct state *s, const struct sym *y,
			const struct range *r, int depth)
{
	struct range a = eval(e, s, y->a), back = { .n = 0 };
	struct aval inner = y->a;
	wide first, last;

	if (range_is_empty(&a) || range_min(&a) <= WIDE_MIN || range_max(&a) >= WIDE_MAX)
		return true;
	first = window_of(y->type, range_min(&a));
	last = window_of(y->type, range_max(&a));
	if (last - first > 4 || !inner.sym || inner.region)
		return true;
	for (wide w = first; w <= last; w++) {
		struct range x = range_shift(r, w * type_span(y->type));

		back = range_union(&back, &x);
	}
	back = range_shift(&back, -inner.k);
	return refine(e, s, inner.sym, &back, depth + 1);
}

/* The members of @r that leave @rest when divided by @by, as far as its ends go; none below 0. */
static struct range with_rest(const struct range *r, wide by, wide rest)
{
	wide lo = range_min(r) < 0 ? 0 : range_min(r), hi = range_max(r);

	lo += (rest - lo % by + by) % by;
	hi -= hi < 0 || hi >= WIDE_MAX ? 0 : (hi % by - rest + by) % by;
	return range_clip(r, lo, hi);
}

/* "n % 4 == 0": whatever else is learned of n, it is a multiple of 4. */
static bool refine_dividend(struct engine *e, struct state *s, const struct sym *y,
			    const struct range *r, int depth)
{
	struct range a = eval(e, s, y->a);
	struct aval inner = y->a;

	if (!value_is_const(y->b) || y->b.k <= 0 || !range_is_single(r) || range_is_empty(&a) ||
	    range_min(&a) < 0 || !inner.sym || inner.region)
		return true;
	s->has_rest = true;
	a = with_rest(&a, y->b.k, range_min(r));
	a = range_shift(&a, -inner.k);
	return refine(e, s, inner.sym, &a, depth + 1);
}

/* "n & ~0xffff" is 0: n has no bit above those that the mask leaves out. */
static bool refine_masked(struct engine *e, struct state *s, const struct sym *y,
			  const struct range *r, int depth)
{
	struct range a = eval(e, s, y->a);
	wide left = ir_type_max(y->type) & ~y->b.k;

	if (!value_is_const(y->b) || !range_is_single(r) || range_min(r) || range_is_empty(&a) ||
	    (left & (left + 1)) || !y->a.sym || y->a.region ||
	    (range_min(&a) < 0 && y->b.k >= 0 /* no sign in it */))
		return true;
	a = range_of(0, left);
	a = range_shift(&a, -y->a.k);
	return refine(e, s, y->a.sym, &a, depth + 1);
}

static bool refine_multiples(struct engine *e, struct state *s, uint32_t sym, int depth)
{
	for (size_t i = 0; s->has_rest && i < s->bounds.n; i++) {
		struct range r = *s->bounds.v[i].range;
		struct sym y = *sym_get(&e->syms, s->bounds.v[i].sym);

		if (y.kind == SYM_EXPR && y.op == OP_REM && y.a.sym == sym &&
		    !refine_dividend(e, s, &y, &r, depth))
			return false;
	}
	return true;
}

static bool refine_parts(struct engine *e, struct state *s, uint32_t sym, const struct range *r,
			 int depth)
{
	struct sym y = *sym_get(&e->syms, sym);

	if (y.kind == SYM_LINEAR)
		return refine_terms(e, s, sym, r, depth);
	if (y.kind == SYM_EXPR && y.op == OP_CAST)
		return refine_cast(e, s, &y, r, depth);
	if (y.kind == SYM_EXPR && y.op == OP_REM)
		return refine_dividend(e, s, &y, r, depth);
	if (y.kind == SYM_EXPR && y.op == OP_AND)
		return refine_masked(e, s, &y, r, depth);
	if (y.kind == SYM_EXPR && is_compare(y.op) && range_is_single(r))
		return assume_comparison(e, s, &y, range_min(r) != 0, depth + 1);
	return true;
}

static unsigned int tested_by(const struct range *now, const struct range *next)
{
	unsigned int ends = (range_min(next) > range_min(now) ? TESTED_LEAST : 0) |
			    (range_max(next) < range_max(now) ? TESTED_MOST : 0);

	return ends ? ends : TESTED_INSIDE;
}

bool refine(struct engine *e, struct state *s, uint32_t sym, const struct range *r, int depth)
{
	struct range now = eval_sym(e, s, sym, 1), next = range_intersect(&now, r), neg, neg_now;
	unsigned int tested;

	if (range_is_empty(&next))
		return false;
	if (range_equal(&now, &next))
		return true;
	tested = e->is_testing ? tested_by(&now, &next) : 0;
	state_set_bound(e->arena, s, sym, &next, tested);
	if (sym_get(&e->syms, sym)->kind == SYM_LINEAR) {
		neg = range_scale(&next, -1);
		neg_now = range_scale(&now, -1);
		tested = e->is_testing ? tested_by(&neg_now, &neg) : 0;
		state_set_bound(e->arena, s, sym_get(&e->syms, sym)->twin, &neg, tested);
	}
	if (depth >= MAX_DEPTH)
		return true;
	return refine_parts(e, s, sym, &next, depth) && refine_multiples(e, s, sym, depth) &&
	       refine_implied(e, s, sym, &next, depth);
}

bool assume_in(struct engine *e, struct state *s, struct aval v, const struct range *r)
{
	struct range x;

	if (v.region || !v.sym) {
		x = eval(e, s, v);
		x = range_intersect(&x, r);
		return !range_is_empty(&x);
	}
	x = range_shift(r, -v.k);
	return refine(e, s, v.sym, &x, 0);
}

bool assume_true(struct engine *e, struct state *s, struct aval v, bool truth)
{
	struct range r = range_single(0);

	if (truth) {
		r = range_all();
		r = range_without(&r, 0, 0);
	}
	return assume_in(e, s, v, &r);
}

bool assume_at_most(struct engine *e, struct state *s, struct aval a, struct aval b, wide k)
{
	struct range r = range_of(WIDE_MIN, k);

	return assume_in(e, s, value_sub(&e->syms, a, b), &r);
}
