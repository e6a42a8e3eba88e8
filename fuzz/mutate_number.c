// SPDX-License-Identifier: MIT
/* Mutations of a decimal number in a string. */
#include "mutate_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Numbers of more digits are left to number_grow and to the bytes' mutations. */
#define MAX_DIGITS 19

static bool pick_value(struct edit *e, struct token *t, unsigned long long *value)
{
	char digits[MAX_DIGITS + 1];

	if (!edit_pick(e, TOKEN_NUMBER, t) || t->len > MAX_DIGITS)
		return false;
	memcpy(digits, e->data + t->at, t->len);
	digits[t->len] = '\0';
	*value = strtoull(digits, NULL, 10);
	return true;
}

/* As many digits as before, so that "007" stays three wide; more if it needs them. */
static bool put_value(struct edit *e, const struct token *t, unsigned long long value)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "%0*llu", (int)t->len, value);

	return edit_replace(e, t->at, t->len, text, (size_t)n);
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
	char text[32];
	int n;

	if (!edit_pick(e, TOKEN_NUMBER, &t))
		return false;
	edge = 1ull << bits[rng_below(&e->rng, sizeof(bits))];
	/* 2^64 itself has no type: 64 bits have their largest value instead. */
	if (edit_chance(e, 8))
		edge = 0;
	n = snprintf(text, sizeof(text), "%llu", edge + rng_below(&e->rng, 3) - 1);
	return edit_replace(e, t.at, t.len, text, (size_t)n);
}

/* 2^64 and a few times that is beyond any parser's type. */
typedef unsigned __int128 u128;

static bool put_wide(struct edit *e, const struct token *t, u128 value)
{
	char text[40];
	size_t at = sizeof(text);

	do {
		text[--at] = (char)('0' + (int)(value % 10));
		value /= 10;
	} while (value);
	while (sizeof(text) - at < t->len && at)
		text[--at] = '0';
	return edit_replace(e, t->at, t->len, text + at, sizeof(text) - at);
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

/* A field of hexadecimal digits, without the prefix it may have. */
static bool pick_hex(struct edit *e, struct token *t)
{
	static const char digits[] = "0123456789abcdefABCDEF";

	if (!edit_pick_field(e, t))
		return false;
	if (t->len > 2 && e->data[t->at] == '0' && (e->data[t->at + 1] | 0x20) == 'x') {
		t->at += 2;
		t->len -= 2;
	}
	for (size_t i = 0; i < t->len; i++)
		if (!memchr(digits, e->data[t->at + i], sizeof(digits) - 1))
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
	memset(digits, '0', sizeof(digits));
	digits[0] = (unsigned char)('1' + rng_below(&e->rng, 9));
	memcpy(digits + 1 + width - (t.len - skip), e->data + t.at + skip, t.len - skip);
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
	static const char *const forms[] = { "%llx", "0x%llx", "0X%llX", "0%llo", "%llo", "x%llx" };
	unsigned long long value;
	struct token t;
	char text[32];
	int n;

	if (!pick_value(e, &t, &value))
		return false;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	n = snprintf(text, sizeof(text), forms[rng_below(&e->rng, 6)], value);
#pragma GCC diagnostic pop
	return edit_replace(e, t.at, t.len, text, (size_t)n);
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
