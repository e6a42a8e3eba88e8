// SPDX-License-Identifier: MIT
/*
 * More strings for store, for findings that want a witness: one run each, in
 * the setting in which store accepted the own version.
 *
 * Who breaks a handler writes what its author did not think of: nothing, the
 * own version with a tail, a text as long as an array or one more, a number
 * that its type does not hold; and what a run compared with a part of the text
 * in place of that part, as fuzzers do (REDQUEEN, NDSS 2019: input-to-state).
 */
#include <ctype.h>
#include <string.h>

#include "absint/trying.h"
#include "ir/callees.h"

#define MAX_REACHED 64
#define MAX_SIZES   12
#define MAX_SIZE    4096 /* bytes that one write may have, and some for a NUL */
#define MAX_NUMBER  512	 /* a greater argument is a flag rather than a size */
#define MAX_FIELDS  8	 /* numbers of the own version that get other values */
#define MAX_FED	    96	 /* strings made of what runs compared */
#define MAX_TYPES   8	 /* other types that are probed */

/* A string, and the run that it was given to: what it was compared with. */
struct fed {
	const char *text;
	struct trial trial;
};

struct probing {
	struct trying t;
	bool (*seen)(void *ctx, const struct probe *p);
	void *ctx;
	bool is_enough, wraps;
	struct trial last; /* the run of the last probe */
	VEC(struct fed) fed;
	size_t nsizes;
	size_t sizes[MAX_SIZES];
};

static void try_probe(struct probing *p, const char *bytes, size_t n)
{
	struct run r;
	struct probe probe;

	if (p->is_enough || !n || n >= MAX_SIZE)
		return;
	r = run_store(&p->t, bytes, n);
	p->last = r.trial;
	probe = (struct probe){ .bytes = bytes,
				.n = n,
				.verdict = r.verdict,
				.ret = r.ret,
				.wraps = p->wraps,
				.run = r.summary };
	p->is_enough = p->seen(p->ctx, &probe);
}

static void try_text(struct probing *p, const char *text)
{
	try_probe(p, text, strlen(text));
}

/* ---- lengths ---- */

static void add_size(struct probing *p, uint64_t size)
{
	for (size_t i = 0; i < p->nsizes; i++)
		if (p->sizes[i] == size)
			return;
	if (size > 1 && size <= MAX_SIZE && p->nsizes < MAX_SIZES)
		p->sizes[p->nsizes++] = (size_t)size;
}

static bool is_bytes(const struct ir_unit *u, int32_t ctype)
{
	const struct ir_ctype *c = ctype >= 0 ? &u->ctypes.v[ctype] : NULL;

	return c && c->kind == CT_ARRAY && c->elem >= 0 && u->ctypes.v[c->elem].size == 1;
}

static void add_number(struct probing *p, const struct ir_unit *u, struct ir_ref r)
{
	if (r.kind == REF_CONST && u->consts.v[r.idx].value <= MAX_NUMBER)
		add_size(p, (uint64_t)u->consts.v[r.idx].value);
}

/* Arrays of bytes, and the numbers that calls are given: sizes of allocations and copies. */
static void add_sizes_of(struct probing *p, const struct func_id f)
{
	vec_for_each_ptr(const struct ir_local, l, &f.func->locals)
		if (is_bytes(f.unit, l->ctype))
			add_size(p, l->size);
	vec_for_each_ptr(const struct ir_block, b, &f.func->blocks)
		vec_for_each_ptr(const struct ir_insn, in, &b->insns) {
			if ((in->op == OP_FIELD || in->op == OP_INDEX) && in->size != 1 &&
			    in->size != 2 && in->size != 4 && in->size != 8)
				add_size(p, in->size);
			for (size_t i = 0; in->op == OP_CALL && i < in->call->nargs; i++)
				add_number(p, f.unit, in->call->args[i]);
		}
}

