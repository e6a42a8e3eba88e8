// SPDX-License-Identifier: MIT
/*
 * A smaller input with the same finding: rule, function and line.
 *
 * First what people would try: an empty input, the node's own version, a single
 * byte. Then pieces are taken out, from halves down to single bytes, as long as
 * the finding comes; then each byte is made as plain as it can be. Every try is a
 * whole run of the input with all oracles on.
 */
#include <string.h>

#include "fuzz.h"

struct shrink {
	struct fuzz *f;
	struct finding *x;
	unsigned runs, limit;
};

static bool comes_again(struct shrink *s, const unsigned char *bytes, size_t n)
{
	struct fuzz *f = s->f;

	s->runs++;
	f->findings.probe = s->x;
	f->findings.probe_hit = false;
	if (s->x->node)
		bundle_run_node(f, (struct node *)s->x->node, bytes, n);
	else
		bundle_run(f, bytes, n);
	f->findings.probe = NULL;
	return f->findings.probe_hit;
}

static bool try_bytes(struct shrink *s, const unsigned char *bytes, size_t n)
{
	if (s->runs >= s->limit || !comes_again(s, bytes, n))
		return false;
	memmove(s->x->input, bytes, n);
	s->x->input_len = n;
	return true;
}

static bool try_simple(struct shrink *s)
{
	const struct node *n = s->x->node;

	if (try_bytes(s, (const unsigned char *)"", 0) ||
	    try_bytes(s, (const unsigned char *)"0", 1) ||
	    try_bytes(s, (const unsigned char *)"x", 1))
		return true;
	return n && n->own_len && n->own_len < s->x->input_len && try_bytes(s, n->own, n->own_len);
}

/* Takes out pieces of @size bytes, from the end on. */
static void drop_pieces(struct shrink *s, size_t size)
{
	unsigned char rest[MAX_INPUT];

	for (size_t end = s->x->input_len; end >= size && end > 0 && s->runs < s->limit;) {
		size_t at = end - size, n = s->x->input_len;

		memcpy(rest, s->x->input, at);
		memcpy(rest + at, s->x->input + end, n - end);
		if (n - size > 0)
			try_bytes(s, rest, n - size);
		end = at;
	}
}

static void make_plain(struct shrink *s, size_t at)
{
	static const unsigned char plain[] = { 'a', '0' };
	unsigned char bytes[MAX_INPUT];

	memcpy(bytes, s->x->input, s->x->input_len);
	for (size_t i = 0; i < sizeof(plain); i++) {
		if (bytes[at] == plain[i])
			return;
		bytes[at] = plain[i];
		if (try_bytes(s, bytes, s->x->input_len))
			return;
	}
}

static void shrink(struct shrink *s)
{
	size_t before;

	if (try_simple(s))
		return;
	do {
		before = s->x->input_len;
		for (size_t size = before / 2; size; size /= 2)
			drop_pieces(s, size);
	} while (s->x->input_len < before && s->runs < s->limit);
	if (s->x->input_len <= 64)
		for (size_t i = 0; i < s->x->input_len; i++)
			make_plain(s, i);
}

/* Message and evidence are those of the input as it is now. */
static void tell_anew(struct shrink *s)
{
	unsigned char bytes[MAX_INPUT];

	memcpy(bytes, s->x->input, s->x->input_len);
	s->f->findings.probe_refresh = true;
	comes_again(s, bytes, s->x->input_len);
	s->f->findings.probe_refresh = false;
}

/*
 * Where the finding is about a string that the bundle made of the input, that
 * string shows it alone: then no mutation is needed any more.
 */
static bool start_plain(struct shrink *s)
{
	unsigned char bytes[MAX_INPUT];
	bool is_written = s->x->n_evidence > 0;
	size_t n = is_written ? s->x->evidence[0].len : s->x->input_len;

	memcpy(bytes, is_written ? s->x->evidence[0].bytes : s->x->input, n);
	s->f->is_plain = true;
	s->f->is_plain = n && try_bytes(s, bytes, n);
	return s->f->is_plain;
}

static bool start(struct shrink *s)
{
	unsigned char bytes[MAX_INPUT];

	if (start_plain(s))
		return true;
	memcpy(bytes, s->x->input, s->x->input_len);
	return comes_again(s, bytes, s->x->input_len);
}

unsigned minimise(struct fuzz *f, struct finding *x)
{
	struct shrink s = { .f = f, .x = x, .limit = f->options.minimise };
	const unsigned char *input = f->input;
	size_t input_len = f->input_len;
	bool was_thorough = f->is_thorough;
	unsigned char first[MAX_INPUT];
	size_t first_len = x->input_len;

	memcpy(first, x->input, first_len);
	f->is_thorough = true;
	/* A write into the buffer is found at its instruction only while that faults. */
	f->is_strict = !strcmp(x->rule, "MV208");
	if (start(&s))
		shrink(&s);
	if (x->input_len != first_len || memcmp(first, x->input, first_len) != 0)
		tell_anew(&s);
	f->is_strict = f->is_plain = false;
	f->is_thorough = was_thorough;
	f->input = input;
	f->input_len = input_len;
	return s.runs;
}
