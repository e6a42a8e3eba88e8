// SPDX-License-Identifier: MIT
/*
 * What a printf format prints, as the kernel's vsnprintf() does it
 * (Documentation/core-api/printk-formats.rst): how much, out of which bytes,
 * and whether it will be the same next time. The length is a sum of the parts'
 * lengths, so "%s-%s" of two strings has a length that the engine can relate
 * to theirs. What a number prints is only bounded.
 *
 * The kernel knows no %n: it warns and prints nothing from there on, as with
 * any conversion it does not know.
 */
#include <string.h>

#include "absint/engine.h"
#include "absint/identity.h"
#include "absint/pointer_format.h"

struct spec {
	bool alternate, plus, space, zero, left;
	wide width, precision; /* -1: none; unknown ones are STAR */
	struct aval most;      /* the precision as a value */
	int size;	       /* bytes of the integer argument */
	char conv;
	const char *ext; /* what follows %p */
};

#define STAR (-2)

struct printing {
	struct engine *e;
	struct state *s;
	const struct call_site *c; /* NULL: a va_list */
	const char *via;	   /* the function that reads what is printed; NULL: nobody */
	size_t next;		   /* argument to consume */
	unsigned int deps;
	bool is_over; /* a conversion that ends the text */
	wide raw_max; /* longer texts of the user in a plain %s are raw; 0: don't look */
	bool is_raw;
};

static struct aval next_arg(struct printing *p, bool *known)
{
	*known = p->c && p->next < p->c->nargs;
	return *known ? p->c->args[p->next++] : value_const(0);
}

/* ---- reading a conversion ---- */

static const char *read_number(struct printing *p, const char *f, const char *end, wide *out,
			       struct aval *value)
{
	bool known;

	if (f < end && *f == '*') {
		*value = next_arg(p, &known);
		*out = known && value_is_const(*value) && value->k >= 0 ? value->k : STAR;
		return f + 1;
	}
	for (*out = 0; f < end && *f >= '0' && *f <= '9'; f++)
		*out = *out < 100000 ? *out * 10 + (*f - '0') : *out;
	*value = value_const(*out);
	return f;
}

