// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The kernel's printf family (its rules: lib/vsprintf.c and
 * Documentation/core-api/printk-formats.rst). What differs from libc: no %n and
 * no floats (the format ends there), a zero precision still prints a 0, '0' pads
 * in spite of a precision, NULL prints as (null), an error pointer given to %s
 * as (efault), and %p has a family of its own (printf_ptr.c).
 */
#include <linux/mm.h>

#include "format.h"

void krt_put(struct krt_out *o, char c)
{
	if (o->n < o->size)
		o->buf[o->n] = c;
	o->n++;
}

void krt_pad(struct krt_out *o, char c, int n)
{
	while (n-- > 0)
		krt_put(o, c);
}

void krt_put_text(struct krt_out *o, const char *s, int len, struct krt_spec spec)
{
	int i, gap = spec.width - len;

	if (!spec.left)
		krt_pad(o, ' ', gap);
	for (i = 0; i < len; i++)
		krt_put(o, s[i]);
	if (spec.left)
		krt_pad(o, ' ', gap);
}

/* Reads no byte past the precision: the text need not end. */
void krt_put_string(struct krt_out *o, const char *s, struct krt_spec spec)
{
	int len = 0;

	if (!s)
		s = "(null)";
	else if ((unsigned long)s < PAGE_SIZE || IS_ERR_VALUE((unsigned long)s))
		s = "(efault)";
	while ((spec.precision < 0 || len < spec.precision) && s[len])
		len++;
	krt_put_text(o, s, len, spec);
}

static char sign_of(struct krt_spec spec, unsigned long long *value)
{
	if (!spec.is_signed)
		return 0;
	if ((long long)*value < 0) {
		*value = -*value;
		return '-';
	}
	return spec.plus ? '+' : spec.space ? ' ' : 0;
}

void krt_put_number(struct krt_out *o, unsigned long long value, struct krt_spec spec)
{
	const char *digits = spec.lower ? "0123456789abcdef" : "0123456789ABCDEF";
	char text[24], sign = sign_of(spec, &value);
	int hex_prefix = spec.special && spec.base == 16;
	int octal_prefix = spec.special && spec.base == 8 && value;
	int n = 0, gap;

	do
		text[n++] = digits[value % spec.base];
	while (value /= spec.base);
	if (spec.precision < n)
		spec.precision = n;
	gap = spec.width - spec.precision - !!sign - 2 * hex_prefix - octal_prefix;
	if (!spec.left && !spec.zero)
		krt_pad(o, ' ', gap);
	if (sign)
		krt_put(o, sign);
	if (hex_prefix || octal_prefix)
		krt_put(o, '0');
	if (hex_prefix)
		krt_put(o, spec.lower ? 'x' : 'X');
	if (!spec.left && spec.zero)
		krt_pad(o, '0', gap);
	krt_pad(o, '0', spec.precision - n);
	while (n)
		krt_put(o, text[--n]);
	if (spec.left)
		krt_pad(o, ' ', gap);
}

/* --- reading a conversion --------------------------------------------------------- */

static int number_at(const char **fmt)
{
	int n = 0;

	while (isdigit(**fmt) && n < 10000000)
		n = 10 * n + *(*fmt)++ - '0';
	return n;
}

static const char *read_flags(const char *fmt, struct krt_spec *spec)
{
	for (;; fmt++) {
		switch (*fmt) {
		case '-':
			spec->left = 1;
			break;
		case '+':
			spec->plus = 1;
			break;
		case ' ':
			spec->space = 1;
			break;
		case '#':
			spec->special = 1;
			break;
		case '0':
			spec->zero = 1;
			break;
		default:
			return fmt;
		}
	}
}

/* The bounds are the kernel's: more is cut, with a warning. */
#define WIDTH_MAX     ((1 << 23) - 1)
#define PRECISION_MAX ((1 << 15) - 1)

