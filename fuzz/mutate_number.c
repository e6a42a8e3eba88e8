// SPDX-License-Identifier: MIT
/* Mutations of a decimal number in a string. */
#include "mutate_table.h"

#include "plain.h"

/* Numbers of more digits are left to number_grow and to the bytes' mutations. */
#define MAX_DIGITS 19
/* Of any value in any base, with what stands before it. */
#define TEXT_SIZE 32

static const char decimal[] = "0123456789";

static bool pick_value(struct edit *e, struct token *t, unsigned long long *value)
{
	if (!edit_pick(e, TOKEN_NUMBER, t) || t->len > MAX_DIGITS)
		return false;
	*value = 0;
	for (size_t i = 0; i < t->len; i++)
		*value = 10 * *value + (e->data[t->at + i] - '0');
	return true;
}

/* Writes @value so that it ends before @end, with at least @width digits; where it begins. */
static char *digits_of(char *end, unsigned long long value, unsigned base, const char *digits,
		       size_t width)
{
	char *at = end;

	for (; value; value /= base)
		*--at = digits[value % base];
	while ((size_t)(end - at) < width)
		*--at = '0';
	return at;
}

static bool put(struct edit *e, const struct token *t, unsigned long long value, size_t width)
{
	char text[TEXT_SIZE], *end = text + sizeof(text);
	const char *at = digits_of(end, value, 10, decimal, width);

	return edit_replace(e, t->at, t->len, at, (size_t)(end - at));
}

/* As many digits as before, so that "007" stays three wide; more if it needs them. */
static bool put_value(struct edit *e, const struct token *t, unsigned long long value)
{
	return put(e, t, value, t->len);
}

bool mutate_number_step(struct edit *e)
{
	unsigned long long value;
	struct token t;

	if (!pick_value(e, &t, &value))
		return false;
	return put_value(e, &t, edit_chance(e, 2) ? value + 1 : value - (value != 0));
}

bool mutate_number_boundary(struct edit *e)
{
	static const unsigned char bits[] = { 4, 7, 8, 15, 16, 31, 32, 63 };
	struct token t;
	unsigned long long edge;

	if (!edit_pick(e, TOKEN_NUMBER, &t))
		return false;
	edge = 1ull << bits[rng_below(&e->rng, sizeof(bits))];
	/* 2^64 itself has no type: 64 bits have their largest value instead. */
	if (edit_chance(e, 8))
		edge = 0;
	return put(e, &t, edge + rng_below(&e->rng, 3) - 1, 1);
}

/* 2^64 and a few times that is beyond any parser's type. */
typedef unsigned __int128 u128;

/* What one 64-bit division can take apart. */
#define TEN_TO_19 10000000000000000000ull

static bool put_wide(struct edit *e, const struct token *t, u128 value)
{
	char text[2 * TEXT_SIZE], *end = text + sizeof(text), *at;

	if (value <= ~0ull)
		return put_value(e, t, (unsigned long long)value);
	at = digits_of(end, (unsigned long long)(value % TEN_TO_19), 10, decimal, 19);
	at = digits_of(at, (unsigned long long)(value / TEN_TO_19), 10, decimal, 1);
	return edit_replace(e, t->at, t->len, at, (size_t)(end - at));
}

/* The same number modulo 2^8, 2^16, 2^32, 2^64; or what becomes one below the value by wrapping. */
bool mutate_number_wrap(struct edit *e)
{
	static const unsigned char bits[] = { 8, 16, 32, 32, 64 };
	unsigned long long value;
	struct token t;
	u128 turn;

	if (!pick_value(e, &t, &value))
		return false;
	turn = (u128)1 << bits[rng_below(&e->rng, sizeof(bits))];
	if (edit_chance(e, 4))
		return put_wide(e, &t, turn - 1 - rng_below(&e->rng, 64));
	return put_wide(e, &t, value + turn * (edit_chance(e, 2) ? 1 : 1 + rng_below(&e->rng, 64)));
}

static bool is_hex(unsigned char c)
{
	return is_digit(c) || (unsigned char)((c | 0x20) - 'a') < 6;
}

