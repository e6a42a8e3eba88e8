// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "absint/concrete.h"
#include "absint/given.h"
#include "absint/identity.h"
#include "absint/input.h"
#include "absint/memory.h"

/* ---- the text ---- */

/* What show found out about its numbers holds for the same numbers here. */
static void narrow_number(struct printed *p, const struct outcome *shown)
{
	vec_for_each_ptr(const struct condition, c, &shown->conditions)
		if (c->key == p->identity)
			p->range = range_intersect(&p->range, &c->range);
}

/* Constant bytes behind constant bytes are one piece. */
static void add_piece(struct given *g, struct arena *a, const struct printed *p)
{
	struct printed *last = g->n ? &g->piece[g->n - 1] : NULL;
	char *both;

	if (!last || !last->bytes || !p->bytes) {
		g->piece[g->n++] = *p;
		return;
	}
	both = arena_alloc(a, last->n + p->n + 1);
	memcpy(both, last->bytes, last->n);
	memcpy(both + last->n, p->bytes, p->n);
	last->bytes = both;
	last->n += p->n;
}

/* A number that can be one only is constant bytes. */
static void spell_single(struct printed *p, struct arena *a)
{
	wide v = range_min(&p->range);
	uwide left = v < 0 ? -(uwide)v : (uwide)v;
	char digits[80];
	size_t at = sizeof(digits);

	if (!range_is_single(&p->range) || p->zeroes > 40)
		return;
	do
		digits[--at] = "0123456789abcdef"[left % p->base];
	while (left /= p->base);
	while ((wide)(sizeof(digits) - at) < p->zeroes)
		digits[--at] = '0';
	if (p->prefixed) {
		digits[--at] = 'x';
		digits[--at] = '0';
	}
	if (v < 0)
		digits[--at] = '-';
	p->n = sizeof(digits) - at;
	p->bytes = arena_strndup(a, digits + at, p->n);
}

/* A shell takes the final newline off and puts one on. */
static void end_line(struct given *g, struct arena *a)
{
	static const struct printed newline = { .bytes = "\n", .n = 1 };
	struct printed *last = &g->piece[g->n - 1];

	if (!last->bytes || last->bytes[last->n - 1] != '\n')
		add_piece(g, a, &newline);
}

static bool measure(struct given *g)
{
	for (size_t i = 0; i < g->n; i++) {
		wide least = (wide)g->piece[i].n, most = least;

		if (!g->piece[i].bytes && range_is_empty(&g->piece[i].range))
			return false;
		if (!g->piece[i].bytes)
			printed_digits(&g->piece[i], &g->piece[i].range, &least, &most);
		g->least += least;
		g->most += most;
	}
	return true;
}

struct given *given_new(struct arena *a, const struct outcome *shown)
{
	struct given *g = arena_new_of(a, struct given);

	if (!shown->printed.n)
		return NULL;
	for (size_t i = 0; i < shown->printed.n; i++) {
		struct printed p = shown->printed.piece[i];

		if (g->n + 1 >= GIVEN_MAX || (p.bytes && memchr(p.bytes, 0, p.n)))
			return NULL;
		if (!p.bytes) {
			narrow_number(&p, shown);
			spell_single(&p, a);
		}
		add_piece(g, a, &p);
	}
	end_line(g, a);
	g->spelling = spelling_append(spelling_bare(shown->spelling), spelling_of_bytes("\n", 1));
	return measure(g) ? g : NULL;
}

struct aval given_count(struct engine *e)
{
	const struct given *g = e->given;
	struct sym_spec spec = { .range = range_of(g->least, g->most), .what = "count" };

	return g->least == g->most ? value_const(g->least) : sym_fresh(&e->syms, &spec);
}

/* ---- where in it ---- */

/* The offset in the written text of what lies at @addr: in the buffer, or in a copy of it. */
static bool offset_of(struct engine *e, struct state *s, struct aval addr, struct aval *at)
{
	struct aval a = address_of(e, s, addr);
	struct user_text t = input_text_at(e, s, a, at);

	*at = value_offset(a);
	return a.region == e->user || t.kind == USER_TEXT_WHOLE || t.kind == USER_TEXT_STRIPPED ||
	       t.kind == USER_TEXT_TRIMMED;
}

/* The piece that begins at the constant offset @at, or that this is inside of. */
static bool find_piece(const struct given *g, struct aval at, struct given_scan *out)
{
	const struct printed *first = &g->piece[0];

	if (!value_is_const(at) || at.k < 0)
		return false;
	*out = (struct given_scan){ 0, (size_t)at.k };
	if (!first->bytes)
		return at.k == 0;
	if (at.k < (wide)first->n)
		return true;
	*out = (struct given_scan){ 1, 0 };
	return at.k == (wide)first->n && g->n > 1;
}

