// SPDX-License-Identifier: MIT
/* Mutations of a string's length and of its end. */
#include "mutate_table.h"
#include "plain.h"

bool mutate_truncate(struct edit *e)
{
	struct token t;
	size_t keep;

	if (e->size < 2)
		return false;
	/* Half of them where a field ends. */
	if (edit_chance(e, 2) && edit_pick_field(e, &t))
		keep = t.at + t.len;
	else
		keep = 1 + rng_below(&e->rng, e->size - 1);
	if (keep >= e->size)
		keep = e->size - 1;
	return edit_replace(e, keep, e->size - keep, "", 0);
}

bool mutate_extend(struct edit *e)
{
	static const unsigned char times[] = { 1, 1, 2, 3, 8, 32, 128 };

	return edit_fill(e, e->size, e->size ? e->data[e->size - 1] : 'a',
			 times[rng_below(&e->rng, sizeof(times))]);
}

bool mutate_extend_word(struct edit *e)
{
	static const char *const tails[] = { "x", ".0", "-rc1", "~",  " x",
					     "0", "_2", "\nx",	"!#", "/" };
	const char *tail = tails[rng_below(&e->rng, sizeof(tails) / sizeof(*tails))];

	return edit_replace(e, e->size, 0, tail, plain_length(tail));
}

bool mutate_repeat(struct edit *e)
{
	return e->size && e->size <= e->max - e->size &&
	       edit_replace(e, e->size, 0, e->data, e->size);
}

/* Cuts or stretches the string to @length; stretched with its own last byte or with 'A'. */
static bool set_length(struct edit *e, size_t length)
{
	unsigned char c = 'A';

	if (length == 0 || length > e->max || length == e->size)
		return false;
	if (length < e->size)
		return edit_replace(e, length, e->size - length, "", 0);
	if (e->size && edit_chance(e, 2))
		c = e->data[e->size - 1];
	return edit_fill(e, e->size, c, length - e->size);
}

bool mutate_length_array(struct edit *e)
{
	static const unsigned short sizes[] = { 4,  8,	10, 12, 16,  20,  24,  32,  40,
						48, 64, 80, 96, 100, 128, 200, 256, 512 };
	size_t size = sizes[rng_below(&e->rng, sizeof(sizes) / sizeof(*sizes))];

	return set_length(e, size + rng_below(&e->rng, 3) - 1);
}

bool mutate_length_page(struct edit *e)
{
	static const unsigned short sizes[] = { 1023, 1024, 1025, 2048, 4094, 4095, 4096, 4097 };

	return set_length(e, sizes[rng_below(&e->rng, sizeof(sizes) / sizeof(*sizes))]);
}

bool mutate_newline_end(struct edit *e)
{
	if (e->size > 1 && e->data[e->size - 1] == '\n' && !edit_chance(e, 4))
		return edit_replace(e, e->size - 1, 1, "", 0);
	return edit_fill(e, e->size, '\n', 1);
}

bool mutate_newline_crlf(struct edit *e)
{
	bool ends = e->size && e->data[e->size - 1] == '\n';

	return edit_replace(e, e->size - ends, ends, "\r\n", 2);
}

bool mutate_newline_inside(struct edit *e)
{
	return edit_fill(e, rng_below(&e->rng, e->size + 1), '\n', 1);
}

static unsigned char blank(struct edit *e)
{
	static const char blanks[] = "   \t\t\v\f\r";

	return (unsigned char)blanks[rng_below(&e->rng, sizeof(blanks) - 1)];
}

bool mutate_blank_edge(struct edit *e)
{
	unsigned char c = blank(e);
	size_t n = 1 + rng_below(&e->rng, 3), at = edit_chance(e, 2) ? 0 : e->size;

	/* Before the final newline as often as behind it. */
	if (at && e->data[at - 1] == '\n' && edit_chance(e, 2))
		at--;
	return edit_fill(e, at, c, n);
}

bool mutate_blank_inside(struct edit *e)
{
	return edit_fill(e, rng_below(&e->rng, e->size + 1), blank(e), 1);
}

bool mutate_nul_end(struct edit *e)
{
	static const char *const junk[] = { "", "x", "junk", "\n", "9" };
	const char *tail = junk[rng_below(&e->rng, sizeof(junk) / sizeof(*junk))];
	size_t n = plain_length(tail);

	if (e->max - e->size < n + 1)
		return false;
	return edit_fill(e, e->size, '\0', 1) && (!n || edit_replace(e, e->size, 0, tail, n));
}

bool mutate_nul_inside(struct edit *e)
{
	size_t at = edit_chance(e, 4) ? 0 : rng_below(&e->rng, e->size + 1);

	return edit_fill(e, at, '\0', 1);
}
