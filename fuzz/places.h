/* SPDX-License-Identifier: MIT */
/*
 * From an address of the running program to function, file and line, by the
 * program's own symbols and DWARF line tables: a finding must be named the same
 * on a machine without a symbolizer.
 *
 * Limits: ELF of 64 bits, this machine's byte order, DWARF 2 to 5, uncompressed.
 * Of a function that was inlined, the line is its own, the function that around
 * it.
 */
#ifndef FUZZ_PLACES_H
#define FUZZ_PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct place {
	const char *function; /* "" if not known; lives as long as the process */
	const char *file;     /* "" if not known */
	unsigned line;
};

struct section {
	const unsigned char *bytes;
	size_t size;
};

/* Look-ups take milliseconds; the same few addresses come again and again. */
#define PLACES_CACHE 1024

struct places_memo {
	const void *pc; /* NULL: nothing yet */
	bool is_driver, found;
	struct place place;
};

struct places {
	struct section image; /* the executable */
	struct section line, line_str, str, symbols, names;
	uintptr_t bias; /* of addresses in memory against those in the file */
	char ours[512]; /* the folder of harness and krt, with a '/' at the end; "" if not known */
	char pool[16384];
	size_t used;
	struct places_memo memo[PLACES_CACHE];
};

/** places_init - reads the executable; without symbols every place is empty. */
void places_init(struct places *p);

/** places_find - what is at @pc. False if there is neither function nor line. */
bool places_find(struct places *p, const void *pc, struct place *place);

/** places_driver - the same, but only for code of the driver: not the harness's, krt's,
 * or a library's. Code of a kernel header that was inlined counts for the line before it. */
bool places_driver(struct places *p, const void *pc, struct place *place);

/** places_function - where the function that begins at @entry is defined. */
bool places_function(struct places *p, const void *entry, struct place *place);

/** places_variable - the variable at @address; NULL if it is none. */
const char *places_variable(struct places *p, const void *address, size_t *offset);

/**
 * places_blame - walks up the stack to the first frame of the driver. @first
 * gets the return address into the first frame that has a line at all: where
 * the runtime was called from.
 */
bool places_blame(struct places *p, struct place *place, const void **first);

#endif
