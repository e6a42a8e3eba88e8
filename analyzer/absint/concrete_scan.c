// SPDX-License-Identifier: MIT
/*
 * sscanf() as the kernel's vsscanf() does it (contract.md section 2): a number
 * without a width takes any length, %[ needs a width and knows no ranges, %c
 * stores no NUL, white space in the format matches any amount of it.
 */
#include <string.h>

#include "absint/concrete.h"
#include "absint/trial.h"

/* One conversion of the format. */
struct conversion {
	int width;	/* -1: none */
	char qualifier; /* 'H' for hh, 'h', 'l', 'L' for ll, or 0 */
	char letter;
};

struct scanning {
	struct exact *x;
	const char *text; /* all of it */
	const char *s;	  /* the rest of it */
	const char *f;	  /* the rest of the format */
	size_t next;	  /* argument */
	wide stored;
	bool is_lost; /* something is not constant after all */
};

static void skip(const char **s)
{
	while (is_space(**s))
		++*s;
}

/* ---- stores ---- */

/* Where that many bytes do not fit is an event; what is read afterwards goes on as if they did. */
static void touch_bytes_of(struct scanning *sc, struct aval to, size_t n)
{
	struct engine *e = sc->x->e;
	struct access a = {
		.at = to, .size = value_const((wide)n), .is_write = true, .via = sc->x->m->name
	};

	if (e->trial && e->trial->is_checked)
		check_access(e, state_fork(e->arena, sc->x->s), &a);
}

static void store_bytes(struct scanning *sc, const char *bytes, size_t n)
{
	struct aval to = exact_arg(sc->x, sc->next++);

	touch_bytes_of(sc, to, n);
	if (!to.region || !bytes_put(sc->x->e, sc->x->s, to, bytes, n))
		sc->is_lost = true;
	sc->stored++;
}

/* @n characters of the text and a NUL */
static void store_text(struct scanning *sc, const char *from, size_t n)
{
	store_bytes(sc, arena_strndup(sc->x->e->arena, from, n), n + 1);
}

static enum ir_type type_of(const struct conversion *c, bool is_signed)
{
	switch (c->qualifier) {
	case 'H':
		return is_signed ? IRT_I8 : IRT_U8;
	case 'h':
		return is_signed ? IRT_I16 : IRT_U16;
	case 'l':
	case 'L':
	case 'z':
		return is_signed ? IRT_I64 : IRT_U64;
	default:
		return is_signed ? IRT_I32 : IRT_U32;
	}
}

static void store_number(struct scanning *sc, const struct conversion *c, bool is_signed, wide v)
{
	struct aval to = exact_arg(sc->x, sc->next++);
	enum ir_type t = type_of(c, is_signed);

	if (!to.region)
		sc->is_lost = true;
	else
		mem_store(sc->x->e, sc->x->s, to, t,
			  cast_value(sc->x->e, sc->x->s, value_const(v), t));
}

/* ---- conversions; each returns false where the scan ends ---- */

static bool scan_chars(struct scanning *sc, const struct conversion *c)
{
	size_t n = c->width == -1 ? 1 : (size_t)c->width, have = strnlen(sc->s, n);

	store_bytes(sc, sc->s, have);
	sc->s += have;
	return true;
}

static bool scan_word(struct scanning *sc, const struct conversion *c)
{
	const char *from;

	skip(&sc->s);
	from = sc->s;
	while (*sc->s && !is_space(*sc->s) && (c->width == -1 || sc->s - from < c->width))
		sc->s++;
	store_text(sc, from, (size_t)(sc->s - from));
	return true;
}

static bool scan_set(struct scanning *sc, const struct conversion *c)
{
	bool in[256] = { false }, negate = *sc->f == '^';
	const char *from = sc->s, *set = sc->f + negate;

	if (c->width == -1)
		return false;
	for (sc->f = set; *sc->f && *sc->f != ']'; sc->f++)
		in[(unsigned char)*sc->f] = true;
	if (!*sc->f || sc->f == set)
		return false;
	sc->f++;
	while (*sc->s && in[(unsigned char)*sc->s] != negate && sc->s - from < c->width)
		sc->s++;
	if (sc->s == from)
		return false;
	store_text(sc, from, (size_t)(sc->s - from));
	return true;
}

