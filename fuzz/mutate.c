// SPDX-License-Identifier: MIT
#include "mutate.h"

#include "mutate_table.h"
#include "plain.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

static const struct {
	const char *name;
	bool (*apply)(struct edit *e);
} rows[] = {
#define ROW(name, weight) { #name, mutate_##name },
#include "mutate_rows.h"
#undef ROW
};

/* The weights as shares of a number below CHANCES: a row's begins where the last one's ends. */
enum {
#define ROW(name, weight) BEGIN_##name, END_##name = BEGIN_##name + (weight)-1,
#include "mutate_rows.h"
#undef ROW
	CHANCES
};

static const unsigned char ends[] = {
#define ROW(name, weight) END_##name,
#include "mutate_rows.h"
#undef ROW
};
_Static_assert(CHANCES <= 255, "a byte holds them");

/* Changes in a row: mostly one, seldom many. */
#define MAX_STACKED 5
/* Rows tried until one finds something to change. */
#define MAX_TRIES 8

unsigned mutate_row_count(void)
{
	return ARRAY_SIZE(rows);
}

const char *mutate_row_name(unsigned row)
{
	return rows[row].name;
}

static struct edit edit_of(const struct mutator *m, unsigned char *data, size_t size, size_t max,
			   unsigned seed)
{
	struct edit e = { .data = data, .size = size, .max = max, .words = &m->words };

	e.rng.state = seed * 0x9e3779b97f4a7c15u + size;
	rng_next(&e.rng);
	return e;
}

size_t mutate_row(const struct mutator *m, unsigned row, unsigned char *data, size_t size,
		  size_t max, unsigned seed)
{
	struct edit e = edit_of(m, data, size, max, seed);

	rows[row].apply(&e);
	return e.size;
}

/* Counted to the end: that has no branch to be guessed, and bytes are counted at once. */
static unsigned pick_row(struct edit *e)
{
	unsigned char chosen = (unsigned char)rng_below(&e->rng, CHANCES), row = 0;

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		row = (unsigned char)(row + (chosen > ends[i]));
	return row;
}

static void apply_one(struct edit *e)
{
	for (int tries = 0; tries < MAX_TRIES; tries++)
		if (rows[pick_row(e)].apply(e))
			return;
}

static size_t stacked(struct edit *e)
{
	size_t n = 1;

	while (n < MAX_STACKED && edit_chance(e, 2))
		n++;
	return n;
}

/* A string is never empty: sysfs doesn't call store for nothing. */
static size_t finished(struct edit *e)
{
	if (e->size == 0)
		e->data[e->size++] = (unsigned char)('0' + rng_below(&e->rng, 10));
	return e->size;
}

static size_t mutate_times(const struct mutator *m, unsigned char *data, size_t size, size_t max,
			   unsigned seed, size_t times)
{
	struct edit e;

	if (max > MUTATE_MAX_SIZE)
		max = MUTATE_MAX_SIZE;
	if (max == 0)
		return 0;
	e = edit_of(m, data, size < max ? size : max, max, seed);
	for (size_t n = times ? times : stacked(&e); n; n--)
		apply_one(&e);
	return finished(&e);
}

size_t mutate_own(const struct mutator *m, unsigned char *data, size_t size, size_t max,
		  unsigned seed)
{
	return mutate_times(m, data, size, max, seed, 0);
}

size_t mutate_step(const struct mutator *m, unsigned char *data, size_t size, size_t max,
		   unsigned seed)
{
	return mutate_times(m, data, size, max, seed, 1);
}

/* What comes before and behind it, the other case, no ASCII, what ends or parts words. */
struct mutate_byte mutate_byte_of(const unsigned char *data, size_t size, uint64_t random)
{
	struct mutate_byte b = { .at = (size_t)((random >> 32) * size >> 32) };
	const unsigned char c = b.usual = data[b.at];
	const unsigned char others[] = {
		(unsigned char)(c + 1),
		(unsigned char)(c - 1),
		c ^ 0x20,
		c ^ 0x80,
		'\0',
		'\n',
		' ',
		'0',
	};

	b.other = others[random % sizeof(others)];
	if (b.other == c)
		b.other ^= 1;
	return b;
}

size_t mutate(const struct mutator *m, unsigned char *data, size_t size, size_t max, unsigned seed)
{
	struct edit e = edit_of(m, data, size, max, seed);

	if (!m->engine || max == 0 || !edit_chance(&e, 3))
		return mutate_own(m, data, size, max, seed);
	e.size = m->engine(data, size < max ? size : max, max);
	return finished(&e);
}

/* Where to cut: where a token begins, or anywhere. */
static size_t cut_of(struct edit *e)
{
	struct token tokens[EDIT_MAX_TOKENS];
	unsigned n = edit_tokens(e, tokens);

	if (n && !edit_chance(e, 3))
		return tokens[rng_below(&e->rng, n)].at;
	return rng_below(&e->rng, e->size + 1);
}

size_t mutate_cross(const unsigned char *a, size_t a_size, const unsigned char *b, size_t b_size,
		    unsigned char *out, size_t max, unsigned seed)
{
	struct edit left = { .data = (unsigned char *)a, .size = a_size, .max = max };
	struct edit right = { .data = (unsigned char *)b, .size = b_size, .max = max };
	size_t head, tail, n;

	if (max == 0)
		return 0;
	left.rng.state = seed;
	right.rng.state = ~(uint64_t)seed;
	head = cut_of(&left);
	tail = cut_of(&right);
	n = head < max ? head : max;
	plain_copy(out, a, n);
	b_size -= tail;
	if (b_size > max - n)
		b_size = max - n;
	plain_copy(out + n, b + tail, b_size);
	n += b_size;
	if (n == 0)
		out[n++] = '0';
	return n;
}
