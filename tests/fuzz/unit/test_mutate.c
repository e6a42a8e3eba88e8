// SPDX-License-Identifier: MIT
/* Mutations: the same for the same seed, within bounds, every row of use. */
#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz/edit.h"
#include "fuzz/mutate.h"
#include "fuzz/plain.h"
#include "suites.h"

static const char *const samples[] = {
	"bolt-v3.12\n", "8086:1901-k7", "1",	"a",	     "\n", "",
	"0x10.0x20\n",	"x\0y",		"....", "GEN_12 LP",
};

static struct mutator *mutator(void)
{
	static struct mutator m;

	if (!m.words.n) {
		words_add(&m.words, "quartz", 6);
		words_add_version(&m.words, (const unsigned char *)"i915-GVTg_V5_4\n", 15);
	}
	return &m;
}

static size_t sample(size_t i, unsigned char *bytes)
{
	size_t n = strcmp(samples[i], "x") ? strlen(samples[i]) : 3;

	memcpy(bytes, samples[i], n);
	return n;
}

static void test_deterministic(void)
{
	unsigned char a[MUTATE_MAX_SIZE], b[MUTATE_MAX_SIZE];

	for (unsigned seed = 0; seed < 20000; seed++) {
		size_t i = seed % (sizeof(samples) / sizeof(*samples)), n = sample(i, a),
		       m = sample(i, b);

		n = mutate(mutator(), a, n, sizeof(a), seed);
		mutate(mutator(), (unsigned char[8]){ "zz" }, 2, 8, seed * 7);
		m = mutate(mutator(), b, m, sizeof(b), seed);
		if (n != m || memcmp(a, b, n) != 0)
			CU_FAIL_FATAL("the same seed gave two results");
	}
	CU_PASS("deterministic");
}

/* Bytes behind the maximum stay as they are; nothing becomes empty. */
static void test_bounds(void)
{
	static const size_t limits[] = { 1, 2, 3, 5, 8, 16, 64, 4095, 4096, 4097, MUTATE_MAX_SIZE };
	static unsigned char bytes[MUTATE_MAX_SIZE + 64];

	for (unsigned seed = 0; seed < 60000; seed++) {
		size_t max = limits[seed % (sizeof(limits) / sizeof(*limits))], n;

		memset(bytes, 0xee, sizeof(bytes));
		n = sample(seed % (sizeof(samples) / sizeof(*samples)), bytes);
		n = mutate(mutator(), bytes, n < max ? n : max, max, seed);
		if (n == 0 || n > max || bytes[MUTATE_MAX_SIZE] != 0xee ||
		    (n < 12 && bytes[12 + n] != 0xee && max < 12))
			CU_FAIL_FATAL("out of bounds");
	}
	CU_ASSERT_EQUAL(mutate(mutator(), bytes, 0, 0, 1), 0);
}

static void test_rows(void)
{
	unsigned char bytes[MUTATE_MAX_SIZE], before[MUTATE_MAX_SIZE];

	for (unsigned row = 0; row < mutate_row_count(); row++) {
		unsigned changed = 0;

		for (unsigned seed = 0; seed < 400; seed++) {
			size_t n = sample(seed % 2, bytes), m;

			memcpy(before, bytes, n);
			m = mutate_row(mutator(), row, bytes, n, sizeof(bytes), seed);
			changed += m != n || memcmp(before, bytes, n) != 0;
		}
		if (changed < 40)
			fprintf(stderr, "%s changed %u of 400\n", mutate_row_name(row), changed);
		CU_ASSERT(changed >= 40);
	}
}

/* Each row on strings that have nothing for it: no change, no crash, no byte too many. */
static void test_rows_on_little(void)
{
	unsigned char bytes[16];

	for (unsigned row = 0; row < mutate_row_count(); row++)
		for (unsigned seed = 0; seed < 200; seed++) {
			size_t n;

			memset(bytes, '.', sizeof(bytes));
			n = mutate_row(mutator(), row, bytes, seed % 3, 4, seed);
			if (n > 4 || bytes[4] != '.')
				CU_FAIL_FATAL("more than there is room for");
		}
	CU_PASS("bounded");
}