static bool starts_number(const char *s, unsigned int base)
{
	if (*s >= '0' && *s <= '9')
		return base != 8 || *s <= '7';
	return base == 16 && ((*s >= 'a' && *s <= 'f') || (*s >= 'A' && *s <= 'F'));
}

static bool scan_number(struct scanning *sc, const struct conversion *c, unsigned int base,
			bool is_signed)
{
	size_t max = c->width > 0 ? (size_t)c->width : SIZE_MAX;
	struct parsed_number p;
	bool minus;

	skip(&sc->s);
	minus = is_signed && *sc->s == '-';
	if ((minus && max == 1) || !starts_number(sc->s + minus, base))
		return false;
	p = parse_integer(sc->s + minus, base, max - minus);
	store_number(sc, c, is_signed, minus ? -(wide)p.value : (wide)p.value);
	sc->s += minus + p.end;
	sc->stored++;
	return true;
}

static bool convert(struct scanning *sc, const struct conversion *c)
{
	switch (c->letter) {
	case 'c':
		return scan_chars(sc, c);
	case 's':
		return scan_word(sc, c);
	case '[':
		return scan_set(sc, c);
	case 'o':
		return scan_number(sc, c, 8, false);
	case 'x':
	case 'X':
		return scan_number(sc, c, 16, false);
	case 'u':
		return scan_number(sc, c, 10, false);
	case 'd':
		return scan_number(sc, c, 10, true);
	case 'i':
		return scan_number(sc, c, 0, true);
	case '%':
		return *sc->s++ == '%';
	default:
		return false;
	}
}

/* ---- the format ---- */

/* Behind "%*": the conversion and a word of the text are passed over. */
static bool pass_over(struct scanning *sc)
{
	if (!*sc->s)
		return false;
	for (; *sc->f && !is_space(*sc->f) && *sc->f != '%'; sc->f++)
		if (*sc->f == '[')
			return false;
	while (*sc->s && !is_space(*sc->s))
		sc->s++;
	return true;
}

static void read_conversion(struct scanning *sc, struct conversion *c)
{
	*c = (struct conversion){ .width = -1 };
	if (*sc->f >= '0' && *sc->f <= '9')
		for (c->width = 0; *sc->f >= '0' && *sc->f <= '9'; sc->f++)
			c->width = c->width < 10000 ? c->width * 10 + (*sc->f - '0') : c->width;
	if (*sc->f && strchr("hlLzt", *sc->f)) {
		c->qualifier = *sc->f++;
		if (*sc->f == c->qualifier && (*sc->f == 'h' || *sc->f == 'l')) {
			c->qualifier = *sc->f == 'h' ? 'H' : 'L';
			sc->f++;
		}
	}
}

static bool scan_conversion(struct scanning *sc)
{
	struct conversion c;

	if (*sc->f == '*')
		return pass_over(sc);
	read_conversion(sc, &c);
	if (c.width == 0 || !*sc->f)
		return false;
	c.letter = *sc->f++;
	if (c.letter == 'n') {
		store_number(sc, &c, true, sc->s - sc->text);
		return true;
	}
	return *sc->s && convert(sc, &c);
}

static bool scan_one(struct scanning *sc)
{
	if (is_space(*sc->f)) {
		skip(&sc->f);
		skip(&sc->s);
		return true;
	}
	if (*sc->f != '%')
		return *sc->s && *sc->f++ == *sc->s++;
	sc->f++;
	return scan_conversion(sc);
}

bool exact_sscanf(struct exact *x)
{
	size_t n, m;
	struct scanning sc = {
		.x = x, .text = exact_string(x, 0, &n), .f = exact_string(x, 1, &m), .next = 2
	};

	if (!sc.text || !sc.f)
		return false;
	sc.s = sc.text;
	while (*sc.f && !sc.is_lost && scan_one(&sc))
		;
	return !sc.is_lost && exact_result(x, sc.stored);
}