bool given_byte(const struct engine *e, struct aval a, struct aval *v)
{
	const struct given *g = e->given;
	const struct printed *first = &g->piece[0], *last = &g->piece[g->n - 1];
	struct aval left = value_sub((struct symtab *)&e->syms, e->count, value_offset(a));

	if (value_is_const(value_offset(a)) && first->bytes && a.k >= 0 && a.k < (wide)first->n)
		*v = value_const((unsigned char)first->bytes[a.k]);
	else if (value_is_const(left) && left.k == 0)
		*v = value_const(0);
	else if (value_is_const(left) && left.k > 0 && left.k <= (wide)last->n)
		*v = value_const((unsigned char)last->bytes[(wide)last->n - left.k]);
	else
		return false;
	return true;
}

const char *given_bytes(struct engine *e, struct state *s, struct aval addr, size_t *n)
{
	struct given_scan at;
	struct aval offset;

	if (!addr.region || !offset_of(e, s, addr, &offset) || !find_piece(e->given, offset, &at) ||
	    !e->given->piece[at.piece].bytes)
		return NULL;
	*n = e->given->piece[at.piece].n - at.at;
	return e->given->piece[at.piece].bytes + at.at;
}

/* ---- texts that it may be ---- */

static bool is_digit(char c, unsigned int base)
{
	return c && strchr(base == 16 ? "0123456789abcdefABCDEF" : "0123456789", c);
}

static bool may_be(const struct given *g, size_t i, const char *s, const char *end);

/* A number at @s, as long as it may be, and the other pieces behind it. */
static bool number_may_be(const struct given *g, size_t i, const char *s, const char *end)
{
	const struct printed *p = &g->piece[i];
	wide least, most, n = 0;

	printed_digits(p, &p->range, &least, &most);
	n += s < end && *s == '-';
	if (p->prefixed && end - s >= 2)
		n += 2;
	for (; n < most && s + n < end && is_digit(s[n], p->base); n++)
		if (n + 1 >= least && may_be(g, i + 1, s + n + 1, end))
			return true;
	return false;
}

static bool may_be(const struct given *g, size_t i, const char *s, const char *end)
{
	const struct printed *p = &g->piece[i];

	if (i == g->n)
		return s == end;
	if (!p->bytes)
		return number_may_be(g, i, s, end);
	return (size_t)(end - s) >= p->n && !memcmp(s, p->bytes, p->n) &&
	       may_be(g, i + 1, s + p->n, end);
}

bool given_excludes(struct engine *e, struct state *s, struct aval addr, const char *text, size_t n,
		    bool is_bare)
{
	char *line = arena_alloc(e->arena, n + 1);
	struct aval offset;

	if (!offset_of(e, s, addr, &offset) || !value_is_const(offset) || offset.k)
		return false;
	memcpy(line, text, n);
	if (is_bare && (!n || text[n - 1] != '\n'))
		line[n++] = '\n';
	return !may_be(e->given, 0, line, line + n);
}

struct text given_text(struct engine *e, struct state *s, struct aval a)
{
	struct aval length = value_sub(&e->syms, e->count, value_offset(a));
	size_t n = 0;
	const char *bytes = e->given->n == 1 ? given_bytes(e, s, a, &n) : NULL;
	struct text t;

	if (bytes)
		return text_of_bytes(e, bytes, n);
	t = text_of_set(e, length, charset_between(1, 0x7f), "what show printed", NULL);
	t.last = charset_of("\n");
	if (value_is_const(value_offset(a)) && !a.k)
		t.spelling = e->given->spelling;
	return t;
}

/* ---- its numbers ---- */

struct aval given_same(struct engine *e, struct aval v)
{
	struct given *g = e->given;
	uint64_t identity = v.sym ? identity_of(e, v) : 0;

	for (size_t i = 0; identity && i < g->n; i++) {
		if (g->piece[i].bytes || g->piece[i].identity != identity)
			continue;
		if (g->is_met[i])
			return g->value[i];
		g->is_met[i] = true;
		g->value[i] = v;
	}
	return v;
}

static struct aval number_of(struct engine *e, struct state *s, size_t i)
{
	struct given *g = e->given;
	struct sym_spec spec = { .range = g->piece[i].range, .what = "a number that was shown" };

	for (size_t k = 0; k < g->n && !g->is_met[i]; k++)
		if (g->is_met[k] && g->piece[k].identity == g->piece[i].identity) {
			g->is_met[i] = true;
			g->value[i] = g->value[k];
		}
	if (!g->is_met[i])
		g->value[i] = sym_fresh(&e->syms, &spec);
	g->is_met[i] = true;
	(void)assume_in(e, s, g->value[i], &g->piece[i].range);
	return g->value[i];
}

/* Whether a parser of @base (0: as the text says) reads @p as what it is. */
static bool reads_base(const struct printed *p, unsigned int base)
{
	if (base)
		return base == p->base && (!p->prefixed || base == 16);
	return p->base == 16 ? p->prefixed : p->base == 10 && p->zeroes <= 1;
}

static bool fits(const struct printed *p, enum ir_type t)
{
	struct range r = range_of(ir_type_min(t), ir_type_max(t));

	return t != IRT_OTHER && range_subset(&p->range, &r);
}

