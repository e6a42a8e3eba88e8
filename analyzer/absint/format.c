// SPDX-License-Identifier: MIT
/*
 * How much a printf format prints, as the kernel's vsnprintf() does it
 * (Documentation/core-api/printk-formats.rst). The sum of the parts is a
 * value, so "%s-%s" of two strings of known length has a length that the
 * engine can relate to theirs. What a number prints is only bounded.
 */
#include <string.h>

#include "absint/engine.h"

struct spec {
	bool alternate, plus, space;
	wide width, precision; /* -1: none; unknown ones are STAR */
	int size;	       /* bytes of the integer argument */
	char conv;
	const char *ext; /* what follows %p */
};

#define STAR (-2)

struct printing {
	struct engine *e;
	struct state *s;
	const struct call_site *c; /* NULL: a va_list */
	size_t next;		   /* argument to consume */
	unsigned int deps;
};

static struct aval next_arg(struct printing *p, bool *known)
{
	*known = p->c && p->next < p->c->nargs;
	return *known ? p->c->args[p->next++] : value_const(0);
}

/* ---- reading a conversion ---- */

static const char *read_number(struct printing *p, const char *f, const char *end, wide *out)
{
	bool known;
	struct aval v;

	if (f < end && *f == '*') {
		v = next_arg(p, &known);
		*out = known && value_is_const(v) && v.k >= 0 ? v.k : STAR;
		return f + 1;
	}
	for (*out = 0; f < end && *f >= '0' && *f <= '9'; f++)
		*out = *out < 100000 ? *out * 10 + (*f - '0') : *out;
	return f;
}

static const char *read_flags(const char *f, const char *end, struct spec *sp)
{
	for (; f < end && strchr("-+ #0", *f) && *f; f++) {
		sp->alternate |= *f == '#';
		sp->plus |= *f == '+';
		sp->space |= *f == ' ';
	}
	return f;
}

static const char *read_length(const char *f, const char *end, struct spec *sp)
{
	sp->size = 4;
	if (end - f >= 2 && f[0] == 'h' && f[1] == 'h') {
		sp->size = 1;
		return f + 2;
	}
	if (end - f >= 2 && f[0] == 'l' && f[1] == 'l') {
		sp->size = 8;
		return f + 2;
	}
	if (f < end && *f == 'h') {
		sp->size = 2;
		return f + 1;
	}
	if (f < end && strchr("lLzZtjq", *f) && *f) {
		sp->size = 8;
		return f + 1;
	}
	return f;
}

static const char *read_spec(struct printing *p, const char *f, const char *end, struct spec *sp)
{
	*sp = (struct spec){ .width = -1, .precision = -1 };
	f = read_flags(f, end, sp);
	if (f < end && ((*f >= '1' && *f <= '9') || *f == '*'))
		f = read_number(p, f, end, &sp->width);
	if (f < end && *f == '.')
		f = read_number(p, f + 1, end, &sp->precision);
	f = read_length(f, end, sp);
	sp->conv = f < end ? *f++ : '\0';
	sp->ext = f;
	while (sp->conv == 'p' && f < end &&
	       ((*f >= 'a' && *f <= 'z') || (*f >= 'A' && *f <= 'Z') || (*f >= '0' && *f <= '9')))
		f++;
	return f;
}

/* ---- lengths ---- */

static struct aval between(struct printing *p, wide lo, wide hi, const char *doubt)
{
	struct sym_spec spec = { .range = range_of(lo, hi), .deps = p->deps, .doubt = doubt };

	return lo == hi ? value_const(lo) : sym_fresh(&p->e->syms, &spec);
}

static wide digits(uwide v, unsigned int base)
{
	wide n = 1;

	for (; v >= base; v /= base)
		n++;
	return n;
}

static unsigned int base_of(char conv)
{
	return conv == 'x' || conv == 'X' ? 16 : conv == 'o' ? 8 : 10;
}

