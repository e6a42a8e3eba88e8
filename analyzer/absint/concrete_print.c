// SPDX-License-Identifier: MIT
/* The printf family on constant arguments, as lib/vsprintf.c of the kernel prints. */
#include <stdio.h>
#include <string.h>

#include "absint/concrete.h"

#define PAGE	    4096
#define LONGEST_PAD 4096

/* One conversion of the format. */
struct conversion {
	bool left, plus, space, alternate, zero;
	wide width, precision; /* -1: none */
	unsigned int size;     /* bytes of an integer argument */
	char letter;
	const char *extension; /* the letters behind %p */
	size_t next;	       /* extension's length */
};

struct printing {
	struct exact *x;
	const char *f; /* the rest of the format */
	size_t next;   /* argument */
	struct strbuf out;
	bool is_lost; /* something is not constant */
};

static wide number_arg(struct printing *p)
{
	wide v = 0;

	if (!exact_number(p->x, p->next++, &v))
		p->is_lost = true;
	return v;
}

/* ---- reading a conversion ---- */

static wide read_count(struct printing *p)
{
	wide v = 0;

	if (*p->f == '*') {
		p->f++;
		return number_arg(p);
	}
	for (; *p->f >= '0' && *p->f <= '9'; p->f++)
		v = v < 100000 ? v * 10 + (*p->f - '0') : v;
	return v;
}

static void read_flags(struct printing *p, struct conversion *c)
{
	for (; *p->f && strchr("-+ #0", *p->f); p->f++) {
		c->left |= *p->f == '-';
		c->plus |= *p->f == '+';
		c->space |= *p->f == ' ';
		c->alternate |= *p->f == '#';
		c->zero |= *p->f == '0';
	}
}

static void read_size(struct printing *p, struct conversion *c)
{
	c->size = 4;
	if (*p->f == 'h') {
		c->size = *++p->f == 'h' ? 1 : 2;
		p->f += *p->f == 'h';
	} else if (*p->f && strchr("lLzZtjq", *p->f)) {
		c->size = 8;
		p->f += p->f[0] == 'l' && p->f[1] == 'l' ? 2 : 1;
	}
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void read_conversion(struct printing *p, struct conversion *c)
{
	*c = (struct conversion){ .width = -1, .precision = -1 };
	read_flags(p, c);
	if (*p->f == '*' || (*p->f >= '1' && *p->f <= '9'))
		c->width = read_count(p);
	if (*p->f == '.') {
		p->f++;
		c->precision = read_count(p);
		c->precision = c->precision < 0 ? 0 : c->precision;
	}
	if (c->width < -1) {
		c->left = true;
		c->width = -c->width;
	}
	read_size(p, c);
	c->letter = *p->f ? *p->f++ : '\0';
	c->extension = p->f;
	while (c->letter == 'p' && is_alnum(*p->f))
		p->f++;
	c->next = (size_t)(p->f - c->extension);
}

/* ---- printing ---- */

static void add_fill(struct printing *p, char fill, wide n)
{
	for (wide i = 0; i < n && i < LONGEST_PAD; i++)
		strbuf_addc(&p->out, fill);
}

static void add_padded(struct printing *p, const struct conversion *c, const char *s, size_t n)
{
	if (!c->left)
		add_fill(p, ' ', c->width - (wide)n);
	strbuf_add_bytes(&p->out, s, n);
	if (c->left)
		add_fill(p, ' ', c->width - (wide)n);
}

static void print_string(struct printing *p, const struct conversion *c)
{
	size_t n, max = c->precision < 0 || c->precision > PAGE ? SIZE_MAX : (size_t)c->precision;
	struct aval v = exact_arg(p->x, p->next);
	const char *s;

	if (value_is_const(v) && v.k == 0 && p->next < p->x->c->nargs) {
		s = "(null)";
		n = strnlen(s, max);
	} else {
		s = exact_text(p->x, p->next, max, &n);
	}
	p->next++;
	if (s)
		add_padded(p, c, s, n);
	else
		p->is_lost = true;
}

/* The digits of @v in front of buf + 24. */
static char *digits_of(uint64_t v, unsigned int base, bool upper, char buf[24])
{
	const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
	char *s = buf + 24;

	do {
		*--s = digits[v % base];
		v /= base;
	} while (v);
	return s;
}

static void print_digits(struct printing *p, const struct conversion *c, const char *prefix,
			 const char *digits, wide n)
{
	wide zeros = c->precision > n ? c->precision - n : 0;
	wide pad = c->width - (wide)strlen(prefix) - n - zeros;

	if (c->zero && !c->left && c->precision < 0 && pad > 0) {
		zeros += pad;
		pad = 0;
	}
	if (!c->left)
		add_fill(p, ' ', pad);
	strbuf_add(&p->out, prefix);
	add_fill(p, '0', zeros);
	strbuf_add_bytes(&p->out, digits, (size_t)n);
	if (c->left)
		add_fill(p, ' ', pad);
}

static wide truncate_number(wide v, unsigned int size, bool is_signed)
{
	switch (size) {
	case 1:
		return is_signed ? (wide)(int8_t)v : (wide)(uint8_t)v;
	case 2:
		return is_signed ? (wide)(int16_t)v : (wide)(uint16_t)v;
	case 4:
		return is_signed ? (wide)(int32_t)v : (wide)(uint32_t)v;
	default:
		return is_signed ? (wide)(int64_t)v : (wide)(uint64_t)v;
	}
}

static void print_number(struct printing *p, const struct conversion *c)
{
	bool is_signed = c->letter == 'd' || c->letter == 'i', upper = c->letter == 'X';
	unsigned int base = (c->letter | 0x20) == 'x' ? 16 : c->letter == 'o' ? 8 : 10;
	wide v = truncate_number(number_arg(p), c->size, is_signed);
	const char *prefix = "";
	char buf[24], *s;

	s = digits_of((uint64_t)(v < 0 ? -v : v), base, upper, buf);
	if (is_signed)
		prefix = v < 0 ? "-" : c->plus ? "+" : c->space ? " " : "";
	else if (c->alternate && base == 16)
		prefix = upper ? "0X" : "0x";
	else if (c->alternate && base == 8 && v)
		prefix = "0";
	print_digits(p, c, prefix, s, buf + 24 - s);
}

static void print_char(struct printing *p, const struct conversion *c)
{
	char letter = (char)(unsigned char)number_arg(p);

	add_padded(p, c, &letter, 1);
}

/* ---- %p and its extensions ---- */

static const char *pointer_bytes(struct printing *p, size_t n)
{
	struct aval v = exact_arg(p->x, p->next++);
	const char *s = v.region ? bytes_exactly(p->x->e, p->x->s, v, n) : NULL;

	p->is_lost |= !s;
	return s;
}

static void add_hex(struct printing *p, const char *bytes, size_t n, const char *gap)
{
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&p->out, "%s%02x", i ? gap : "", (unsigned char)bytes[i]);
}

