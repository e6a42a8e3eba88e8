// SPDX-License-Identifier: MIT
/* Bits of words, and of bitmaps, which are arrays of unsigned long: lib/find_bit.c. */
#include <string.h>

#include "absint/concrete.h"

#define WORD_BITS 64

/* Word @i of the bitmap that argument @n points to. */
static struct aval word_place(const struct exact *x, size_t n, size_t i)
{
	return value_add(&x->e->syms, exact_arg(x, n), value_const((wide)(i * WORD_BITS / 8)));
}

static bool load_word(struct exact *x, size_t n, size_t i, uint64_t *out)
{
	struct aval v;

	if (!exact_arg(x, n).region)
		return false;
	v = mem_load(x->e, x->s, word_place(x, n, i), IRT_U64);
	*out = (uint64_t)v.k;
	return value_is_const(v);
}

/* ---- one bit ---- */

static bool bit_word(struct exact *x, size_t *nr, uint64_t *word)
{
	return exact_size(x, 0, nr) && *nr < MAX_BITS && load_word(x, 1, *nr / WORD_BITS, word);
}

bool exact_test_bit(struct exact *x)
{
	uint64_t word;
	size_t nr;

	return bit_word(x, &nr, &word) && exact_result(x, word >> nr % WORD_BITS & 1);
}

/* set_bit(nr, addr), test_and_clear_bit(nr, addr) and so on: the name says what is done. */
bool exact_set_bit(struct exact *x)
{
	const char *name = x->m->name;
	uint64_t word, bit;
	size_t nr;

	if (!bit_word(x, &nr, &word))
		return false;
	bit = (uint64_t)1 << nr % WORD_BITS;
	mem_store(x->e, x->s, word_place(x, 1, nr / WORD_BITS), IRT_U64,
		  value_const((wide)(strstr(name, "set_bit")	 ? word | bit
				     : strstr(name, "clear_bit") ? word & ~bit
								 : word ^ bit)));
	return exact_result(x, (word & bit) != 0);
}

/* ---- searches ---- */

/* The first bit of @n from @from on that is @wanted, or @n. */
static bool find(struct exact *x, size_t n, size_t from, bool wanted)
{
	uint64_t word = 0;
	size_t i;

	for (i = from; i < n; i++) {
		if ((i == from || i % WORD_BITS == 0) && !load_word(x, 0, i / WORD_BITS, &word))
			return false;
		if ((word >> i % WORD_BITS & 1) == wanted)
			break;
	}
	return exact_result(x, (wide)(i < n ? i : n));
}

bool exact_find_first_bit(struct exact *x)
{
	size_t n;

	return exact_size(x, 1, &n) && n <= MAX_BITS && find(x, n, 0, !strstr(x->m->name, "zero"));
}

bool exact_find_next_bit(struct exact *x)
{
	size_t n, from;

	return exact_size(x, 1, &n) && exact_size(x, 2, &from) && n <= MAX_BITS &&
	       find(x, n, from, !strstr(x->m->name, "zero"));
}

bool exact_find_last_bit(struct exact *x)
{
	uint64_t word = 0;
	size_t n, last;

	if (!exact_size(x, 1, &n) || n > MAX_BITS)
		return false;
	last = n;
	for (size_t i = 0; i < n; i++) {
		if (i % WORD_BITS == 0 && !load_word(x, 0, i / WORD_BITS, &word))
			return false;
		if (word >> i % WORD_BITS & 1)
			last = i;
	}
	return exact_result(x, (wide)last);
}

bool exact_bitmap_weight(struct exact *x)
{
	uint64_t word = 0;
	size_t n, count = 0;

	if (!exact_size(x, 1, &n) || n > MAX_BITS)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (i % WORD_BITS == 0 && !load_word(x, 0, i / WORD_BITS, &word))
			return false;
		count += word >> i % WORD_BITS & 1;
	}
	return exact_result(x, (wide)count);
}

/* ---- numbers ---- */

/* The argument as an unsigned number of @bits. */
static bool bits_of(const struct exact *x, unsigned int bits, uint64_t *out)
{
	wide v;

	if (!exact_number(x, 0, &v))
		return false;
	*out = (uint64_t)v;
	if (bits < WORD_BITS)
		*out &= ((uint64_t)1 << bits) - 1;
	return true;
}

/* hweight8() ... hweight64(): the name says how many bits. */
bool exact_hweight(struct exact *x)
{
	const char *name = x->m->name;
	unsigned int bits = strstr(name, "32") ? 32 : strstr(name, "16") ? 16 : 64;
	uint64_t v;

	if (strstr(name, "weight8"))
		bits = 8;
	return bits_of(x, bits, &v) && exact_result(x, __builtin_popcountll(v));
}

static int last_set(uint64_t v)
{
	return v ? WORD_BITS - __builtin_clzll(v) : 0;
}

/* fls(), fls64(), fls_long(): counted from 1, 0 of 0. */
bool exact_fls(struct exact *x)
{
	uint64_t v;

	return bits_of(x, strcmp(x->m->name, "fls") ? 64 : 32, &v) && exact_result(x, last_set(v));
}

bool exact_ffs(struct exact *x)
{
	uint64_t v;

	return bits_of(x, 32, &v) && exact_result(x, v ? __builtin_ctzll(v) + 1 : 0);
}

/* __fls(), __ffs(): counted from 0, of a number that is not 0. */
bool exact___fls(struct exact *x)
{
	uint64_t v;

	return bits_of(x, 64, &v) && v && exact_result(x, last_set(v) - 1);
}

bool exact___ffs(struct exact *x)
{
	uint64_t v;

	return bits_of(x, 64, &v) && v && exact_result(x, __builtin_ctzll(v));
}
