/* SPDX-License-Identifier: MIT */
/*
 * Mutations of version strings. The input of the fuzz target is the string
 * itself, so a mutation changes what a driver's parser looks at: fields between
 * separators, numbers, case, the end of the string, its length.
 *
 * A mutation is a row of the table in mutate.c. The same seed and the same bytes
 * give the same result, whatever was mutated before.
 */
#ifndef FUZZ_MUTATE_H
#define FUZZ_MUTATE_H

#include <stdbool.h>
#include <stddef.h>

#include "rng.h"

/* A longer write arrives in two parts; some room to make that happen. */
#define MUTATE_MAX_SIZE 4200

#define MUTATE_MAX_WORDS 2048
#define MUTATE_WORD_POOL 65536

/* Words that drivers are made of: from a dictionary file and from show(). */
struct mutate_words {
	unsigned n;
	size_t used;
	struct {
		unsigned offset, len;
	} word[MUTATE_MAX_WORDS];
	unsigned char pool[MUTATE_WORD_POOL];
};

/** words_add - one more word, unless it is there, empty, or there is no room. */
void words_add(struct mutate_words *w, const void *bytes, size_t len);

/** words_add_version - a whole version string, each of its fields, and its head and tail. */
void words_add_version(struct mutate_words *w, const unsigned char *bytes, size_t len);

/**
 * words_load - read a dictionary in libFuzzer's and AFL's form: a line
 * name="text" or "text", with \\, \" and \xHH; '#' begins a comment. Returns the
 * number of the first line that is not of this form, 0 if all are, -1 if the
 * file cannot be read.
 */
int words_load(struct mutate_words *w, const char *path);

/* The engine's own mutation of bytes, or NULL: LLVMFuzzerMutate. */
typedef size_t (*mutate_engine_fn)(unsigned char *data, size_t size, size_t max);

struct mutator {
	struct mutate_words words;
	mutate_engine_fn engine;
};

/**
 * mutate - change @data of @size bytes in place; at most @max bytes afterwards,
 * at least 1 (0 if @max is 0). Returns the new size. A third of the changes are
 * the engine's, if there is one.
 */
size_t mutate(const struct mutator *m, unsigned char *data, size_t size, size_t max, unsigned seed);

/** mutate_own - the same, without the engine: the same bytes always become the same. */
size_t mutate_own(const struct mutator *m, unsigned char *data, size_t size, size_t max,
		  unsigned seed);

/** mutate_step - a single mutation of our own. */
size_t mutate_step(const struct mutator *m, unsigned char *data, size_t size, size_t max,
		   unsigned seed);

/* One byte of a string, and what could stand in its place. */
struct mutate_byte {
	size_t at;
	unsigned char usual, other;
};

/** mutate_byte_of - chosen by @random; @size isn't 0. */
struct mutate_byte mutate_byte_of(const unsigned char *data, size_t size, uint64_t random);

/**
 * mutate_cross - splice @a and @b, preferably where fields begin, into @out of
 * @max bytes. Returns the size.
 */
size_t mutate_cross(const unsigned char *a, size_t a_size, const unsigned char *b, size_t b_size,
		    unsigned char *out, size_t max, unsigned seed);

/* The rows, to test each. mutate_row() returns the new size, or @size if it found nothing to do. */
unsigned mutate_row_count(void);
const char *mutate_row_name(unsigned row);
size_t mutate_row(const struct mutator *m, unsigned row, unsigned char *data, size_t size,
		  size_t max, unsigned seed);

#endif
