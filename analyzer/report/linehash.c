// SPDX-License-Identifier: MIT
/*
 * GitHub tells alerts apart by a hash of the text at their line. It is a
 * rolling polynomial hash (base 37, modulo 2^64) over the 100 UTF-16 units from
 * the line's beginning on, blanks and tabs left out, all line ends taken for a
 * newline, a unit of 65535 at the end of the file and zeros behind it. A
 * counter tells lines with equal hashes apart. A line's hash is complete when
 * its window has passed, which is 100 units after its beginning.
 */
#include <stdbool.h>
#include <stdio.h>

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "report/linehash.h"

#define WINDOW	    100
#define BASE	    37u
#define END_OF_FILE 0xffffu
#define REPLACEMENT 0xfffdu
#define NO_LINE	    SIZE_MAX

struct hashes_of_file {
	VEC(const char *) lines;
};

struct linehashes {
	struct arena *arena;
	struct sources *sources;
	struct map *by_path; /* struct hashes_of_file * */
};

struct roller {
	struct arena *arena;
	struct hashes_of_file *out;
	struct map *counts;    /* size_t of each hash */
	uint64_t hash, weight; /* weight: of the unit that leaves the window */
	uint32_t window[WINDOW];
	size_t lines[WINDOW]; /* that begin at this unit, or NO_LINE */
	size_t at;	      /* oldest unit */
	bool is_line_start, was_cr;
};

struct linehashes *linehashes_new(struct arena *a, struct sources *s)
{
	struct linehashes *h = arena_new_of(a, struct linehashes);

	*h = (struct linehashes){ a, s, map_new(a) };
	return h;
}

static void give_out(struct roller *r)
{
	const char *text = arena_printf(r->arena, "%llx", (unsigned long long)r->hash);
	size_t *count = map_get(r->counts, text);

	if (!count) {
		count = arena_new_of(r->arena, size_t);
		map_put(r->counts, text, count);
	}
	r->out->lines.v[r->lines[r->at]] = arena_printf(r->arena, "%s:%zu", text, ++*count);
	r->lines[r->at] = NO_LINE;
}

static void roll(struct roller *r, uint32_t unit)
{
	r->hash = r->hash * BASE + unit - r->weight * r->window[r->at];
	r->window[r->at] = unit;
	r->at = (r->at + 1) % WINDOW;
}

static void add_unit(struct roller *r, uint32_t unit)
{
	bool is_lf_of_crlf = r->was_cr && unit == '\n';

	if (unit == ' ' || unit == '\t' || is_lf_of_crlf) {
		r->was_cr = false;
		return;
	}
	r->was_cr = unit == '\r';
	if (r->was_cr)
		unit = '\n';
	if (r->lines[r->at] != NO_LINE)
		give_out(r);
	if (r->is_line_start) {
		r->lines[r->at] = r->out->lines.n;
		*vec_push(r->arena, &r->out->lines) = NULL;
	}
	r->is_line_start = unit == '\n';
	roll(r, unit);
}

static void add_text(struct roller *r, const char *s, size_t n)
{
	for (size_t i = 0, len; i < n; i += len ? len : 1) {
		uint32_t code = REPLACEMENT;

		len = utf8_decode(s + i, n - i, &code);
		if (code >= 0x10000) {
			add_unit(r, 0xd800 + ((code - 0x10000) >> 10));
			code = 0xdc00 + ((code - 0x10000) & 0x3ff);
		}
		add_unit(r, code);
	}
}

static struct hashes_of_file *hash_file(struct linehashes *h, const char *path)
{
	struct source_line all = source_text(h->sources, path);
	struct roller *r = arena_new_of(h->arena, struct roller);

	r->arena = h->arena;
	r->out = arena_new_of(h->arena, struct hashes_of_file);
	r->counts = map_new(h->arena);
	r->is_line_start = true;
	r->weight = 1;
	for (size_t i = 0; i < WINDOW; i++) {
		r->weight *= BASE;
		r->lines[i] = NO_LINE;
	}
	add_text(r, all.text, all.n);
	add_unit(r, END_OF_FILE);
	for (size_t i = 0; i < WINDOW; i++) {
		if (r->lines[r->at] != NO_LINE)
			give_out(r);
		roll(r, 0);
	}
	return r->out;
}

const char *linehash(struct linehashes *h, const char *path, uint32_t line)
{
	struct hashes_of_file *f = map_get(h->by_path, path);

	if (!f) {
		f = hash_file(h, path);
		map_put(h->by_path, path, f);
	}
	return line && line <= f->lines.n ? f->lines.v[line - 1] : NULL;
}