bool given_call(struct engine *e, struct state *s, const struct model *m, const struct call_site *c,
		result_list *out)
{
	const struct given *g = e->given;
	struct given_scan at;
	struct aval offset;
	enum ir_type t;

	if (m->exact != EXACT_kstrto || c->nargs < 3 || !value_is_const(c->args[1]) ||
	    !offset_of(e, s, c->args[0], &offset) || !find_piece(g, offset, &at))
		return false;
	t = exact_kstrto_type(m->name);
	if (g->piece[at.piece].bytes || at.piece + 2 != g->n || g->piece[g->n - 1].n != 1 ||
	    !reads_base(&g->piece[at.piece], (unsigned int)c->args[1].k) ||
	    !fits(&g->piece[at.piece], t))
		return false;
	mem_store(e, s, c->args[2], t, number_of(e, s, at.piece));
	*vec_push(e->arena, out) = (struct call_result){ s, value_const(0) };
	return true;
}

/* ---- scans ---- */

bool given_scan_start(struct engine *e, struct state *s, struct aval from, struct given_scan *at)
{
	struct aval offset;

	return offset_of(e, s, from, &offset) && find_piece(e->given, offset, at);
}

static void settle(const struct given *g, struct given_scan *at)
{
	while (at->piece < g->n && g->piece[at->piece].bytes && at->at == g->piece[at->piece].n)
		*at = (struct given_scan){ at->piece + 1, 0 };
}

static char next_byte(const struct given *g, const struct given_scan *at)
{
	return at->piece < g->n && g->piece[at->piece].bytes ? g->piece[at->piece].bytes[at->at]
							     : '\0';
}

static bool is_blank(char c)
{
	return c && strchr(" \t\n\v\f\r", c);
}

void given_scan_blanks(const struct given *g, struct given_scan *at)
{
	settle(g, at);
	while (is_blank(next_byte(g, at))) {
		at->at++;
		settle(g, at);
	}
}

bool given_scan_byte(const struct given *g, struct given_scan *at, char c)
{
	settle(g, at);
	if (!c || next_byte(g, at) != c)
		return false;
	at->at++;
	settle(g, at);
	return true;
}

static bool goes_on(char c, unsigned int base)
{
	return is_digit(c, base) || (base == 16 && (c == 'x' || c == 'X'));
}

/* A printed number: all of it, and nothing that follows, must be what the conversion takes. */
static bool scan_printed(struct engine *e, struct state *s, struct given_scan *at,
			 const struct given_number *want, struct aval *v)
{
	const struct given *g = e->given;
	const struct printed *p = &g->piece[at->piece];
	const struct printed *next = p + 1; /* there is one: the newline */
	wide least, most;

	printed_digits(p, &p->range, &least, &most);
	if (p->prefixed || !reads_base(p, want->base) || !fits(p, want->type) ||
	    (want->width >= 0 && most > want->width))
		return false;
	if (!(want->width == most && least == most) &&
	    (!next->bytes || goes_on(next->bytes[0], p->base)))
		return false;
	*v = number_of(e, s, at->piece);
	*at = (struct given_scan){ at->piece + 1, 0 };
	return true;
}

/* A number among the constant bytes: its end must be there, too. */
static bool scan_constant(const struct given *g, struct given_scan *at,
			  const struct given_number *want, struct aval *v)
{
	const struct printed *p = &g->piece[at->piece];
	unsigned int base = want->base ? want->base : 10;
	char digits[24];
	size_t n = 0;

	while (at->at + n < p->n && n < 18 && goes_on(p->bytes[at->at + n], base) &&
	       (want->width < 0 || (wide)n < want->width))
		n++;
	if (!n || n == 18 || at->at + n == p->n || (!want->base && p->bytes[at->at] == '0') ||
	    memchr(p->bytes + at->at, 'x', n) || memchr(p->bytes + at->at, 'X', n))
		return false;
	memcpy(digits, p->bytes + at->at, n);
	digits[n] = '\0';
	*v = value_const((wide)strtoull(digits, NULL, (int)base));
	if (v->k > ir_type_max(want->type))
		return false;
	at->at += n;
	return true;
}

bool given_scan_number(struct engine *e, struct state *s, struct given_scan *at,
		       const struct given_number *want, struct aval *v)
{
	given_scan_blanks(e->given, at);
	if (at->piece >= e->given->n)
		return false;
	return e->given->piece[at->piece].bytes ? scan_constant(e->given, at, want, v)
						: scan_printed(e, s, at, want, v);
}

bool given_scan_position(struct engine *e, const struct given_scan *at, struct aval *v)
{
	const struct given *g = e->given;
	wide left = -(wide)at->at;

	for (size_t i = at->piece; i < g->n; i++) {
		if (!g->piece[i].bytes)
			return false;
		left += (wide)g->piece[i].n;
	}
	*v = value_sub(&e->syms, e->count, value_const(left));
	return true;
}
