/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_DISTANCE_H
#define MIGVER_BASE_DISTANCE_H

#include <stddef.h>

/**
 * edit_distance - how many slips of the pen lie between @a and @b
 *
 * A slip is a character left out, put in, replaced, or swapped with its
 * neighbour (Damerau-Levenshtein, no character touched twice). Texts longer
 * than 127 bytes are only told equal (0) or not (the longer one's length):
 * nobody types those, and it keeps hostile input cheap.
 */
size_t edit_distance(const char *a, const char *b);

/**
 * closest - the entry of @list that @word was probably meant to be
 *
 * NULL if every entry needs more slips than a third of the word (at least
 * one, at most three). The first of equally near entries wins.
 */
const char *closest(const char *word, const char *const *list, size_t n);

#endif
