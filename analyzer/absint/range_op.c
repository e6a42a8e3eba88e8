// SPDX-License-Identifier: MIT
/* What an operator makes of two sets of numbers: a superset of its results. */
#include "absint/engine.h"
#include "absint/range_op.h"
#include "base/fatal.h"

wide type_span(enum ir_type t)
{
	return ir_type_max(t) - ir_type_min(t) + 1;
}

wide window_of(enum ir_type t, wide v)
{
	wide d = v - ir_type_min(t), span = type_span(t);

	return d >= 0 ? d / span : -((-d + span - 1) / span);
}

struct range type_range(enum ir_type t)
{
	return range_of(ir_type_min(t), ir_type_max(t));
}

struct range cast_range(const struct range *r, enum ir_type t)
{
	struct range out = { .n = 0 }, full = type_range(t);

	for (size_t i = 0; i < r->n; i++) {
		wide lo = r->part[i].lo, hi = r->part[i].hi, by;
		struct range a, b;

		if (lo <= WIDE_MIN || hi >= WIDE_MAX || hi - lo >= type_span(t))
			return full;
		by = window_of(t, lo) * type_span(t);
		a = range_of(lo - by, hi - by > ir_type_max(t) ? ir_type_max(t) : hi - by);
		b = range_of(ir_type_min(t), hi - by - type_span(t));
		out = range_union(&out, &a);
		if (hi - by > ir_type_max(t))
			out = range_union(&out, &b);
	}
	return out;
}

wide all_ones(wide v)
{
	wide m = 0;

	while (m < v)
		m = m * 2 + 1;
	return m;
}

static struct range range_mul(const struct range *a, const struct range *b)
{
	wide c[4] = { wide_mul(range_min(a), range_min(b)), wide_mul(range_min(a), range_max(b)),
		      wide_mul(range_max(a), range_min(b)), wide_mul(range_max(a), range_max(b)) };
	wide lo = c[0], hi = c[0];

	for (int i = 1; i < 4; i++) {
		lo = c[i] < lo ? c[i] : lo;
		hi = c[i] > hi ? c[i] : hi;
	}
	return range_of(lo, hi);
}

static struct range range_div(const struct range *a, const struct range *b)
{
	wide d = range_min(b);

	if (d <= 0 || range_max(b) >= WIDE_MAX)
		return range_all();
	if (range_min(a) >= 0)
		return range_of(range_min(a) / range_max(b), range_max(a) / d);
	return range_of(range_min(a) / d, range_max(a) / d > 0 ? range_max(a) / d : 0);
}

static struct range range_rem(const struct range *a, const struct range *b)
{
	wide m = range_max(b) - 1;

	if (range_min(b) <= 0)
		return range_all();
	if (range_min(a) >= 0)
		return range_of(0, range_max(a) < m ? range_max(a) : m);
	return range_of(-m, m);
}

static struct range range_and(const struct range *a, const struct range *b)
{
	wide lo = range_min(a) < 0 ? WIDE_MAX : range_max(a);
	wide hi = range_min(b) < 0 ? WIDE_MAX : range_max(b);

	if (lo == WIDE_MAX && hi == WIDE_MAX)
		return range_all();
	return range_of(0, lo < hi ? lo : hi);
}

static struct range range_or(const struct range *a, const struct range *b)
{
	wide top = range_max(a) > range_max(b) ? range_max(a) : range_max(b);

	if (range_min(a) < 0 || range_min(b) < 0 || top >= WIDE_MAX / 2)
		return range_all();
	return range_of(0, all_ones(top));
}

static struct range range_shr(const struct range *a, const struct range *b)
{
	if (range_min(a) < 0 || range_min(b) < 0 || range_max(b) > 63)
		return range_all();
	return range_of(range_min(a) >> (int)range_max(b), range_max(a) >> (int)range_min(b));
}

static struct range range_shl(const struct range *a, const struct range *b)
{
	struct range factor;

	if (range_min(b) < 0 || range_max(b) > 63)
		return range_all();
	factor = range_of((wide)1 << (int)range_min(b), (wide)1 << (int)range_max(b));
	return range_mul(a, &factor);
}

/* Both operands known: what the machine computes. */
static wide fold(enum ir_op op, wide a, wide b)
{
	switch (op) {
	case OP_AND:
		return a & b;
	case OP_OR:
		return a | b;
	case OP_XOR:
		return a ^ b;
	case OP_DIV:
		return b ? a / b : 0;
	case OP_REM:
		return b ? a % b : 0;
	case OP_SHR:
		return b >= 0 && b < 64 ? a >> (int)b : 0;
	case OP_SHL:
		return b >= 0 && b < 64 ? wide_mul(a, (wide)1 << (int)b) : 0;
	default:
		return wide_mul(a, b);
	}
}

struct range range_op(enum ir_op op, const struct range *a, const struct range *b)
{
	static struct range (*const ops[OP_NR])(const struct range *, const struct range *) = {
		[OP_MUL] = range_mul, [OP_DIV] = range_div, [OP_REM] = range_rem,
		[OP_AND] = range_and, [OP_OR] = range_or,   [OP_XOR] = range_or,
		[OP_SHR] = range_shr, [OP_SHL] = range_shl,
	};

	BUG_ON(!ops[op]);
	if (range_is_single(a) && range_is_single(b))
		return range_single(fold(op, range_min(a), range_min(b)));
	return ops[op](a, b);
}
