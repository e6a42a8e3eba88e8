// SPDX-License-Identifier: MIT
/*
 * What a scanf format stores, as the kernel's vsscanf() does it.
 *
 * A conversion that fails ends the scan, so with a result of k the first k
 * outputs are set and the others keep what they held. Each k is a path of its
 * own as long as there are few conversions; of many, the small results are one
 * path on which an output may or may not be set.
 *
 * Unlike C's: %s and %[ store a NUL behind up to "width" characters, %[ wants a
 * width, and numbers are cut to their type without a word.
 */
#include <string.h>

#include "absint/given.h"
#include "absint/input.h"

#define MAX_CONVERSIONS 16
#define MAX_SPLIT	4 /* conversions up to which every result is a path */

enum conversion_kind { SCAN_NUMBER, SCAN_STRING, SCAN_CHARS, SCAN_POSITION };

struct conversion {
	enum conversion_kind kind;
	wide width; /* -1: none */
	int size;   /* bytes of a number */
	char conv;
	struct charset set; /* SCAN_STRING */
	size_t before;	    /* conversions that count before it */
	bool is_sure;	    /* SCAN_POSITION: reached whenever those succeeded */
};

struct scanning {
	struct engine *e;
	struct aval from;
	const struct call_site *c;
	size_t first;
	unsigned int deps;
	size_t n; /* conversions with an output */
	struct conversion conv[MAX_CONVERSIONS];
	size_t counted; /* of them, those that the result counts */
};

/* ---- reading the format ---- */

static const char *read_size_letters(const char *f, int *size)
{
	*size = 4;
	if (f[0] == 'h' && f[1] == 'h')
		*size = 1;
	else if (f[0] == 'h')
		*size = 2;
	else if (*f && strchr("lLzZtj", *f))
		*size = 8;
	if ((f[0] == 'h' || f[0] == 'l') && f[0] == f[1])
		return f + 2;
	return *f && strchr("hlLzZtj", *f) ? f + 1 : f;
}

/* "[^...]" or "[...]"; the kernel knows no ranges in it. Returns what follows the ]. */
static const char *read_set(const char *f, struct charset *set)
{
	bool negated = *f == '^';
	const char *end;

	f += negated;
	end = *f ? strchr(f + 1, ']') : NULL; /* a ] that comes first is a member */
	if (!end)
		return f + strlen(f);
	*set = charset_of_bytes(f, (size_t)(end - f));
	if (negated)
		*set = charset_minus(charset_between(1, 0xff), *set);
	return end + 1;
}

/* What follows the % (and is not suppressed). Returns NULL where the kernel gives up. */
static const char *read_conversion(const char *f, struct conversion *v)
{
	*v = (struct conversion){ .width = -1 };
	if (*f >= '0' && *f <= '9')
		for (v->width = 0; *f >= '0' && *f <= '9'; f++)
			v->width = v->width < 100000 ? v->width * 10 + (*f - '0') : v->width;
	f = read_size_letters(f, &v->size);
	v->conv = *f;
	if (!*f)
		return NULL;
	f++;
	switch (v->conv) {
	case 'n':
		v->kind = SCAN_POSITION;
		return f;
	case 'c':
		v->kind = SCAN_CHARS;
		return f;
	case 's':
		v->kind = SCAN_STRING;
		v->set = charset_minus(charset_between(1, 0xff), charset_of(" \t\n\v\f\r\xa0"));
		return f;
	case '[':
		v->kind = SCAN_STRING;
		return v->width == -1 ? NULL : read_set(f, &v->set);
	default:
		v->kind = SCAN_NUMBER;
		return strchr("diuxXo", v->conv) ? f : NULL;
	}
}

/* "%*...": the kernel skips the format up to the next blank or %. */
static const char *skip_suppressed(const char *f)
{
	while (*f && *f != '%' && !strchr(" \t\n", *f))
		f++;
	return f;
}

static bool is_blank(char c)
{
	return c && strchr(" \t\n\v\f\r", c);
}

static void read_format(struct scanning *sc, const char *f)
{
	bool is_sure = true; /* nothing since the last conversion that could fail */

	while (f && *f && sc->n < MAX_CONVERSIONS) {
		struct conversion *v = &sc->conv[sc->n];

		if (*f != '%' || f[1] == '%') {
			is_sure = is_sure && is_blank(*f);
			f += *f == '%' ? 2 : 1;
			continue;
		}
		if (f[1] == '*') {
			is_sure = false;
			f = skip_suppressed(f + 2);
			continue;
		}
		f = read_conversion(f + 1, v);
		if (!f)
			return;
		v->before = sc->counted;
		v->is_sure = is_sure;
		sc->counted += v->kind != SCAN_POSITION;
		is_sure = is_sure || v->kind != SCAN_POSITION;
		sc->n++;
	}
}