/* %*ph, %*phC, %*phD, %*phN: at most 64 bytes */
static void print_hex_bytes(struct printing *p, const struct conversion *c)
{
	char letter = c->next > 1 ? c->extension[1] : ' ';
	const char *gap = letter == 'C' ? ":" : letter == 'D' ? "-" : letter == 'N' ? "" : " ";
	size_t n = c->width <= 0 ? 1 : c->width > 64 ? 64 : (size_t)c->width;
	const char *bytes = pointer_bytes(p, n);

	if (bytes)
		add_hex(p, bytes, n, gap);
}

static void print_mac(struct printing *p, const struct conversion *c)
{
	const char *bytes = pointer_bytes(p, 6);
	bool dashes = c->next > 1 && c->extension[1] == 'F';

	if (bytes)
		add_hex(p, bytes, 6, *c->extension == 'm' ? "" : dashes ? "-" : ":");
}

/* %pUb, %pUB, %pUl, %pUL; lower-case big-endian without a letter */
static void print_uuid(struct printing *p, const struct conversion *c)
{
	static const unsigned char little[16] = { 3, 2, 1,  0,	5,  4,	7,  6,
						  8, 9, 10, 11, 12, 13, 14, 15 };
	char letter = c->next > 1 ? c->extension[1] : 'b';
	bool upper = letter == 'B' || letter == 'L', is_little = (letter | 0x20) == 'l';
	const char *bytes = pointer_bytes(p, 16);

	for (size_t i = 0; bytes && i < 16; i++) {
		unsigned char byte = (unsigned char)bytes[is_little ? little[i] : i];

		if (i == 4 || i == 6 || i == 8 || i == 10)
			strbuf_addc(&p->out, '-');
		strbuf_addf(&p->out, upper ? "%02X" : "%02x", byte);
	}
}