static const char *read_flags(const char *f, const char *end, struct spec *sp)
{
	for (; f < end && strchr("-+ #0", *f) && *f; f++) {
		sp->alternate |= *f == '#';
		sp->plus |= *f == '+';
		sp->space |= *f == ' ';
		sp->zero |= *f == '0';
		sp->left |= *f == '-';
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
		f = read_number(p, f, end, &sp->width, &(struct aval){ 0 });
	if (f < end && *f == '.')
		f = read_number(p, f + 1, end, &sp->precision, &sp->most);
	f = read_length(f, end, sp);
	sp->conv = f < end ? *f++ : '\0';
	sp->ext = f;
	while (sp->conv == 'p' && f < end &&
	       ((*f >= 'a' && *f <= 'z') || (*f >= 'A' && *f <= 'Z') || (*f >= '0' && *f <= '9')))
		f++;
	return f;
}

/* ---- numbers ---- */

#define DIGITS "0123456789"

static struct aval between(struct printing *p, wide lo, wide hi, const char *doubt)
{
	struct sym_spec spec = { .range = range_of(lo, hi), .deps = p->deps, .doubt = doubt };

	return lo == hi ? value_const(lo) : sym_fresh(&p->e->syms, &spec);
}

static struct text piece(struct printing *p, struct aval length, const char *chars)
{
	return text_of_set(p->e, length, charset_of(chars), "a conversion", NULL);
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

static bool is_signed_conv(const struct spec *sp)
{
	return sp->conv == 'd' || sp->conv == 'i';
}

/* Characters of one number; the sign and the 0x of %#x are in. */
static wide number_length(const struct spec *sp, wide v)
{
	wide n = digits(v < 0 ? -(uwide)v : (uwide)v, base_of(sp->conv));

	/* %#o: the 0 in front is a digit like any other, but for 0 itself */
	if (sp->alternate && base_of(sp->conv) == 8 && v)
		n++;
	if (sp->precision > n)
		n = sp->precision;
	if (v < 0 || ((sp->plus || sp->space) && is_signed_conv(sp)))
		n++;
	if (sp->alternate && base_of(sp->conv) == 16)
		n += 2;
	return n;
}

/* The bytes that numbers of @r consist of, signs and prefixes too. */
static struct charset number_chars(const struct spec *sp, const struct range *r)
{
	struct charset c = charset_of(base_of(sp->conv) == 8 ? "01234567" : DIGITS);

	if (base_of(sp->conv) == 16)
		c = charset_union(c, charset_of(sp->conv == 'x' ? "abcdef" : "ABCDEF"));
	if (base_of(sp->conv) == 16 && sp->alternate)
		c = charset_union(c, charset_of(sp->conv == 'x' ? "x" : "X"));
	if (range_min(r) < 0)
		c = charset_union(c, charset_of("-"));
	if (is_signed_conv(sp) && sp->plus)
		c = charset_union(c, charset_of("+"));
	else if (is_signed_conv(sp) && sp->space)
		c = charset_union(c, charset_of(" "));
	return c;
}

/* Whether @v tells where something lies; the difference of two addresses does not. */
static bool carries_address(const struct engine *e, struct aval v, int depth)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;
	wide sum = 0;

	if (v.region)
		return true;
	if (!y || !(y->deps & DEP_ADDRESS) || depth > 8)
		return false;
	if (y->kind == SYM_EXPR)
		return carries_address(e, y->a, depth + 1) || carries_address(e, y->b, depth + 1);
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (carries_address(e, (struct aval){ .sym = y->term[i].sym }, depth + 1))
			sum += y->term[i].coef;
	return y->kind != SYM_LINEAR || sum;
}

/* What is certainly too small is no address. */
static bool is_address(struct printing *p, struct aval v, const struct range *r)
{
	return v.region ||
	       (!range_is_empty(r) && range_max(r) >= 4096 && carries_address(p->e, v, 0));
}

static void add_number_deps(struct printing *p, struct text *t, struct aval v,
			    const struct range *r)
{
	unsigned int deps = value_deps(&p->e->syms, v) & ~(DEP_ADDRESS | DEP_TEXT);
	const struct sym *y = v.sym ? sym_get(&p->e->syms, v.sym) : NULL;

	p->deps |= deps;
	if (is_address(p, v, r))
		deps |= DEP_ADDRESS;
	text_add_deps(p->e, t, deps, y && y->what ? y->what : "a number");
}

/* Of each part the shortest is the number nearest to 0, the longest one of the ends. */
static void number_lengths(const struct spec *sp, const struct range *r, wide *least, wide *most)
{
	*least = INT32_MAX;
	*most = 0;
	for (size_t i = 0; i < r->n; i++) {
		const struct interval *p = &r->part[i];
		wide near = p->lo > 0 ? p->lo : p->hi < 0 ? p->hi : 0;
		wide n[] = { number_length(sp, near), number_length(sp, p->lo),
			     number_length(sp, p->hi) };

		for (size_t k = 0; k < 3; k++) {
			*least = n[k] < *least ? n[k] : *least;
			*most = n[k] > *most ? n[k] : *most;
		}
	}
}

static struct text print_number(struct printing *p, const struct spec *sp)
{
	bool known;
	struct aval v = next_arg(p, &known);
	enum ir_type t = ir_int_type(sp->size, is_signed_conv(sp));
	struct range r = range_of(ir_type_min(t), ir_type_max(t));
	wide lo, hi;
	struct text out;

	if (known)
		r = eval(p->e, p->s, cast_value(p->e, p->s, v, t));
	if (range_is_empty(&r))
		return piece(p, value_const(0), "");
	number_lengths(sp, &r, &lo, &hi);
	if (sp->precision == STAR)
		hi = INT32_MAX;
	out = text_of_set(p->e, between(p, lo, hi, NULL), number_chars(sp, &r), "a number", NULL);
	if (known)
		add_number_deps(p, &out, v, &r);
	return out;
}

/* ---- characters and strings ---- */

static struct text print_char(struct printing *p)
{
	bool known;
	struct aval v = next_arg(p, &known);
	const char *doubt = "the arguments are a va_list";
	struct charset set = charset_between(0, 255);
	struct text out;

	if (known)
		set = charset_of_value(p->e, p->s, v, &doubt);
	out = text_of_set(p->e, value_const(1), set, "a character", doubt);
	p->deps |= value_deps(&p->e->syms, v) & ~DEP_ADDRESS;
	text_add_deps(p->e, &out, value_deps(&p->e->syms, v) & ~DEP_ADDRESS, "a character");
	return out;
}

/* Who writes "%.63s" of an array of 64 expects that it may be full. */
static void note_expected(struct printing *p, const struct spec *sp, struct aval length,
			  const struct range *r)
{
	struct sym *y = length.sym && !length.k ? sym_get(&p->e->syms, length.sym) : NULL;

	if (y && y->kind == SYM_ATOM && sp->precision >= 0 && !range_is_empty(r) &&
	    range_max(r) == sp->precision)
		y->is_expected = true;
}

/* At most @sp->precision bytes of @t. */
static void cut_to_precision(struct printing *p, const struct spec *sp, struct text *t)
{
	struct range r = eval(p->e, p->s, t->length);

	if (sp->precision == -1 || range_is_empty(&r) ||
	    (sp->precision >= 0 && range_max(&r) <= sp->precision)) {
		note_expected(p, sp, t->length, &r);
		return;
	}
	if (sp->precision == STAR) {
		text_cut(p->e, p->s, t, between(p, 0, range_max(&r), "the precision is not known"));
		return;
	}
	text_cut(p->e, p->s, t,
		 between(p, range_min(&r) < sp->precision ? range_min(&r) : sp->precision,
			 sp->precision, NULL));
}

/*
 * The string at @v, of which at most @max bytes are read. What is checked is memory that the path
 * made or knows by name: for a pointer that is no address the kernel prints "(null)" or "(efault)".
 */
static struct text read_string(struct printing *p, struct aval v, const struct spec *sp)
{
	struct access a = { .at = v, .via = p->via };
	struct range d = eval(p->e, p->s, sp->most);
	bool limited = sp->precision != -1 && !range_is_empty(&d) && range_min(&d) >= 0;
	const struct aval *max = limited ? &sp->most : NULL; /* a negative one is none */
	struct text t;

	if (p->via && v.region)
		touch_read_text(p->e, p->s, &a, max);
	t = text_at(p->e, p->s, address_of(p->e, p->s, v));
	if (!t.is_open || !max)
		return mem_text(p->e, p->s, v);
	d = eval(p->e, p->s, value_sub(&p->e->syms, *max, t.length));
	return range_is_empty(&d) || range_max(&d) > 0 ? mem_text(p->e, p->s, v) : t;
}

static void note_raw(struct printing *p, const struct spec *sp, struct aval v, const struct text *t)
{
	struct range n;

	if (!p->raw_max || sp->precision != -1 || !(mem_deps(p->e, p->s, v) & DEP_TEXT))
		return;
	n = eval(p->e, p->s, t->length);
	if (range_is_empty(&n) || range_max(&n) <= p->raw_max || !bound_settle(p->e, p->s))
		return;
	n = eval(p->e, p->s, t->length);
	p->is_raw |= !range_is_empty(&n) && range_max(&n) > p->raw_max;
}

static struct text print_string(struct printing *p, const struct spec *sp)
{
	bool known;
	struct aval v = next_arg(p, &known);
	struct text t;

	if (!known)
		return text_of_set(p->e, between(p, 0, INT32_MAX, "the arguments are a va_list"),
				   charset_between(1, 255), "a string",
				   "the arguments are a va_list");
	if (value_is_const(v)) {
		t = text_of_bytes(p->e, "(null)", 6);
	} else {
		freed_pass(p->e, p->s, v, "the format prints");
		p->deps |= mem_deps(p->e, p->s, v);
		t = read_string(p, v, sp);
		t.is_open = t.is_guess = false;
		note_raw(p, sp, v, &t);
	}
	cut_to_precision(p, sp, &t);
	for (int i = 0; i < TEXT_TRAIT_NR; i++) /* this is what puts it there */
		t.blame[i].loc = p->e->at;
	return t;
}

/* ---- pointers ---- */

/* %*ph: two digits a byte and the separators, at most 64 bytes. */
static struct text print_hex(struct printing *p, const struct spec *sp)
{
	wide n = sp->width > 0 ? sp->width : sp->width == STAR ? 64 : 1;
	wide gap = sp->ext[1] == 'N' ? 0 : 1;
	const char *chars = sp->ext[1] == 'C'	? DIGITS "abcdef:"
			    : sp->ext[1] == 'D' ? DIGITS "abcdef-"
			    : gap		? DIGITS "abcdef "
						: DIGITS "abcdef";

	n = n > 64 ? 64 : n;
	return piece(p,
		     between(p, sp->width == STAR ? 2 : n * 2 + (n - 1) * gap,
			     n * 2 + (n - 1) * gap, NULL),
		     chars);
}

/* What is printed of memory is as stable as the memory. */
static void add_memory_traits(struct printing *p, struct text *t, struct aval v)
{
	struct text at = mem_text(p->e, p->s, v);

	for (int i = TEXT_TIME; i <= TEXT_UNINIT; i++)
		if (at.blame[i].what)
			text_mark(p->e, t, i, at.blame[i].what, at.blame[i].doubt);
}

static struct text print_pointer(struct printing *p, struct spec *sp)
{
	const struct pointer_format *row = pointer_format_find(sp->ext);
	bool known;
	struct aval v = next_arg(p, &known);
	struct text t;

	if (*sp->ext == 'h') {
		t = print_hex(p, sp);
		sp->width = -1; /* it was a count of bytes */
	} else {
		t = text_of_set(p->e, between(p, row->lo, row->hi, row->doubt),
				pointer_format_chars(row), row->what, row->doubt);
	}
	if (*sp->ext == 'V' && known && v.region && p->via) /* struct va_format: fmt comes first */
		check_format(p->e, p->s, mem_load(p->e, p->s, v, IRT_PTR), p->via);
	if (row->source == POINTER_ADDRESS)
		text_mark(p->e, &t, TEXT_ADDRESS,
			  arena_printf(p->e->out, "the address that %%p%s prints", row->letters),
			  NULL);
	if (row->source == POINTER_MEMORY && known && v.region &&
	    region_get(p->e, v.region)->kind != REGION_FUNC) {
		freed_pass(p->e, p->s, v, "the format prints");
		p->deps |= mem_deps(p->e, p->s, v);
		add_memory_traits(p, &t, v);
	}
	return t;
}

/* ---- one conversion, all of them ---- */

/* A width pads what is shorter. */
static void pad(struct printing *p, const struct spec *sp, struct text *t)
{
	struct range r = eval(p->e, p->s, t->length);
	bool zeroes = sp->zero && !sp->left && sp->conv != 's' && sp->conv != 'c';
	struct charset with = charset_of(zeroes ? "0" : " ");
	wide lo, hi;

	if (sp->width == -1 || range_is_empty(&r) || (sp->width >= 0 && range_min(&r) >= sp->width))
		return;
	t->body = charset_union(charset_union(t->body, with), t->last);
	if (sp->left || sp->width == STAR || range_min(&r) == 0)
		t->last = charset_union(t->last, with);
	if ((sp->left || sp->width == STAR) && t->blame[TEXT_END].what && !t->blame[TEXT_LINE].what)
		t->blame[TEXT_LINE] = t->blame[TEXT_END];
	if (sp->width == STAR) {
		t->length = between(p, range_min(&r), INT32_MAX, "the width is not known");
		return;
	}
	lo = range_min(&r) > sp->width ? range_min(&r) : sp->width;
	hi = range_max(&r) > sp->width ? range_max(&r) : sp->width;
	t->length = between(p, lo, hi, hi > sp->width ? value_doubt(&p->e->syms, t->length) : NULL);
}

static struct text print_one(struct printing *p, struct spec *sp)
{
	struct text t;

	switch (sp->conv) {
	case '%':
		return text_of_bytes(p->e, "%", 1);
	case 'c':
		t = print_char(p);
		break;
	case 's':
		t = print_string(p, sp);
		break;
	case 'p':
		t = print_pointer(p, sp);
		break;
	case 'd':
	case 'i':
	case 'u':
	case 'x':
	case 'X':
	case 'o':
		t = print_number(p, sp);
		break;
	default:
		p->is_over = true;
		return piece(p, value_const(0), "");
	}
	pad(p, sp, &t);
	return t;
}

/* What tells a conversion's output apart from others': its form and what it printed. */
static struct spelling spell_one(const struct printing *p, const struct spec *sp, size_t first,
				 struct spelling s)
{
	uint64_t h = (uint64_t)(unsigned char)sp->conv << 8 | (sp->alternate ? 1u : 0u) |
		     (sp->plus ? 2u : 0u) | (sp->space ? 4u : 0u) | (sp->zero ? 8u : 0u) |
		     (sp->left ? 16u : 0u);

	if (sp->conv == '%' || (sp->conv == 's' && sp->width == -1 && sp->precision == -1))
		return s; /* the text itself */
	if (!p->c || sp->conv == 's' || sp->conv == 'p')
		return (struct spelling){ .ntokens = 1 };
	h = identity_mix(identity_mix(h, (uint64_t)sp->width), (uint64_t)sp->precision);
	h = identity_mix(h, (uint64_t)sp->size);
	for (size_t i = first; i < p->next && i < p->c->nargs; i++) {
		uint64_t of = identity_of(p->e, p->c->args[i]);

		h = of ? identity_mix(h, of) : 0;
		if (!h)
			break;
	}
	return spelling_of_token(h);
}

/* What the number of a conversion is, whatever the path knows of it. */
static struct range range_in_every_state(const struct engine *e, struct aval v)
{
	struct range r = range_single(0);

	if (v.sym)
		r = sym_get(&e->syms, v.sym)->base;
	return range_shift(&r, v.k);
}

/* The piece that a number becomes; NULL: a form that no parser is asked to read. */
static const struct printed *printed_one(const struct printing *p, const struct spec *sp,
					 size_t first)
{
	enum ir_type t = ir_int_type(sp->size, is_signed_conv(sp));
	struct range type = range_of(ir_type_min(t), ir_type_max(t));
	bool is_padded = sp->width != -1 && sp->width != 0;
	struct printed how = { .base = sp->conv == 'o'	 ? 8
				       : sp->conv == 'x' ? 16
							 : 10,
			       .prefixed = sp->alternate,
			       .zeroes = is_padded ? sp->width : 0 };
	struct aval v;

	if (!p->c || p->next != first + 1 || p->next > p->c->nargs || !strchr("diuxo", sp->conv) ||
	    sp->plus || sp->space || sp->left || sp->precision != -1 ||
	    (is_padded && (!sp->zero || sp->alternate)) || (sp->alternate && sp->conv != 'x'))
		return NULL;
	v = p->c->args[first];
	how.identity = v.region ? 0 : identity_of(p->e, v);
	how.range = range_in_every_state(p->e, v);
	if (!how.identity || !range_subset(&how.range, &type) ||
	    (how.zeroes && range_min(&how.range) < 0))
		return NULL;
	return printed_number(p->e, &how);
}

static struct text print_all(struct printing *p, const char *format, size_t n)
{
	const char *end = memchr(format, 0, n);
	struct text total = text_of_bytes(p->e, "", 0);

	end = end ? end : format + n;
	for (const char *f = format; f < end && !p->is_over;) {
		size_t plain = strcspn(f, "%");
		struct text part;
		struct spec sp;

		plain = plain < (size_t)(end - f) ? plain : (size_t)(end - f);
		if (plain) {
			part = text_of_bytes(p->e, f, plain);
			f += plain;
		} else {
			size_t first = p->next;

			f = read_spec(p, f + 1, end, &sp);
			part = print_one(p, &sp);
			part.spelling = spell_one(p, &sp, first, part.spelling);
			if (sp.conv != '%' && sp.conv != 's' && sp.conv != 'c')
				part.printed = printed_one(p, &sp, first);
		}
		text_append(p->e, p->s, &total, &part);
	}
	return total;
}

struct text format_text(struct engine *e, struct state *s, const char *format, size_t n,
			const struct call_site *c, size_t first, const char *via,
			unsigned int *deps)
{
	struct printing p = { .e = e, .s = s, .c = c, .via = via, .next = first };
	struct text t = print_all(&p, format, n);

	*deps |= p.deps;
	return t;
}

bool format_prints_raw(struct engine *e, struct state *s, const char *format, size_t n,
		       const struct call_site *c, size_t first, const char *via, wide max)
{
	struct printing p = { .e = e, .s = s, .c = c, .via = via, .next = first, .raw_max = max };

	(void)print_all(&p, format, n);
	return p.is_raw;
}
