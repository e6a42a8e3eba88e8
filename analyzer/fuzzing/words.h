/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_WORDS_H
#define MIGVER_FUZZING_WORDS_H

#include "base/strbuf.h"
#include "core/attribute.h"
#include "fuzzing/folder.h"
#include "ir/program.h"

/*
 * What the source tells about the strings that a handler understands: its
 * literals, and those of everything it calls or points to; the formats of
 * show, rendered with the constants that stand there. A dictionary made of
 * those is worth more than any number of runs without.
 */

/** struct word - some bytes. */
struct word {
	const char *bytes;
	size_t n;
};

/** struct words - what was found; no two are equal. */
struct words {
	struct arena *arena;
	struct map *seen;
	VEC(struct word) seeds; /* whole strings */
	VEC(struct word) dict;	/* parts of them, at most WORD_BYTES long */
	name_list functions;	/* with a body in the driver's files, that handlers reach */
};

#define WORD_BYTES 64 /* longer ones libFuzzer ignores */

struct words words_new(struct arena *a);

/** words_collect - from the handlers of @attrs and all they reach. */
void words_collect(struct words *w, const struct program *p, const struct attribute *attrs,
		   size_t n);

/** words_bundled - the version strings that the binary carries (corpus/strings). */
void words_bundled(struct words *w);

/** words_dict - the dictionary in libFuzzer's and AFL's format. */
void words_dict(const struct words *w, struct strbuf *out);

/** words_seeds - write each seed into a file of @folder, named by its hash. */
void words_seeds(const struct words *w, const char *folder);

#endif
