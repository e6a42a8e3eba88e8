// SPDX-License-Identifier: MIT
/*
 * Numbers that user space chose, as a parser made them of the text, before
 * their range was checked (MV215): a narrower type cuts them, a sum or product
 * wraps round. Single characters are left alone; "*p - '0'" in a byte is how
 * digits are read. A difference is, too: "x - 1 >= n" is a range check.
 */
#include "absint/input.h"

#define MAX_DEPTH 8

/* Whether @v is made of parsed numbers, and of nothing else that users choose. */
static bool is_parsed(struct engine *e, struct state *s, struct aval v, int depth)
{
	const struct sym *y = v.sym && !v.region ? sym_get(&e->syms, v.sym) : NULL;
	struct aval offset;
	bool any = false;

	if (!y || depth > MAX_DEPTH)
		return false;
	if (y->kind == SYM_ATOM)
		return y->deps & DEP_BYTES &&
		       (y->is_parsed || y->is_gathered ||
			(y->at.region && !y->is_length &&
			 input_text_at(e, s, y->at, &offset).kind == USER_TEXT_NONE));
	if (y->kind == SYM_EXPR)
		return y->op == OP_CAST && is_parsed(e, s, y->a, depth + 1);
	for (size_t i = 0; i < y->nterms; i++) {
		struct aval term = { .sym = y->term[i].sym };

		if (is_parsed(e, s, term, depth + 1))
			any = true;
		else if (!input_is_free(e, term.sym))
			return false;
	}
	return any;
}

/* What there is room for. */
struct room {
	unsigned int bits;
	wide least, most;
};

static struct room room_of(enum ir_type t)
{
	return (struct room){ ir_type_bits(t), ir_type_min(t), ir_type_max(t) };
}

static void report(struct engine *e, const struct state *s, enum event_kind kind, struct room room,
		   const struct range *r, const char *doubt)
{
	char most[WIDE_CHARS], limit[WIDE_CHARS];
	bool above = range_max(r) > room.most;
	struct event ev = { .kind = kind, .doubt = doubt };

	ev.message = arena_printf(
		e->out,
		kind == EVENT_TRUNCATION
			? "a parsed number that may be %s is cut to %u bits, which hold %s at %s"
			: "the result for parsed numbers may be %s; %u bits hold %s at %s",
		wide_format(above ? range_max(r) : range_min(r), most), room.bits,
		wide_format(above ? room.most : room.least, limit), above ? "most" : "least");
	event_add(e, s, &ev);
}

/* The bytes of the number at @at, as far as it is known to be just one; 0: not known. */
static wide width_of(struct engine *e, struct aval at, wide stored)
{
	const struct region *r = region_get(e, at.region);
	wide room = value_room(at);

	if (room)
		return room < stored ? room : 0; /* a larger member may be an array */
	return r->is_number && r->size_known && value_is_const(r->size) && !at.sym && !at.k
		       ? r->size.k
		       : 0;
}

void check_width(struct engine *e, struct state *s, struct aval to, wide size, const char *via)
{
	struct aval at = address_of(e, s, to);
	wide width = width_of(e, at, size);
	struct event ev = { .kind = EVENT_WIDTH, .is_write = true };

	if (!width || width == size)
		return;
	ev.message = arena_printf(e->out, "%s() stores %d bytes into %s, which has %d", via,
				  (int)size, object_name(e, at, at.extent), (int)width);
	event_add(e, s, &ev);
}

static bool has_term(const struct sym *y, uint32_t sym)
{
	for (size_t i = 0; i < y->nterms; i++)
		if (y->term[i].sym == sym)
			return true;
	return false;
}

/* Whether a test of @v against a number of the driver's limits it: "v >= 2 * unit->n". */
static bool is_limited(struct engine *e, const struct state *s, struct aval v)
{
	for (size_t i = 0; v.sym && i < s->bounds.n; i++) {
		const struct sym *y = sym_get(&e->syms, s->bounds.v[i].sym);

		if (!s->bounds.v[i].tested || y->kind != SYM_LINEAR || !has_term(y, v.sym))
			continue;
		for (size_t k = 0; k < y->nterms; k++)
			if (y->term[k].sym != v.sym && input_is_free(e, y->term[k].sym))
				return true;
	}
	return false;
}

static const char *narrowing_doubt(struct engine *e, const struct state *s, struct aval v)
{
	const char *doubt = value_doubt(&e->syms, v);

	return doubt || !is_limited(e, s, v)
		       ? doubt
		       : "a number of the driver's limits it, which may be small";
}