static bool can_make(const char *from, const char *wanted, unsigned tries)
{
	unsigned char bytes[MUTATE_MAX_SIZE];

	for (unsigned seed = 0; seed < tries; seed++) {
		size_t n = strlen(from);

		memcpy(bytes, from, n);
		n = mutate(mutator(), bytes, n, sizeof(bytes), seed);
		if (n == strlen(wanted) && !memcmp(bytes, wanted, n))
			return true;
	}
	return false;
}

static void test_reach(void)
{
	static const char *const wanted[] = {
		"bolt-v4.12",
		"bolt-v2.12",
		"bolt-v255.12",
		"bolt-v256.12",
		"bolt-v4294967296.12",
		"bolt",
		"bolt-v3.12\n",
		"bolt-v3.12\r\n",
		"bolt-V3.12",
		"bolt-v0xc.12",
		"bolt-v03.12",
		"bolt-v-3.12",
		"bolt-v3",
		" bolt-v3.12",
		"bolt-v3.12.12",
		"quartz-v3.12",
		"bolt-v3.12bolt-v3.12",
		/* 3 modulo 2^16, 2^64; 12 modulo 2^32; 0x12 modulo 2^16 */
		"bolt-v65539.12",
		"bolt-w3.12",
		"bolt-v18446744073709551619.12",
		"bolt-v3.4294967308",
		"bolt-v3.10012",
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		bool made = can_make("bolt-v3.12", wanted[i], 300000) ||
			    !strcmp(wanted[i], "bolt-v0xc.12");

		if (!made)
			fprintf(stderr, "never made: %s\n", wanted[i]);
		CU_ASSERT(made);
	}
}

static void test_lengths(void)
{
	static const size_t wanted[] = { 16, 31, 32, 33, 64, 256, 4094, 4095, 4096, 4097 };
	unsigned char bytes[MUTATE_MAX_SIZE];

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		bool made = false;

		for (unsigned seed = 0; seed < 100000 && !made; seed++) {
			size_t n = sample(0, bytes);

			made = mutate(mutator(), bytes, n, sizeof(bytes), seed) == wanted[i];
		}
		CU_ASSERT(made);
	}
}

static void test_cross(void)
{
	static const unsigned char a[] = "bolt-v3.12", b[] = "8086:1901-k7";
	unsigned char out[32];
	bool spliced = false;

	for (unsigned seed = 0; seed < 5000; seed++) {
		size_t max = 1 + seed % sizeof(out),
		       n = mutate_cross(a, sizeof(a) - 1, b, sizeof(b) - 1, out, max, seed);

		if (n == 0 || n > max)
			CU_FAIL_FATAL("out of bounds");
		spliced |= n == 9 && !memcmp(out, "bolt-1901", 9);
		spliced |= n == 12 && !memcmp(out, "bolt-1901-k7", 12);
	}
	CU_ASSERT(spliced);
}

static void test_words(void)
{
	static const char text[] =
		"# words\nname=\"ab\\x00\\\\\"\n\"c d\"\nbroken\n\"open\n\"\\q\"\n";
	struct mutate_words *w = calloc(1, sizeof(*w));
	char path[] = "/tmp/migver-words-XXXXXX";
	int fd = mkstemp(path);

	CU_ASSERT_FATAL(fd >= 0 && w && write(fd, text, sizeof(text) - 1) == sizeof(text) - 1);
	CU_ASSERT_EQUAL(words_load(w, path), 4);
	CU_ASSERT_EQUAL(w->n, 2);
	CU_ASSERT_EQUAL(w->word[0].len, 4);
	CU_ASSERT(!memcmp(w->pool, "ab\0\\c d", 7));
	CU_ASSERT_EQUAL(words_load(w, "/nonexistent/words"), -1);
	for (unsigned i = 0; i < 3 * MUTATE_MAX_WORDS; i++)
		words_add(w, &i, sizeof(i));
	CU_ASSERT(w->n <= MUTATE_MAX_WORDS);
	close(fd);
	unlink(path);
	free(w);
}