/* ---- storing ---- */

static enum ir_type number_type(const struct conversion *v)
{
	return ir_int_type(v->size, v->conv == 'd' || v->conv == 'i');
}

/* The numbers that @v->width characters can spell. */
static struct range number_range(const struct conversion *v)
{
	wide base = v->conv == 'x' || v->conv == 'X' ? 16 : v->conv == 'o' ? 8 : 10;
	struct range r = type_range(number_type(v));
	wide most = 1;

	if (v->width < 0 || v->width > 20 || v->conv == 'i')
		return r;
	for (wide i = 0; i < v->width; i++)
		most *= base;
	return range_clip(&r, -most, most - 1);
}

static bool touch(struct scanning *sc, struct state *s, struct aval to, struct aval size)
{
	struct access a = {
		.at = address_of(sc->e, s, to), .size = size, .is_write = true, .via = "sscanf"
	};

	return check_access(sc->e, s, &a);
}

static bool store_number(struct scanning *sc, struct state *s, const struct conversion *v,
			 struct aval to, const char *doubt)
{
	enum ir_type t = v->kind == SCAN_POSITION ? IRT_I32 : number_type(v);
	struct sym_spec spec = { .range = number_range(v),
				 .deps = sc->deps,
				 .doubt = doubt,
				 .what = "a number that was scanned" };
	wide size = v->kind == SCAN_POSITION ? 4 : v->size;
	struct aval number;

	if (v->kind == SCAN_POSITION) {
		struct aval length = mem_length(sc->e, s, sc->from);
		struct range r = eval(sc->e, s, length);

		spec.range = range_of(0, range_is_empty(&r) ? INT32_MAX : range_max(&r));
		number = sym_fresh(&sc->e->syms, &spec);
		if (!doubt)
			assume_at_most(sc->e, s, number, length, 0);
		if (!doubt && v->before == sc->counted)
			input_scanned(sc->e, s, sc->from, number);
	} else {
		number = sym_fresh(&sc->e->syms, &spec);
		sym_get(&sc->e->syms, number.sym)->is_parsed = true;
	}
	check_width(sc->e, s, to, size, "sscanf");
	if (!touch(sc, s, to, value_const(size)))
		return false;
	changed_store(sc->e, s, to, t, number);
	mem_store(sc->e, s, to, t, number);
	return true;
}

/* Up to @width characters, as many as the text has; and a NUL but for %c. */
static bool store_text(struct scanning *sc, struct state *s, const struct conversion *v,
		       struct aval to, const char *doubt)
{
	bool is_chars = v->kind == SCAN_CHARS;
	wide most = v->width >= 0 ? v->width : is_chars ? 1 : INT16_MAX;
	struct text source = mem_text(sc->e, s, sc->from);
	struct charset set = charset_intersect(text_chars(&source), v->set);
	struct range all = eval(sc->e, s, source.length);
	const char *unclear = state_doubt(&sc->e->syms, s, source.length);
	struct sym_spec spec = { .deps = sc->deps, .doubt = doubt ? doubt : unclear };
	struct aval length;
	struct text t;

	if (is_chars)
		set = text_chars(&source);
	if (!range_is_empty(&all) && range_max(&all) < most)
		most = range_max(&all);
	spec.range = range_of(is_chars ? most : 1, most < 1 ? 1 : most);
	length = range_is_single(&spec.range) && !doubt ? value_const(range_min(&spec.range))
							: sym_fresh(&sc->e->syms, &spec);
	if (!touch(sc, s, to, value_add(&sc->e->syms, length, value_const(!is_chars))))
		return false;
	t = text_of_set(sc->e, length, set, "what was scanned", doubt);
	t.is_open = is_chars;
	changed_bytes(sc->e, s, to, sc->deps, false);
	mem_set_text(sc->e, s, to, &t, sc->deps);
	return true;
}

static bool store_output(struct scanning *sc, struct state *s, size_t i, const char *doubt)
{
	const struct conversion *v = &sc->conv[i];
	struct aval to;

	if (sc->first + i >= sc->c->nargs)
		return true; /* the compiler warns of it */
	to = sc->c->args[sc->first + i];
	if (v->kind == SCAN_NUMBER || v->kind == SCAN_POSITION)
		return store_number(sc, s, v, to, doubt);
	return store_text(sc, s, v, to, doubt);
}

