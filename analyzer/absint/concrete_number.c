// SPDX-License-Identifier: MIT
/* Numbers in text, as lib/kstrtox.c, lib/hexdump.c and lib/uuid.c read them. */
#include <string.h>

#include "absint/concrete.h"

#define E_INVAL ((wide)-22)
#define E_RANGE ((wide)-34)

/* ---- _parse_integer() ---- */

static unsigned int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned int)(c - '0');
	if (c >= 'a' && c <= 'z')
		return (unsigned int)(c - 'a' + 10);
	if (c >= 'A' && c <= 'Z')
		return (unsigned int)(c - 'A' + 10);
	return 99;
}

static size_t skip_prefix(const char *s, unsigned int *base)
{
	bool hex = s[0] == '0' && (s[1] | 0x20) == 'x' && digit_of(s[2]) < 16;

	if (*base == 0)
		*base = hex ? 16 : s[0] == '0' ? 8 : 10;
	return *base == 16 && s[0] == '0' && (s[1] | 0x20) == 'x' ? 2 : 0;
}

struct parsed_number parse_integer(const char *s, unsigned int base, size_t max)
{
	struct parsed_number p = { 0 };
	size_t prefix = skip_prefix(s, &base), i;

	if (prefix > max)
		return p;
	for (i = prefix; i < max && digit_of(s[i]) < base; i++) {
		p.overflow |= __builtin_mul_overflow(p.value, (uint64_t)base, &p.value);
		p.overflow |= __builtin_add_overflow(p.value, (uint64_t)digit_of(s[i]), &p.value);
	}
	p.end = i;
	p.length = i > prefix ? i : 0;
	return p;
}

/* ---- kstrto*() ---- */

static const struct {
	const char *name;
	enum ir_type type;
} kstrto_types[] = {
	{ "kstrtos8", IRT_I8 },	       { "kstrtou8", IRT_U8 },
	{ "kstrtos16", IRT_I16 },      { "kstrtou16", IRT_U16 },
	{ "kstrtos32", IRT_I32 },      { "kstrtou32", IRT_U32 },
	{ "kstrtos64", IRT_I64 },      { "kstrtou64", IRT_U64 },
	{ "kstrtoint", IRT_I32 },      { "kstrtouint", IRT_U32 },
	{ "kstrtol", IRT_I64 },	       { "kstrtoul", IRT_U64 },
	{ "kstrtoll", IRT_I64 },       { "kstrtoull", IRT_U64 },
	{ "_kstrtol", IRT_I64 },       { "_kstrtoul", IRT_U64 },
	{ "simple_strtol", IRT_I64 },  { "simple_strtoul", IRT_U64 },
	{ "simple_strtoll", IRT_I64 }, { "simple_strtoull", IRT_U64 },
};

enum ir_type exact_kstrto_type(const char *name)
{
	for (size_t i = 0; i < sizeof(kstrto_types) / sizeof(*kstrto_types); i++)
		if (!strcmp(kstrto_types[i].name, name))
			return kstrto_types[i].type;
	return IRT_OTHER;
}

/* One sign, one number, at most one newline. Returns 0 or a negative errno. */
static wide read_number(const char *s, unsigned int base, enum ir_type t, wide *out)
{
	bool minus = *s == '-' && ir_type_signed(t);
	struct parsed_number p;

	s += minus || *s == '+';
	p = parse_integer(s, base, SIZE_MAX);
	if (p.length && p.overflow)
		return E_RANGE;
	s += p.length;
	s += *s == '\n';
	if (!p.length || *s)
		return E_INVAL;
	*out = minus ? -(wide)p.value : (wide)p.value;
	return *out < ir_type_min(t) || *out > ir_type_max(t) ? E_RANGE : 0;
}

bool exact_kstrto(struct exact *x)
{
	enum ir_type t = exact_kstrto_type(x->m->name);
	size_t n;
	const char *s = exact_string(x, 0, &n);
	wide base, v = 0, ret;

	if (!s || t == IRT_OTHER || !exact_number(x, 1, &base))
		return false;
	ret = read_number(s, (unsigned int)base, t, &v);
	if (!ret)
		mem_store(x->e, x->s, exact_arg(x, 2), t, value_const(v));
	return exact_result(x, ret);
}

/* 1, 0, or -1 for neither */
static int truth_of(const char *s)
{
	if (*s && strchr("yYtT1", *s))
		return 1;
	if (*s && strchr("nNfF0", *s))
		return 0;
	if ((*s | 0x20) != 'o')
		return -1;
	return (s[1] | 0x20) == 'n' ? 1 : (s[1] | 0x20) == 'f' ? 0 : -1;
}

bool exact_kstrtobool(struct exact *x)
{
	size_t n;
	const char *s = exact_string(x, 0, &n);
	int v = s ? truth_of(s) : 0;

	if (!s)
		return false;
	if (v >= 0)
		mem_store(x->e, x->s, exact_arg(x, 1), IRT_BOOL, value_const(v));
	return exact_result(x, v < 0 ? E_INVAL : 0);
}

/* ---- simple_strto*(), memparse() ---- */

static bool store_end(struct exact *x, size_t n, size_t offset)
{
	struct aval end = exact_arg(x, n);

	if (end.region)
		mem_store(x->e, x->s, end, IRT_PTR,
			  value_add(&x->e->syms, exact_arg(x, 0), value_const((wide)offset)));
	return end.region || value_is_const(end);
}