static const char *read_width(const char *fmt, struct krt_spec *spec, va_list *args)
{
	spec->width = -1;
	if (isdigit(*fmt)) {
		spec->width = number_at(&fmt);
	} else if (*fmt == '*') {
		fmt++;
		spec->width = va_arg(*args, int);
		if (spec->width < 0) {
			spec->width = spec->width == INT_MIN ? INT_MAX : -spec->width;
			spec->left = 1;
		}
	}
	if (spec->width > WIDTH_MAX)
		spec->width = WIDTH_MAX;
	return fmt;
}

static const char *read_precision(const char *fmt, struct krt_spec *spec, va_list *args)
{
	spec->precision = -1;
	if (*fmt != '.')
		return fmt;
	fmt++;
	spec->precision = 0;
	if (isdigit(*fmt)) {
		spec->precision = number_at(&fmt);
	} else if (*fmt == '*') {
		fmt++;
		spec->precision = va_arg(*args, int);
		if (spec->precision < 0)
			spec->precision = 0;
	}
	if (spec->precision > PRECISION_MAX)
		spec->precision = PRECISION_MAX;
	return fmt;
}

/* hh: 'H', ll: 'L'. */
static const char *read_qualifier(const char *fmt, struct krt_spec *spec)
{
	spec->qualifier = 0;
	if (*fmt != 'h' && *fmt != 'l' && *fmt != 'L' && *fmt != 'z' && *fmt != 't' && *fmt != 'Z')
		return fmt;
	spec->qualifier = *fmt++;
	if ((spec->qualifier == 'l' || spec->qualifier == 'h') && *fmt == spec->qualifier)
		spec->qualifier = toupper(*fmt++);
	return fmt;
}

static unsigned long long signed_arg(char qualifier, va_list *args)
{
	switch (qualifier) {
	case 'L':
		return va_arg(*args, long long);
	case 'l':
		return va_arg(*args, long);
	case 'z':
	case 'Z':
		return va_arg(*args, ssize_t);
	case 't':
		return va_arg(*args, ptrdiff_t);
	case 'h':
		return (short)va_arg(*args, int);
	case 'H':
		return (signed char)va_arg(*args, int);
	}
	return va_arg(*args, int);
}

static unsigned long long unsigned_arg(char qualifier, va_list *args)
{
	unsigned long long value = signed_arg(qualifier, args);

	switch (qualifier) {
	case 'h':
		return (unsigned short)value;
	case 'H':
		return (unsigned char)value;
	case 0:
		return (unsigned int)value;
	}
	return value;
}

static void put_integer(struct krt_out *o, char conversion, struct krt_spec spec, va_list *args)
{
	spec.base = conversion == 'o' ? 8 : conversion == 'x' || conversion == 'X' ? 16 : 10;
	spec.lower = conversion != 'X';
	spec.is_signed = conversion == 'd' || conversion == 'i';
	krt_put_number(o,
		       spec.is_signed ? signed_arg(spec.qualifier, args)
				      : unsigned_arg(spec.qualifier, args),
		       spec);
}

/* Returns the rest of the format; NULL at a conversion that ends the output. */
static const char *put_conversion(struct krt_out *o, const char *fmt, va_list *args)
{
	struct krt_spec spec = { 0 };
	char c;

	fmt = read_flags(fmt, &spec);
	fmt = read_width(fmt, &spec, args);
	fmt = read_precision(fmt, &spec, args);
	fmt = read_qualifier(fmt, &spec);
	switch (*fmt) {
	case 'c':
		c = va_arg(*args, int);
		krt_put_text(o, &c, 1, spec);
		return fmt + 1;
	case 's':
		krt_put_string(o, va_arg(*args, const char *), spec);
		return fmt + 1;
	case 'p':
		return krt_put_pointer(o, fmt + 1, va_arg(*args, void *), spec);
	case '%':
		krt_put(o, '%');
		return fmt + 1;
	case 'o':
	case 'x':
	case 'X':
	case 'd':
	case 'i':
	case 'u':
		put_integer(o, *fmt, spec, args);
		return fmt + 1;
	}
	return NULL;
}

void krt_put_format(struct krt_out *o, const char *fmt, va_list args)
{
	va_list own;

	va_copy(own, args);
	while (fmt && *fmt) {
		if (*fmt == '%')
			fmt = put_conversion(o, fmt + 1, &own);
		else
			krt_put(o, *fmt++);
	}
	va_end(own);
}

