// SPDX-License-Identifier: MIT
/* Mutations of single bytes, and bytes that versions should not have. */
#include "mutate_table.h"
#include "plain.h"

/* Insert or, as often, write over what is there. */
static bool put(struct edit *e, const char *bytes, size_t n)
{
	size_t at = rng_below(&e->rng, e->size + 1);

	return edit_replace(e, at, at + n <= e->size && edit_chance(e, 2) ? n : 0, bytes, n);
}

bool mutate_utf8(struct edit *e)
{
	/* Two, three and four bytes; overlong; a surrogate; cut off; a look-alike of '.'. */
	static const char *const text[] = { "\xc3\xa9",	    "\xe2\x82\xac", "\xf0\x9f\x90\xa7",
					    "\xc0\xaf",	    "\xed\xa0\x80", "\xe2\x82",
					    "\xe2\x80\xa4", "\xef\xbb\xbf" };
	const char *s = text[rng_below(&e->rng, sizeof(text) / sizeof(*text))];

	return put(e, s, plain_length(s));
}

bool mutate_latin1(struct edit *e)
{
	char c = (char)(0x80 + rng_below(&e->rng, 128));

	return put(e, &c, 1);
}

bool mutate_control(struct edit *e)
{
	char c = (char)(1 + rng_below(&e->rng, 31));

	if (edit_chance(e, 8))
		c = 0x7f;
	return edit_chance(e, 4) ? put(e, "\x1b[31m", 5) : put(e, &c, 1);
}

bool mutate_format(struct edit *e)
{
	static const char *const text[] = { "%s", "%n",	 "%p", "%x",   "%d",  "%%", "%",
					    "%c", "%ps", "%h", "%99d", "%*d", "%lu" };
	const char *s = text[rng_below(&e->rng, sizeof(text) / sizeof(*text))];

	return put(e, s, plain_length(s));
}

bool mutate_byte_flip(struct edit *e)
{
	if (!e->size)
		return false;
	e->data[rng_below(&e->rng, e->size)] ^= (unsigned char)(1u << rng_below(&e->rng, 8));
	return true;
}

bool mutate_byte_random(struct edit *e)
{
	unsigned char *byte;

	if (!e->size)
		return false;
	byte = &e->data[rng_below(&e->rng, e->size)];
	if (edit_chance(e, 2))
		*byte = (unsigned char)(0x20 + rng_below(&e->rng, 95));
	else
		*byte = (unsigned char)rng_below(&e->rng, 256);
	return true;
}

bool mutate_byte_insert(struct edit *e)
{
	return edit_fill(e, rng_below(&e->rng, e->size + 1),
			 (unsigned char)(0x20 + rng_below(&e->rng, 95)), 1);
}

bool mutate_byte_drop(struct edit *e)
{
	return e->size > 1 && edit_replace(e, rng_below(&e->rng, e->size), 1, "", 0);
}

bool mutate_byte_swap(struct edit *e)
{
	unsigned char *byte, c;

	if (e->size < 2)
		return false;
	byte = &e->data[rng_below(&e->rng, e->size - 1)];
	c = byte[0];
	byte[0] = byte[1];
	byte[1] = c;
	return true;
}