/* ---- results ---- */

/* A path with between @least and @most conversions done. */
static void add_result(struct scanning *sc, const struct state *s, size_t least, size_t most,
		       result_list *out)
{
	struct engine *e = sc->e;
	struct call_result r = { .state = state_fork(e->arena, s),
				 .value = value_const((wide)most) };
	struct sym_spec spec = { .range = range_of((wide)least, (wide)most), .deps = sc->deps };

	for (size_t i = 0; i < sc->n; i++) {
		const struct conversion *v = &sc->conv[i];
		bool counts = v->kind != SCAN_POSITION;
		size_t needs = v->before + counts;
		const char *doubt = NULL;

		if (needs > most)
			break;
		if (needs > least || (!counts && !v->is_sure))
			doubt = "sscanf() may have stopped before it";
		if (!store_output(sc, r.state, i, doubt))
			return;
	}
	if (least != most) {
		r.value = sym_fresh(&e->syms, &spec);
		sym_get(&e->syms, r.value.sym)->is_parsed = true;
	}
	if (sc->counted)
		state_add_step(e->arena, r.state, sc->c->insn->loc,
			       least == most ? arena_printf(e->out,
							    "assuming sscanf() converts %zu of %zu",
							    most, sc->counted)
					     : arena_printf(e->out,
							    "assuming sscanf() converts at most "
							    "%zu of %zu",
							    most, sc->counted));
	*vec_push(e->arena, out) = r;
}

/* ---- a text that show printed ---- */

static bool given_output(struct scanning *sc, struct state *s, struct given_scan *at, size_t i)
{
	const struct conversion *v = &sc->conv[i];
	struct given_number want = {
		.base = strchr("xX", v->conv) ? 16
			: v->conv == 'o'      ? 8
			: v->conv == 'i'      ? 0
					      : 10,
		.width = v->width,
		.type = number_type(v),
	};
	enum ir_type t = v->kind == SCAN_POSITION ? IRT_I32 : want.type;
	struct aval number;

	if (sc->first + i >= sc->c->nargs)
		return false;
	if (v->kind == SCAN_POSITION
		    ? !given_scan_position(sc->e, at, &number)
		    : v->kind != SCAN_NUMBER || !given_scan_number(sc->e, s, at, &want, &number))
		return false;
	mem_store(sc->e, s, sc->c->args[sc->first + i], t, number);
	return true;
}

/* Every conversion finds what show printed there; false if that is not certain. */
static bool scan_given(struct scanning *sc, struct state *s, const char *f, result_list *out)
{
	struct state *fork = state_fork(sc->e->arena, s);
	struct given_scan at;
	struct conversion v;
	size_t done = 0;

	if (!given_scan_start(sc->e, s, sc->from, &at))
		return false;
	while (f && *f) {
		if (is_blank(*f)) {
			given_scan_blanks(sc->e->given, &at);
			f++;
		} else if (*f != '%' || f[1] == '%') {
			if (!given_scan_byte(sc->e->given, &at, *f))
				return false;
			f += *f == '%' ? 2 : 1;
		} else {
			if (done == sc->n || f[1] == '*' || !given_output(sc, fork, &at, done++))
				return false;
			f = read_conversion(f + 1, &v);
		}
	}
	*vec_push(sc->e->arena, out) = (struct call_result){ fork, value_const((wide)sc->counted) };
	return done == sc->n;
}

void scan_text(struct engine *e, struct state *s, struct aval from, const char *format, size_t n,
	       const struct call_site *c, size_t first, result_list *out)
{
	struct scanning *sc = arena_new_of(e->arena, struct scanning);
	char *text = arena_array(e->arena, n + 1, 1);
	size_t split;

	memcpy(text, format, n);
	*sc = (struct scanning){ .e = e,
				 .from = address_of(e, s, from),
				 .c = c,
				 .first = first,
				 .deps = mem_deps(e, s, from) &
					 (DEP_BYTES | DEP_COUNT | DEP_TEXT) };
	read_format(sc, text);
	if (e->given && scan_given(sc, s, text, out))
		return;
	if (sc->counted && sc->deps & DEP_BYTES)
		s->bytes_tests++; /* each result is a test that has been made */
	split = sc->counted > MAX_SPLIT ? sc->counted - 2 : 0;
	for (size_t k = sc->counted; k > split; k--)
		add_result(sc, s, k, k, out);
	add_result(sc, s, 0, split, out);
}