static void find_sizes(struct probing *p, const struct handler *store)
{
	const struct program *prog = absint_program(p->t.x);
	struct ir_unit *u = prog->units.v[store->unit];
	struct callees r;

	callees_init(&r, p->t.arena, prog, MAX_REACHED);
	callees_from(&r, (struct func_id){ u, &u->funcs.v[store->func] });
	vec_for_each_ptr(const struct func_id, f, &r.funcs)
		if (!f->func->in_header)
			add_sizes_of(p, *f);
}

/* @n bytes: the own version, then one letter over and over. */
static void try_length(struct probing *p, const char *version, size_t nversion, size_t n)
{
	char *s = arena_alloc(p->t.arena, n + 1);

	memset(s, 'a', n);
	memcpy(s, version, nversion < n ? nversion : n);
	try_probe(p, s, n);
}

static void try_lengths(struct probing *p, size_t size)
{
	const struct trials *o = p->t.out;

	for (size_t n = size - 1; n <= size + 1; n++)
		try_length(p, "", 0, n);
	if (!o->version)
		return;
	for (size_t n = size; n <= size + 1; n++)
		try_length(p, o->version, o->nversion, n);
	try_length(p, o->version, o->nversion, o->nversion + size); /* whichever its last field */
}

/* The own version with the word at @at, of @n bytes, made as long as @size by its last letter. */
static void try_word(struct probing *p, size_t at, size_t n, size_t size)
{
	const struct trials *o = p->t.out;
	char *s = arena_alloc(p->t.arena, o->nversion + size);

	memcpy(s, o->version, at + n);
	memset(s + at + n, o->version[at + n - 1], size - n);
	memcpy(s + at + size, o->version + at + n, o->nversion - at - n);
	try_probe(p, s, o->nversion + size - n);
}

static void try_words(struct probing *p, size_t size)
{
	const struct trials *o = p->t.out;
	int left = MAX_FIELDS;

	for (size_t i = 0, n; i < o->nversion && left; i += n + 1) {
		n = 0;
		while (i + n < o->nversion && isalnum((unsigned char)o->version[i + n]))
			n++;
		left -= n > 0;
		for (size_t k = size - 1; n && k <= size + 1; k++)
			if (k > n)
				try_word(p, i, n, k);
	}
}

/* ---- numbers ---- */

static size_t digits_at(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] >= '0' && s[i] <= '9')
		i++;
	return i;
}

/* The own version with its digits from @at to @end replaced. */
static void try_number(struct probing *p, size_t at, size_t end, const char *number)
{
	const struct trials *o = p->t.out;
	char *s = joined(&p->t, o->version, at, number, strlen(number));

	s = joined(&p->t, s, at + strlen(number), o->version + end, o->nversion - end);
	try_probe(p, s, at + strlen(number) + o->nversion - end);
}

static const char *const numbers[] = {
	"258",
	"65538",
	"4294967298",
	"18446744073709551618",
	"-1",
	"0x1",
	"99999999999999999999999",
};

/* The next older and newer one, and the same number modulo 2^8, 2^16 and 2^32. */
static void try_near(struct probing *p, size_t at, size_t n)
{
	static const wide spans[] = { (wide)1 << 8, (wide)1 << 16, (wide)1 << 32 };
	char number[WIDE_CHARS];
	wide v = 0;

	if (!n || n > 9)
		return;
	for (size_t i = at; i < at + n; i++)
		v = v * 10 + (p->t.out->version[i] - '0');
	if (v)
		try_number(p, at, at + n, wide_format(v - 1, number));
	try_number(p, at, at + n, wide_format(v + 1, number));
	p->wraps = true;
	for (size_t k = 0; k < sizeof(spans) / sizeof(*spans); k++)
		try_number(p, at, at + n, wide_format(v + spans[k], number));
	p->wraps = false;
}

static void try_numbers(struct probing *p)
{
	const struct trials *o = p->t.out;
	int left = MAX_FIELDS;

	for (size_t k = 0; k < sizeof(numbers) / sizeof(*numbers); k++)
		try_text(p, numbers[k]);
	for (size_t i = 0; i < o->nversion && left; i++) {
		size_t n = digits_at(o->version + i, o->nversion - i);

		for (size_t k = 0; n && k < sizeof(numbers) / sizeof(*numbers); k++)
			try_number(p, i, i + n, numbers[k]);
		try_near(p, i, n);
		left -= n > 0;
		i += n;
	}
}