/* A field of hexadecimal digits, without the prefix it may have. */
static bool pick_hex(struct edit *e, struct token *t)
{
	if (!edit_pick_field(e, t))
		return false;
	if (t->len > 2 && e->data[t->at] == '0' && (e->data[t->at + 1] | 0x20) == 'x') {
		t->at += 2;
		t->len -= 2;
	}
	for (size_t i = 0; i < t->len; i++)
		if (!is_hex(e->data[t->at + i]))
			return false;
	return true;
}

/* The same in hexadecimal: a digit more than any width has, and zeros up to the number. */
bool mutate_number_wrap_hex(struct edit *e)
{
	static const unsigned char widths[] = { 2, 4, 8, 8, 16 };
	unsigned char digits[17];
	struct token t;
	size_t width, skip;

	if (!pick_hex(e, &t))
		return false;
	width = widths[rng_below(&e->rng, sizeof(widths))];
	skip = t.len > width ? t.len - width : 0;
	plain_fill(digits, '0', sizeof(digits));
	digits[0] = (unsigned char)('1' + rng_below(&e->rng, 9));
	plain_copy(digits + 1 + width - (t.len - skip), e->data + t.at + skip, t.len - skip);
	return edit_replace(e, t.at, t.len, digits, width + 1);
}

bool mutate_number_zeros(struct edit *e)
{
	static const unsigned char widths[] = { 1, 1, 2, 4, 8, 16, 20, 64 };
	struct token t;

	if (!edit_pick(e, TOKEN_NUMBER, &t))
		return false;
	if (t.len > 1 && e->data[t.at] == '0' && edit_chance(e, 2))
		return edit_replace(e, t.at, 1, "", 0);
	return edit_fill(e, t.at, '0', widths[rng_below(&e->rng, sizeof(widths))]);
}

bool mutate_number_sign(struct edit *e)
{
	struct token t;
	unsigned char before;

	if (!edit_pick(e, TOKEN_NUMBER, &t))
		return false;
	before = t.at ? e->data[t.at - 1] : '\0';
	if ((before == '-' || before == '+') && edit_chance(e, 2))
		return edit_replace(e, t.at - 1, 1, "", 0);
	return edit_fill(e, t.at, edit_chance(e, 2) ? '-' : '+', 1);
}

bool mutate_number_base(struct edit *e)
{
	static const struct {
		char before[3];
		unsigned base;
		const char *digits;
	} forms[] = {
		{ "", 16, "0123456789abcdef" },
		{ "0x", 16, "0123456789abcdef" },
		{ "0X", 16, "0123456789ABCDEF" },
		{ "0", 8, "01234567" },
		{ "", 8, "01234567" },
		{ "x", 16, "0123456789abcdef" },
	};
	size_t form, before;
	unsigned long long value;
	char text[TEXT_SIZE], *end = text + sizeof(text), *at;
	struct token t;

	if (!pick_value(e, &t, &value))
		return false;
	form = rng_below(&e->rng, sizeof(forms) / sizeof(*forms));
	before = plain_length(forms[form].before);
	at = digits_of(end, value, forms[form].base, forms[form].digits, 1) - before;
	plain_copy(at, forms[form].before, before);
	return edit_replace(e, t.at, t.len, at, (size_t)(end - at));
}

bool mutate_number_random(struct edit *e)
{
	struct token t;

	if (!edit_pick(e, TOKEN_NUMBER, &t))
		return false;
	for (size_t i = 0; i < t.len; i++)
		e->data[t.at + i] = (unsigned char)('0' + rng_below(&e->rng, 10));
	return true;
}

bool mutate_number_grow(struct edit *e)
{
	static const unsigned char digits[] = { 1, 5, 10, 11, 19, 20, 21, 40 };
	struct token t;

	if (!edit_pick(e, TOKEN_NUMBER, &t))
		return false;
	return edit_fill(e, t.at + t.len, (unsigned char)('0' + rng_below(&e->rng, 10)),
			 digits[rng_below(&e->rng, sizeof(digits))]);
}
