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
#define EXPLORED 6
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

static void explore(struct fuzz *f, struct node *n, const unsigned char *data, size_t size)
{
	unsigned char bytes[PAGE_BYTES];
	struct call c;

	for (unsigned i = 0; i < EXPLORED; i++) {
		size_t len = size < PAGE_BYTES ? size : PAGE_BYTES;

		memcpy(bytes, data, len);
		len = mutate_own(&f->mutator, bytes, len, PAGE_BYTES,
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
	if (is_accepted(&c))
		keep_foreign(n, &c);
	if (whole_bundle || is_accepted(&c))
		oracles_ask(f, AT_INPUT, n, &c);
	if (whole_bundle)
		explore(f, n, data, size);
	return is_accepted(&c);
}

static void run_node(struct fuzz *f, struct node *n, const unsigned char *data, size_t size,
		     bool whole_bundle)
{
	size_t first = size < PAGE_BYTES ? size : PAGE_BYTES;

	if (n->attr->gone || !n->attr->has_store)
		return;
	if (run_write(f, n, data, first, whole_bundle) && size > first)
		run_write(f, n, data + first, size - first, whole_bundle);
}

static bool is_look_due(const struct fuzz *f, size_t size)
{
	return f->is_thorough || size == 0 || f->input_hash % LOOK_PERIOD == 0;
}

void bundle_run(struct fuzz *f, const unsigned char *data, size_t size)
{
	unsigned n = f->n_nodes, first, chosen;

	f->input = data;
	f->input_len = size;
	f->input_hash = hash_bytes(data, size);
	chosen = n ? (unsigned)((f->input_hash >> 40) % n) : 0;
	first = n > MAX_WRITTEN ? chosen : 0;
	for (unsigned i = 0; size && i < n && i < MAX_WRITTEN; i++) {
		unsigned at = (first + i) % n;

		run_node(f, &f->nodes[at], data, size, f->is_thorough || at == chosen);
	}
	for (unsigned i = 0; i < n && is_look_due(f, size); i++)
		if (f->is_thorough || size == 0 || i == chosen)
			look(f, &f->nodes[i]);
	if (f->is_thorough || (f->input_hash & (SETTLE_PERIOD - 1)) == 0)
		state_settle(f);
	if (f->inputs % COUNT_PERIOD == 0)
		for (unsigned i = 0; i < n; i++)
			oracles_ask(f, AT_COUNTS, &f->nodes[i], NULL);
}