/* ---- what runs compared ---- */

/* The text with @with in place of its @n bytes at @at. */
static void try_replaced(struct probing *p, const struct fed *f, size_t at, size_t n,
			 const char *with)
{
	char *text = arena_printf(p->t.arena, "%.*s%s%s", (int)at, f->text, with, f->text + at + n);

	vec_for_each_ptr(const struct fed, known, &p->fed)
		if (!strcmp(known->text, text))
			return;
	if (p->is_enough || p->fed.n >= MAX_FED)
		return;
	try_text(p, text);
	*vec_push(p->t.arena, &p->fed) = (struct fed){ text, p->last };
}

/* The number of the @n digits at @s, if they are digits of @base; else -1. */
static wide value_of(const char *s, size_t n, unsigned int base)
{
	wide v = 0;

	for (size_t i = 0; i < n; i++) {
		const char *digit = memchr("0123456789abcdef", s[i], base);

		if (!digit)
			return -1;
		v = v * base + (digit - "0123456789abcdef");
	}
	return v;
}

static const char *number_text(struct probing *p, wide v, size_t width, unsigned int base)
{
	return base == 16 ? arena_printf(p->t.arena, "%0*llx", (int)width, (unsigned long long)v)
			  : arena_printf(p->t.arena, "%0*llu", (int)width, (unsigned long long)v);
}

/* The number at @at was compared with @other: that, and those beside it, take its place. */
static void try_other(struct probing *p, const struct fed *f, size_t at, size_t n,
		      unsigned int base, wide other)
{
	size_t width = base == 16 || (n > 1 && f->text[at] == '0') ? n : 1;

	for (wide v = other - (other > 0); v <= other + 1; v++)
		try_replaced(p, f, at, n, number_text(p, v, width, base));
}

/* Parts of a number in hexadecimal are bytes and halves of it. */
static void try_part(struct probing *p, const struct fed *f, size_t at, size_t n, unsigned int base,
		     const struct met_numbers *m)
{
	wide v = n && n <= 9 ? value_of(f->text + at, n, base) : -1;

	if (v >= 0 && (v == m->a || v == m->b))
		try_other(p, f, at, n, base, v == m->a ? m->b : m->a);
}

static void try_met(struct probing *p, const struct fed *f, const struct met_numbers *m)
{
	const char *text = f->text;
	size_t n;

	for (size_t i = 0; text[i]; i += n + !n) {
		size_t digits = strspn(text + i, "0123456789");

		n = strspn(text + i, "0123456789abcdef");
		try_part(p, f, i, digits, 10, m);
		if (n > 1)
			try_part(p, f, i, n, 16, m);
		for (size_t part = 2; part < n && part <= 4; part += 2)
			for (size_t k = 0; k + part <= n; k += part)
				try_part(p, f, i + k, part, 16, m);
	}
}

/* The word @a of the text was compared with @b. */
static void try_met_word(struct probing *p, const struct fed *f, const char *a, const char *b)
{
	const char *at = *a ? strstr(f->text, a) : NULL;

	if (at && strcmp(a, b) != 0 && strcmp(a, f->text) != 0 && strlen(b) < MAX_VERSION)
		try_replaced(p, f, (size_t)(at - f->text), strlen(a), b);
}

static void feed_back(struct probing *p, struct fed f)
{
	vec_for_each_ptr(const struct met_numbers, m, &f.trial.met)
		try_met(p, &f, m);
	for (size_t i = 0; i + 1 < f.trial.texts.n; i++) {
		try_met_word(p, &f, f.trial.texts.v[i], f.trial.texts.v[i + 1]);
		try_met_word(p, &f, f.trial.texts.v[i + 1], f.trial.texts.v[i]);
	}
}