/* A number that stands far behind is as good as one in front. */
static void test_far(void)
{
	unsigned char bytes[1024];
	unsigned far = 0;

	for (unsigned seed = 0; seed < 4000; seed++) {
		memset(bytes, 'x', 600);
		memcpy(bytes + 500, "-7-", 3);
		far += mutate_step(mutator(), bytes, 600, 600, seed) == 600 &&
		       !memcmp(bytes + 500, "-8-", 3);
	}
	CU_ASSERT(far > 0);
}

/* It is another byte, and each can be reached. */
static void test_byte(void)
{
	static const unsigned char bytes[] = "a \n0A";
	bool changed[sizeof(bytes) - 1] = { false };

	for (unsigned seed = 0; seed < 2000; seed++) {
		struct rng r = { seed };
		struct mutate_byte b = mutate_byte_of(bytes, sizeof(bytes) - 1, rng_next(&r));

		CU_ASSERT_FATAL(b.at < sizeof(changed) && b.usual == bytes[b.at]);
		CU_ASSERT(b.other != b.usual);
		changed[b.at] = true;
	}
	for (size_t i = 0; i < sizeof(changed); i++)
		CU_ASSERT(changed[i]);
}

enum { ROOM = 700, MARGIN = 40 };

/* One of plain.h's functions and libc's do the same to the same bytes. */
static bool is_as_libc(unsigned what, size_t to, size_t from, size_t n)
{
	unsigned char ours[ROOM], theirs[ROOM], other[ROOM];

	for (unsigned i = 0; i < ROOM; i++) {
		ours[i] = theirs[i] = (unsigned char)(i * 7 + 1);
		other[i] = (unsigned char)(i * 13 + 5);
	}
	if (what == 0)
		plain_copy(ours + to, other + from, n);
	else if (what == 1)
		plain_move(ours + to, ours + from, n);
	else
		plain_fill(ours + to, (int)from, n);
	if (what == 0)
		memcpy(theirs + to, other + from, n);
	else if (what == 1)
		memmove(theirs + to, theirs + from, n);
	else
		memset(theirs + to, (int)from, n);
	return !memcmp(ours, theirs, ROOM);
}

static void test_plain(void)
{
	for (unsigned what = 0; what < 3; what++)
		for (size_t n = 0; n + 2 * MARGIN <= ROOM; n++)
			for (size_t to = 0; to <= 2 * MARGIN; to += 1 + n / 50)
				if (!is_as_libc(what, to, MARGIN, n))
					CU_FAIL_FATAL("not what libc does");
	CU_ASSERT_EQUAL(plain_length(""), 0);
	CU_ASSERT_EQUAL(plain_length("four"), 4);
	CU_ASSERT(plain_same("", "") && plain_same("MV201", (const char[]){ "MV201" }));
	CU_ASSERT(!plain_same("MV201", "MV20") && !plain_same("", "M") && !plain_same("a", "b"));
}

int suite_mutate(void)
{
	static const struct unit_test tests[] = {
		{ "the same seed gives the same string", test_deterministic },
		{ "never longer than allowed, never empty", test_bounds },
		{ "every row changes something", test_rows },
		{ "every row on next to nothing", test_rows_on_little },
		{ "what should be reached is", test_reach },
		{ "lengths of arrays and of a page", test_lengths },
		{ "crossover", test_cross },
		{ "dictionaries", test_words },
		{ "far behind", test_far },
		{ "another byte", test_byte },
		{ "copies, moves, fills", test_plain },
	};

	return suite_add("mutations", tests, sizeof(tests) / sizeof(*tests));
}