/* Characters of one number; the sign and the 0x of %#x are in. */
static wide number_length(const struct spec *sp, wide v)
{
	wide n = digits(v < 0 ? -(uwide)v : (uwide)v, base_of(sp->conv));

	if (sp->precision > n)
		n = sp->precision;
	if (v < 0 || ((sp->plus || sp->space) && (sp->conv == 'd' || sp->conv == 'i')))
		n++;
	if (sp->alternate && base_of(sp->conv) != 10)
		n += base_of(sp->conv) == 16 ? 2 : 1;
	return n;
}

static enum ir_type number_type(const struct spec *sp)
{
	bool is_signed = sp->conv == 'd' || sp->conv == 'i';

	switch (sp->size) {
	case 1:
		return is_signed ? IRT_I8 : IRT_U8;
	case 2:
		return is_signed ? IRT_I16 : IRT_U16;
	case 4:
		return is_signed ? IRT_I32 : IRT_U32;
	default:
		return is_signed ? IRT_I64 : IRT_U64;
	}
}

static struct aval print_number(struct printing *p, const struct spec *sp)
{
	bool known;
	struct aval v = next_arg(p, &known);
	enum ir_type t = number_type(sp);
	struct range r = range_of(ir_type_min(t), ir_type_max(t));
	wide lo, hi, end;

	if (known) {
		p->deps |= value_deps(&p->e->syms, v);
		r = eval(p->e, p->s, cast_value(p->e, p->s, v, t));
	}
	if (range_is_empty(&r))
		return value_const(0);
	/* the shortest is the number nearest to 0, the longest one of the ends */
	lo = number_length(sp, range_contains(&r, 0) ? 0
			       : range_min(&r) > 0   ? range_min(&r)
						     : range_max(&r));
	hi = number_length(sp, range_max(&r));
	end = number_length(sp, range_min(&r));
	hi = hi > end ? hi : end;
	if (sp->precision == STAR || sp->precision > 4096)
		hi = INT32_MAX;
	return between(p, lo < hi ? lo : hi, hi, NULL);
}

static struct aval print_string(struct printing *p, const struct spec *sp)
{
	bool known;
	struct aval v = next_arg(p, &known), n;
	struct range r;

	if (!known)
		return between(p, 0, INT32_MAX, "the arguments are a va_list");
	if (value_is_const(v))
		return value_const(6); /* "(null)" */
	p->deps |= mem_deps(p->e, p->s, v);
	n = mem_length(p->e, p->s, v);
	r = eval(p->e, p->s, n);
	if (sp->precision == -1 || range_is_empty(&r))
		return n;
	if (sp->precision >= 0 && range_max(&r) <= sp->precision)
		return n;
	if (sp->precision == STAR)
		return between(p, 0, range_max(&r), "the precision is not known");
	return between(p, range_min(&r) < sp->precision ? range_min(&r) : sp->precision,
		       sp->precision, value_doubt(&p->e->syms, n));
}

/* The extensions of %p: letters, and what they print at least and at most. */
static const struct {
	const char *letters;
	wide lo, hi;
	const char *doubt;
} extensions[] = {
	{ "U", 36, 36, NULL },
	{ "MF", 17, 17, NULL },
	{ "M", 17, 17, NULL },
	{ "m", 12, 12, NULL },
	{ "I4", 7, 15, NULL },
	{ "i4", 15, 15, NULL },
	{ "I6", 2, 39, NULL },
	{ "i6", 32, 32, NULL },
	{ "e", 1, 32, NULL },
	{ "S", 1, 256, NULL },
	{ "s", 1, 256, NULL },
	{ "B", 1, 256, NULL },
	{ "a", 18, 18, NULL },
	{ "x", 1, 16, NULL },
	{ "K", 16, 16, NULL },
	{ "C", 0, 64, NULL },
	{ "d", 0, INT32_MAX, "the length of a path is not known" },
	{ "D", 0, INT32_MAX, "the length of a path is not known" },
	{ "V", 0, INT32_MAX, "%pV prints another format" },
	{ "O", 0, INT32_MAX, "the length of a device tree path is not known" },
	{ "f", 0, INT32_MAX, "the length of a firmware node's name is not known" },
	{ "E", 0, INT32_MAX, "the length of escaped text is not known" },
	{ "b", 0, INT32_MAX, "the length of a bitmap's text is not known" },
	{ "r", 0, 256, NULL },
	{ "R", 0, 256, NULL },
	{ "t", 0, 64, NULL },
	{ "g", 0, 64, NULL },
	{ "G", 0, 128, NULL },
	{ "N", 0, 64, NULL },
	{ "4", 0, 64, NULL },
};