void check_narrowing(struct engine *e, struct state *s, enum ir_type from, enum ir_type to,
		     struct aval v)
{
	struct range r, full = type_range(to), character = range_of(-128, 255);

	if (to == IRT_BOOL || !ir_type_bits(to) || ir_type_bits(to) >= ir_type_bits(from) ||
	    !is_parsed(e, s, v, 0))
		return;
	r = eval(e, s, v);
	if (ir_type_bits(to) == 8 && range_subset(&r, &character)) /* "isdigit(text[0])" */
		return;
	if (!range_is_empty(&r) && !range_subset(&r, &full))
		report(e, s, EVENT_TRUNCATION, room_of(to), &r, narrowing_doubt(e, s, v));
}

void check_bit_field(struct engine *e, struct state *s, struct aval v, wide mask)
{
	struct range r = eval(e, s, v), full = range_of(0, mask);
	struct room room = { .least = 0, .most = mask };

	for (wide m = mask; m; m >>= 1)
		room.bits++;
	if (room.bits > 1 && is_parsed(e, s, v, 0) && !range_is_empty(&r) &&
	    !range_subset(&r, &full))
		report(e, s, EVENT_TRUNCATION, room, &r, narrowing_doubt(e, s, v));
}

/* What @a comes to if it is multiplied by each of @by. */
static struct range scaled(const struct range *a, wide least, wide most)
{
	struct range low = range_scale(a, least), high = range_scale(a, most);

	return range_union(&low, &high);
}

static struct range exact_result(struct engine *e, const struct state *s, enum ir_op op,
				 struct aval a, struct aval b)
{
	struct range ra = eval(e, s, a), rb = eval(e, s, b);

	if (op == OP_ADD)
		return eval(e, s, value_add(&e->syms, a, b));
	if (range_is_empty(&ra) || range_is_empty(&rb))
		return range_of(1, 0);
	if (op == OP_SHL)
		return scaled(&ra, (wide)1 << (int)range_min(&rb), (wide)1 << (int)range_max(&rb));
	return scaled(&ra, range_min(&rb), range_max(&rb));
}

/* "n * 10 + digit" */
static bool is_gathered(const struct engine *e, enum ir_op op, struct aval a, struct aval b)
{
	if (!value_is_const(b) || !(value_deps(&e->syms, a) & DEP_BYTES))
		return false;
	return op == OP_MUL ? b.k == 8 || b.k == 10 || b.k == 16
			    : op == OP_SHL && (b.k == 3 || b.k == 4);
}

/* The driver's own numbers are seldom as great as their type allows, but more than 0 and 1. */
static const char *wrap_doubt(struct engine *e, struct state *s, enum ir_op op, enum ir_type t,
			      struct aval a, struct aval b)
{
	const char *of_a = value_doubt(&e->syms, a), *of_b = value_doubt(&e->syms, b);
	struct range r = eval(e, s, is_parsed(e, s, a, 0) ? a : b);
	wide most = range_is_empty(&r) ? 0 : range_max(&r);

	if (of_a || of_b)
		return of_a ? of_a : of_b;
	if (value_is_const(a) || value_is_const(b) ||
	    (is_parsed(e, s, a, 0) && is_parsed(e, s, b, 0)) ||
	    (op == OP_ADD ? most + 1 : 2 * most) > ir_type_max(t))
		return NULL;
	return "how great a number of the driver's is, is not known";
}

void check_wrapping(struct engine *e, struct state *s, enum ir_op op, enum ir_type t, struct aval a,
		    struct aval b)
{
	struct range r, full = type_range(t), by = eval(e, s, b);
	const char *doubt = wrap_doubt(e, s, op, t, a, b);

	if ((op != OP_ADD && op != OP_MUL && op != OP_SHL) || a.region || b.region ||
	    !(is_gathered(e, op, a, b) || is_parsed(e, s, a, 0)
		      ? is_parsed(e, s, b, 0) || input_is_free(e, b.sym)
		      : is_parsed(e, s, b, 0) && input_is_free(e, a.sym)))
		return;
	if (op == OP_SHL && (range_is_empty(&by) || range_min(&by) < 0 || range_max(&by) > 63))
		return;
	if (op == OP_SHL && ir_type_signed(t)) /* into the sign: no bit is lost */
		full = range_of(ir_type_min(t), 2 * ir_type_max(t) + 1);
	r = op == OP_MUL && input_is_free(e, a.sym) ? exact_result(e, s, op, b, a)
						    : exact_result(e, s, op, a, b);
	if (!range_is_empty(&r) && !range_subset(&r, &full))
		report(e, s, EVENT_OVERFLOW, room_of(t), &r, doubt);
}