bool exact_simple_strto(struct exact *x)
{
	enum ir_type t = exact_kstrto_type(x->m->name);
	size_t n;
	const char *s = exact_string(x, 0, &n);
	struct parsed_number p;
	bool minus;
	wide base;

	if (!s || t == IRT_OTHER || !exact_number(x, 2, &base))
		return false;
	minus = *s == '-' && ir_type_signed(t);
	p = parse_integer(s + minus, (unsigned int)base, SIZE_MAX);
	if (!store_end(x, 1, p.end + minus))
		return false;
	return exact_result(x, minus ? -(wide)p.value : (wide)p.value);
}

bool exact_memparse(struct exact *x)
{
	static const char units[] = "kmgtpe";
	size_t n;
	const char *s = exact_string(x, 0, &n), *unit;
	struct parsed_number p;

	if (!s)
		return false;
	p = parse_integer(s, 0, SIZE_MAX);
	unit = s[p.length] ? strchr(units, s[p.length] | 0x20) : NULL;
	if (unit)
		p.value <<= 10 * (unsigned int)(unit - units + 1);
	return store_end(x, 1, p.length + (unit != NULL)) && exact_result(x, (wide)p.value);
}

/* ---- hexadecimal ---- */

bool exact_hex_to_bin(struct exact *x)
{
	wide c;
	unsigned int digit;

	if (!exact_number(x, 0, &c))
		return false;
	digit = digit_of((char)(unsigned char)c);
	return exact_result(x, digit < 16 ? (wide)digit : -1);
}

bool exact_hex2bin(struct exact *x)
{
	size_t count, n, done = 0;
	const char *s;
	char *buf;

	if (!exact_size(x, 2, &count) || count > 2048)
		return false;
	s = exact_text(x, 1, count * 2, &n);
	if (!s)
		return false;
	buf = arena_alloc(x->e->arena, count + 1);
	while (done < count && digit_of(s[2 * done]) < 16 && digit_of(s[2 * done + 1]) < 16) {
		buf[done] = (char)(digit_of(s[2 * done]) << 4 | digit_of(s[2 * done + 1]));
		done++;
	}
	return bytes_put(x->e, x->s, exact_arg(x, 0), buf, done) &&
	       exact_result(x, done == count ? 0 : E_INVAL);
}

bool exact_bin2hex(struct exact *x)
{
	static const char digits[] = "0123456789abcdef";
	size_t n;
	const char *s;
	char *buf;

	if (!exact_size(x, 2, &n) || n > 2048 || !exact_arg(x, 1).region)
		return false;
	s = bytes_exactly(x->e, x->s, exact_arg(x, 1), n);
	if (!s)
		return false;
	buf = arena_alloc(x->e->arena, 2 * n + 1);
	for (size_t i = 0; i < n; i++) {
		buf[2 * i] = digits[(unsigned char)s[i] >> 4];
		buf[2 * i + 1] = digits[s[i] & 15];
	}
	return bytes_put(x->e, x->s, exact_arg(x, 0), buf, 2 * n) && exact_within(x, 0, 2 * n);
}

bool exact_hex_byte_pack(struct exact *x)
{
	const char *digits =
		strcmp(x->m->name, "hex_byte_pack") ? "0123456789ABCDEF" : "0123456789abcdef";
	char two[2];
	wide byte;

	if (!exact_number(x, 1, &byte))
		return false;
	two[0] = digits[(unsigned char)byte >> 4];
	two[1] = digits[byte & 15];
	return bytes_put(x->e, x->s, exact_arg(x, 0), two, 2) && exact_within(x, 0, 2);
}

bool exact_uuid_equal(struct exact *x)
{
	const char *s[2];

	for (size_t i = 0; i < 2; i++) {
		if (!exact_arg(x, i).region)
			return false;
		s[i] = bytes_exactly(x->e, x->s, exact_arg(x, i), 16);
		if (!s[i])
			return false;
	}
	return exact_result(x, !memcmp(s[0], s[1], 16));
}

bool exact_uuid_is_null(struct exact *x)
{
	static const char null[16];
	const char *s =
		exact_arg(x, 0).region ? bytes_exactly(x->e, x->s, exact_arg(x, 0), 16) : NULL;

	return s && exact_result(x, !memcmp(s, null, sizeof(null)));
}

/* 36 characters of hexadecimal digits and dashes; what follows is not looked at. */
bool exact_uuid_parse(struct exact *x)
{
	/* where each byte of a uuid_t and of a guid_t stands in the text */
	static const unsigned char uuid_at[16] = { 0,  2,  4,  6,  9,  11, 14, 16,
						   19, 21, 24, 26, 28, 30, 32, 34 };
	static const unsigned char guid_at[16] = { 6,  4,  2,  0,  11, 9,  16, 14,
						   19, 21, 24, 26, 28, 30, 32, 34 };
	const unsigned char *at = strcmp(x->m->name, "uuid_parse") ? guid_at : uuid_at;
	size_t n;
	const char *s = exact_text(x, 0, 36, &n);
	char bytes[16];

	if (!s)
		return false;
	for (size_t i = 0; i < 36; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (i >= n || (dash ? s[i] != '-' : digit_of(s[i]) >= 16))
			return exact_result(x, E_INVAL);
	}
	for (size_t i = 0; i < 16; i++)
		bytes[i] = (char)(digit_of(s[at[i]]) << 4 | digit_of(s[at[i] + 1]));
	return bytes_put(x->e, x->s, exact_arg(x, 1), bytes, 16) && exact_result(x, 0);
}
