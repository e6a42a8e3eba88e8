// SPDX-License-Identifier: MIT
/*
 * One input, judged by all oracles in one go.
 *
 * The input is the string. Each node gets it as sysfs would deliver it: the
 * first page, and, if that was taken, the rest as a write of its own. One node,
 * chosen by the input, gets the whole bundle: relations, and a few mutations of
 * the string, which cost a twentieth of an iteration of the engine. All choices
 * hang on a hash of the input, so a replay does the same.
 */
#include <string.h>

#include "oracle.h"

/* Nodes that are written to in one input. */
#define MAX_WRITTEN 8
/* Mutations of the input that are tried in one go. */
#define EXPLORED 10
/* The looks at show and at the round trip come once in so many inputs. */
#define LOOK_PERIOD 256
/* Counts are looked at so often. */
#define COUNT_PERIOD 256
/* The driver's state is put back after one in so many inputs, a power of two. */
#define SETTLE_PERIOD 8

static void look(struct fuzz *f, struct node *n)
{
	oracles_ask(f, AT_LOOK, n, NULL);
}

/* A string that passes and is not the node's own version. */
static void keep_foreign(struct node *n, const struct call *c)
{
	size_t own = n->own_len;

	if (n->foreign_len || c->len > sizeof(n->foreign))
		return;
	if (own && c->len <= own + 1 && !memcmp(c->bytes, n->own, c->len < own ? c->len : own))
		return;
	memcpy(n->foreign, c->bytes, c->len);
	n->foreign_len = c->len;
}

/* The input, or the node's own version: most defects are near that. */
static size_t start_of(const struct fuzz *f, const struct node *n, bool own, unsigned char *bytes)
{
	const unsigned char *from = own && n->own_len ? n->own : f->input;
	size_t len = from == n->own ? n->own_len : f->input_len;

	if (len > PAGE_BYTES)
		len = PAGE_BYTES;
	memcpy(bytes, from, len);
	return len;
}

/* One mutation after another, from the one start and then from the other. */
static void explore(struct fuzz *f, struct node *n)
{
	unsigned char bytes[PAGE_BYTES];
	size_t len = 0;
	struct call c;

	for (unsigned i = 0; i < EXPLORED; i++) {
		if (i % (EXPLORED / 2) == 0)
			len = start_of(f, n, i != 0, bytes);
		len = mutate_step(&f->mutator, bytes, len, PAGE_BYTES,
				  (unsigned)(f->input_hash >> (4 * i)) + i);
		call_store(f, n, bytes, len, &c);
		if (is_accepted(&c)) {
			keep_foreign(n, &c);
			oracles_ask(f, AT_INPUT, n, &c);
		}
	}
}

/* Returns whether the rest of the string would be written, too. */
static bool run_write(struct fuzz *f, struct node *n, const unsigned char *data, size_t size,
		      bool whole_bundle)
{
	struct call c;

	call_store(f, n, data, size, &c);
	f->accepted += is_accepted(&c);
	if (is_accepted(&c) && !f->first_accepted)
		f->first_accepted = f->inputs; /* still 0 while versions are learned */
	if (f->options.single)
		return is_accepted(&c);
	if (is_accepted(&c))
		keep_foreign(n, &c);
	if (whole_bundle || is_accepted(&c))
		oracles_ask(f, AT_INPUT, n, &c);
	if (whole_bundle && !f->is_plain)
		explore(f, n);
	return is_accepted(&c);
}

/*
 * A fault costs as much as a thousand calls. A handler that does little else is
 * seldom called any more: it has said what it had to say.
 */
#define MANY_FAULTS  64
#define FAULT_PERIOD 32

static bool is_worn_out(const struct fuzz *f, const struct node *n)
{
	return !f->is_thorough && n->ended > MANY_FAULTS && n->ended > n->stores / 8 &&
	       f->input_hash % FAULT_PERIOD;
}

static void run_node(struct fuzz *f, struct node *n, const unsigned char *data, size_t size,
		     bool whole_bundle)
{
	size_t first = size < PAGE_BYTES ? size : PAGE_BYTES;

	if (n->attr->gone || !n->attr->has_store || is_worn_out(f, n))
		return;
	if (run_write(f, n, data, first, whole_bundle) && size > first)
		run_write(f, n, data + first, size - first, whole_bundle);
}

static bool is_look_due(const struct fuzz *f, size_t size)
{
	return f->is_thorough || size == 0 || f->input_hash % LOOK_PERIOD == 0;
}

static void begin(struct fuzz *f, const unsigned char *data, size_t size)
{
	f->input = data;
	f->input_len = size;
	f->input_hash = hash_bytes(data, size);
}

void bundle_run_node(struct fuzz *f, struct node *n, const unsigned char *data, size_t size)
{
	begin(f, data, size);
	if (size)
		run_node(f, n, data, size, true);
	if (is_look_due(f, size))
		look(f, n);
	state_settle(f);
}

void bundle_run(struct fuzz *f, const unsigned char *data, size_t size)
{
	unsigned n = f->n_nodes, first, chosen;

	begin(f, data, size);
	chosen = n ? (unsigned)((f->input_hash >> 40) % n) : 0;
	first = n > MAX_WRITTEN ? chosen : 0;
	for (unsigned i = 0; size && i < n && i < MAX_WRITTEN; i++) {
		unsigned at = (first + i) % n;

		run_node(f, &f->nodes[at], data, size, f->is_thorough || at == chosen);
	}
	if (f->options.single)
		return;
	for (unsigned i = 0; i < n && is_look_due(f, size); i++)
		if (f->is_thorough || size == 0 || i == chosen)
			look(f, &f->nodes[i]);
	if (f->is_thorough || (f->input_hash & (SETTLE_PERIOD - 1)) == 0)
		state_settle(f);
	if (f->inputs % COUNT_PERIOD == 0)
		for (unsigned i = 0; i < n; i++)
			oracles_ask(f, AT_COUNTS, &f->nodes[i], NULL);
}