/* Breadth first: what a string made so was compared with comes when all of the own version did. */
static void try_compared(struct probing *p)
{
	const struct trials *o = p->t.out;
	const char *version = o->version ? arena_strndup(p->t.arena, o->version, o->nversion) : "";

	if (!*version)
		return;
	try_text(p, version);
	*vec_push(p->t.arena, &p->fed) = (struct fed){ version, p->last };
	for (size_t i = 0; i < p->fed.n && p->fed.n < MAX_FED; i++)
		feed_back(p, p->fed.v[i]);
}

/* ---- all of them ---- */

static void try_simple(struct probing *p)
{
	static const char *const texts[] = { "\n", "x", "x\n", "%s%n", "a.b", "1.2.3.4.5" };
	const struct trials *o = p->t.out;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		try_text(p, texts[i]);
	vec_for_each_ptr(const struct trial_result, r, &o->results)
		try_probe(p, r->bytes, r->n);
	vec_for_each_ptr(const struct round_trip, trip, &o->round_trips)
		try_probe(p, trip->text, trip->n);
}

void trials_probe(struct absint *x, const struct handler *store, size_t driver,
		  const struct trials *t, bool (*seen)(void *ctx, const struct probe *p), void *ctx)
{
	struct trials known = *t;
	struct probing p = { .t = { .x = x,
				    .arena = absint_arena(x),
				    .set = absint_setting(x, driver),
				    .store = store,
				    .is_checked = true,
				    .out = &known },
			     .seen = seen,
			     .ctx = ctx };

	p.t.set->values = t->values;
	p.t.set->shape = t->shape;
	try_simple(&p);
	find_sizes(&p, store);
	for (size_t i = 0; i < p.nsizes; i++)
		try_lengths(&p, p.sizes[i]);
	for (size_t i = 0; i < p.nsizes; i++)
		try_words(&p, p.sizes[i]);
	try_numbers(&p);
	try_compared(&p);
	try_length(&p, "", 0, MAX_SIZE - 1);
}

/* ---- other types ---- */

/* Whether store accepts what show prints now; then @world is for trials_probe(). */
static bool find_world(struct trying *t, struct trials *world)
{
	struct run show = run_show(t);
	struct round_trip trip = { 0 };

	if (show.verdict == TRIAL_REFUSED)
		show = repair_show(t, show);
	trip.n = show.verdict == TRIAL_ACCEPTED ? shown_text(&show, &trip.text) : 0;
	if (!trip.n || trip.n > MAX_VERSION)
		return false;
	trip.text = arena_strndup(t->arena, trip.text, trip.n);
	(void)give_back(t, &trip);
	*world = (struct trials){ .version = trip.text,
				  .nversion = trip.n,
				  .values = t->set->values,
				  .shape = t->set->shape };
	return accepts(&trip);
}

/* The type numbered @i of those that @place may choose; false if it chooses none, or no more. */
static bool set_type(struct trying *t, uint32_t place, size_t i)
{
	const struct place *p = &t->set->places.v[place];

	if (setting_is_type_number(p) && i < MAX_TYPES)
		setting_fix(t->set, place, (wide)i);
	else if (setting_is_name(p) && i < alternatives(t, place))
		set_alternative(t, place, i);
	else
		return false;
	return true;
}

void trials_probe_types(struct absint *x, const struct handler *show, const struct handler *store,
			size_t driver, const struct trials *t,
			bool (*seen)(void *ctx, const struct probe *p), void *ctx)
{
	struct trials ignored = { 0 }, world;
	struct trying g = { .x = x,
			    .arena = absint_arena(x),
			    .set = absint_setting(x, driver),
			    .show = show,
			    .store = store,
			    .out = &ignored };
	struct run first;
	size_t tried = 0;

	g.set->values = t->values;
	g.set->shape = t->shape;
	first = run_show(&g);
	vec_for_each_ptr(const uint32_t, place, &first.trial.reads) {
		const struct places before = places_now(&g);

		for (size_t i = 0; set_type(&g, *place, i) && tried < MAX_TYPES; i++) {
			tried++;
			if (find_world(&g, &world) && world.nversion &&
			    (world.nversion != t->nversion ||
			     memcmp(world.version, t->version, t->nversion) != 0))
				trials_probe(x, store, driver, &world, seen, ctx);
			places_restore(&g, &before);
		}
	}
}