/* %*pb, %*pbl: so many bits */
static void print_bitmap(struct printing *p, const struct conversion *c)
{
	size_t n = c->width <= 0 || c->width > MAX_BITS ? 0 : (size_t)c->width;
	const char *bytes = pointer_bytes(p, BITMAP_BYTES(n));

	if (bytes)
		add_bitmap(&p->out, bytes, n, c->next > 1 && c->extension[1] == 'l');
}

static void print_pointer(struct printing *p, const struct conversion *c)
{
	switch (c->next ? *c->extension : '\0') {
	case 'h':
		print_hex_bytes(p, c);
		break;
	case 'M':
	case 'm':
		print_mac(p, c);
		break;
	case 'b':
		print_bitmap(p, c);
		break;
	case 'U':
		print_uuid(p, c);
		break;
	default:
		p->is_lost = true; /* an address, or what nobody can know */
	}
}

static void print_one(struct printing *p)
{
	struct conversion c;

	read_conversion(p, &c);
	switch (c.letter) {
	case '%':
		strbuf_addc(&p->out, '%');
		break;
	case 'c':
		print_char(p, &c);
		break;
	case 's':
		print_string(p, &c);
		break;
	case 'p':
		print_pointer(p, &c);
		break;
	case 'd':
	case 'i':
	case 'u':
	case 'x':
	case 'X':
	case 'o':
		print_number(p, &c);
		break;
	default:
		p->is_lost = true;
	}
}

/* The text of the format in argument @format and those behind it; false if it isn't known. */
static bool print_all(struct exact *x, size_t format, struct printing *p)
{
	size_t n;

	*p = (struct printing){ .x = x, .next = format + 1 };
	p->f = exact_string(x, format, &n);
	strbuf_init(&p->out, x->e->arena);
	while (p->f && *p->f && !p->is_lost && p->out.n < 2 * PAGE) {
		char c = *p->f++;

		if (c == '%')
			print_one(p);
		else
			strbuf_addc(&p->out, c);
	}
	return p->f && !p->is_lost;
}

/* ---- the functions ---- */

/* At most @size bytes with the NUL go to argument 0, @offset bytes from its start. */
static bool put_text(struct exact *x, const struct printing *p, size_t offset, size_t size,
		     size_t *written)
{
	struct aval to = value_add(&x->e->syms, exact_arg(x, 0), value_const((wide)offset));
	char *text;

	*written = !size ? 0 : p->out.n < size ? p->out.n : size - 1;
	if (!size)
		return true;
	text = arena_strndup(x->e->arena, p->out.s, *written);
	return exact_arg(x, 0).region && bytes_put(x->e, x->s, to, text, *written + 1);
}

bool exact_sprintf(struct exact *x)
{
	struct printing p;
	size_t written;

	return print_all(x, 1, &p) && put_text(x, &p, 0, SIZE_MAX, &written) &&
	       exact_result(x, (wide)written);
}

bool exact_snprintf(struct exact *x)
{
	struct printing p;
	size_t size, written;

	return exact_size(x, 1, &size) && print_all(x, 2, &p) &&
	       put_text(x, &p, 0, size, &written) && exact_result(x, (wide)p.out.n);
}

bool exact_scnprintf(struct exact *x)
{
	struct printing p;
	size_t size, written;

	return exact_size(x, 1, &size) && print_all(x, 2, &p) &&
	       put_text(x, &p, 0, size, &written) && exact_result(x, (wide)written);
}

bool exact_sysfs_emit(struct exact *x)
{
	struct printing p;
	size_t written;

	return print_all(x, 1, &p) && put_text(x, &p, 0, PAGE, &written) &&
	       exact_result(x, (wide)written);
}

bool exact_sysfs_emit_at(struct exact *x)
{
	struct printing p;
	size_t at, written;

	if (!exact_size(x, 1, &at) || at >= PAGE)
		return false;
	return print_all(x, 2, &p) && put_text(x, &p, at, PAGE - at, &written) &&
	       exact_result(x, (wide)written);
}

bool exact_kasprintf(struct exact *x)
{
	struct printing p;

	return print_all(x, 1, &p) && exact_fresh(x, p.out.s, p.out.n + 1);
}

bool exact_devm_kasprintf(struct exact *x)
{
	struct printing p;

	return print_all(x, 2, &p) && exact_fresh(x, p.out.s, p.out.n + 1);
}