int krt_vformat(char *buf, size_t size, const char *fmt, va_list args)
{
	struct krt_out o = { .buf = buf, .size = size > INT_MAX ? 0 : size };

	krt_put_format(&o, fmt, args);
	if (o.size)
		buf[o.n < o.size ? o.n : o.size - 1] = '\0';
	return o.n;
}

/* 1 if the format is the user's: in the buffer of store(), or a copy of it. */
int krt_format_is_user(const char *fmt)
{
	size_t len;

	if (!krt.user)
		return 0;
	if (fmt >= krt.user && fmt <= krt.user + krt.user_len)
		return 1;
	if (krt_is_constant(fmt))
		return 0;
	len = strnlen(krt.user, krt.user_len);
	if (len && krt.user[len - 1] == '\n')
		len--;
	/* A short string may stand in a format by chance. */
	return len >= 3 && len <= strlen(fmt) && krt_contains(fmt, krt.user, len);
}

static void check_format(const char *fmt, const void *pc)
{
	if (krt.user && krt_format_is_user(fmt))
		krt_complain(KRT_V_FORMAT, pc, "format \"%.64s\"", fmt);
}

/* --- the kernel's names --------------------------------------------------------------- */

static int print(char *buf, size_t size, const char *fmt, va_list args, const void *pc)
{
	check_format(fmt, pc);
	if (size > INT_MAX) {
		krt_complain(KRT_V_WARN, pc, "vsnprintf() with a size of %zu", size);
		return 0;
	}
	return krt_vformat(buf, size, fmt, args);
}

/* Returns what was written, as scnprintf() does. */
static int print_cut(char *buf, size_t size, const char *fmt, va_list args, const void *pc)
{
	int n;

	if (!size)
		return 0;
	n = print(buf, size, fmt, args, pc);
	return n < (int)size || size > INT_MAX ? n : (int)size - 1;
}

int vsnprintf(char *buf, size_t size, const char *fmt, va_list args)
{
	return print(buf, size, fmt, args, KRT_PC);
}

int vscnprintf(char *buf, size_t size, const char *fmt, va_list args)
{
	return print_cut(buf, size, fmt, args, KRT_PC);
}

int vsprintf(char *buf, const char *fmt, va_list args)
{
	return print(buf, INT_MAX, fmt, args, KRT_PC);
}

#define PRINT(result, call)                                                                        \
	do {                                                                                       \
		va_list args;                                                                      \
		va_start(args, fmt);                                                               \
		result = call;                                                                     \
		va_end(args);                                                                      \
	} while (0)

int snprintf(char *buf, size_t size, const char *fmt, ...)
{
	int n;

	PRINT(n, print(buf, size, fmt, args, KRT_PC));
	return n;
}

int scnprintf(char *buf, size_t size, const char *fmt, ...)
{
	int n;

	PRINT(n, print_cut(buf, size, fmt, args, KRT_PC));
	return n;
}

int sprintf(char *buf, const char *fmt, ...)
{
	int n;

	PRINT(n, print(buf, INT_MAX, fmt, args, KRT_PC));
	return n;
}

int sysfs_emit(char *buf, const char *fmt, ...)
{
	int n;

	if (!buf || offset_in_page(buf)) {
		krt_complain(KRT_V_API, KRT_PC, "sysfs_emit() on a buffer that is no page");
		return 0;
	}
	PRINT(n, print_cut(buf, PAGE_SIZE, fmt, args, KRT_PC));
	return n;
}

int sysfs_emit_at(char *buf, int at, const char *fmt, ...)
{
	int n;

	if (!buf || offset_in_page(buf) || at < 0 || at >= (int)PAGE_SIZE) {
		krt_complain(KRT_V_API, KRT_PC, "sysfs_emit_at() at %d of %s", at,
			     buf && !offset_in_page(buf) ? "a page" : "a buffer that is no page");
		return 0;
	}
	PRINT(n, print_cut(buf + at, PAGE_SIZE - at, fmt, args, KRT_PC));
	return n;
}