/* %*ph: two digits a byte and the separators, at most 64 bytes. */
static struct aval print_hex(struct printing *p, const struct spec *sp)
{
	wide n = sp->width > 0 ? sp->width : sp->width == STAR ? 64 : 1;
	wide gap = sp->ext[1] == 'N' ? 0 : 1;

	n = n > 64 ? 64 : n;
	return between(p, sp->width == STAR ? 0 : n * 2 + (n - 1) * gap, n * 2 + (n - 1) * gap,
		       NULL);
}

static struct aval print_pointer(struct printing *p, struct spec *sp)
{
	bool known;
	struct aval v = next_arg(p, &known);

	if (known && v.region && region_get(p->e, v.region)->kind != REGION_FUNC)
		p->deps |= mem_deps(p->e, p->s, v);
	if (*sp->ext == 'h') {
		struct aval n = print_hex(p, sp);

		sp->width = -1; /* it was a count of bytes */
		return n;
	}
	for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
		if (!strncmp(sp->ext, extensions[i].letters, strlen(extensions[i].letters)))
			return between(p, extensions[i].lo, extensions[i].hi, extensions[i].doubt);
	return between(p, 1, 18, NULL);
}

/* A width pads what is shorter. */
static struct aval pad(struct printing *p, const struct spec *sp, struct aval n)
{
	struct range r = eval(p->e, p->s, n);
	wide lo, hi;

	if (sp->width == -1 || range_is_empty(&r) || (sp->width >= 0 && range_min(&r) >= sp->width))
		return n;
	if (sp->width == STAR)
		return between(p, range_min(&r), INT32_MAX, "the width is not known");
	lo = range_min(&r) > sp->width ? range_min(&r) : sp->width;
	hi = range_max(&r) > sp->width ? range_max(&r) : sp->width;
	return between(p, lo, hi, hi > sp->width ? value_doubt(&p->e->syms, n) : NULL);
}

static struct aval print_one(struct printing *p, struct spec *sp)
{
	bool known;

	switch (sp->conv) {
	case '%':
		return value_const(1);
	case 'c':
		p->deps |= value_deps(&p->e->syms, next_arg(p, &known));
		return pad(p, sp, value_const(1));
	case 's':
		return pad(p, sp, print_string(p, sp));
	case 'p': {
		struct aval n = print_pointer(p, sp);

		return pad(p, sp, n);
	}
	case 'd':
	case 'i':
	case 'u':
	case 'x':
	case 'X':
	case 'o':
		return pad(p, sp, print_number(p, sp));
	default:
		return between(p, 0, INT32_MAX, "an unknown conversion in the format");
	}
}

struct aval format_length(struct engine *e, struct state *s, const char *format, size_t n,
			  const struct call_site *c, size_t first, unsigned int *deps)
{
	struct printing p = { .e = e, .s = s, .c = c, .next = first };
	const char *end = memchr(format, 0, n);
	struct aval total = value_const(0);

	end = end ? end : format + n;
	for (const char *f = format; f < end;) {
		struct aval part = value_const(1);
		struct spec sp;

		if (*f++ == '%') {
			f = read_spec(&p, f, end, &sp);
			part = print_one(&p, &sp);
		}
		total = value_add(&e->syms, total, part);
	}
	*deps |= p.deps;
	return total;
}
