// SPDX-License-Identifier: MIT
/*
 * One input, judged by all oracles in one go.
 *
 * The input is the string. Each node gets it as sysfs would deliver it: the
 * first page, and, if that was taken, the rest as a write of its own. One node,
 * chosen by the input, gets the whole bundle: relations, and a hundred other
 * strings made from it, each of which costs a tenth of an iteration of the engine.
 * All choices hang on a hash of the input, so a replay does the same.
 */
#include <string.h>

#include "oracle.h"

/* Nodes that are written to in one input. */
#define MAX_WRITTEN 8
/*
 * Mutations of the input that are tried in one go, so many in a row before the
 * other start is taken; and of each so many strings that differ from it in a byte.
 */
#define MUTATED	   32
#define IN_A_ROW   4
#define NEIGHBOURS 2
/* Faults take long: these are enough of one input. */
#define ENOUGH_FAULTS 8
/* The looks at show and at the round trip come once in so many inputs. */
#define LOOK_PERIOD 64
/* Counts are looked at so often. */
#define COUNT_PERIOD 32

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

/* Returns whether the call came back. */
static bool try(struct fuzz *f, struct node *n, const unsigned char *bytes, size_t len)
{
	struct call c;

	call_store(f, n, bytes, len, &c);
	if (is_accepted(&c)) {
		keep_foreign(n, &c);
		oracles_ask(f, AT_INPUT, n, &c);
	}
	return !c.ended;
}

/* The string, and some that differ from it in a byte: they cost next to nothing. Returns how
 * many calls faults ended. */
static unsigned try_around(struct fuzz *f, struct node *n, unsigned char *bytes, size_t len,
			   struct rng *rng)
{
	unsigned faults = !try(f, n, bytes, len);

	for (unsigned i = 0; i < NEIGHBOURS; i++) {
		struct mutate_byte m = mutate_byte_of(bytes, len, rng_next(rng));

		bytes[m.at] = m.other;
		faults += !try(f, n, bytes, len);
		bytes[m.at] = m.usual;
	}
	return faults;
}

/* One mutation after another, from the one start and then from the other. */
static void explore(struct fuzz *f, struct node *n)
{
	struct rng rng = { f->input_hash };
	unsigned char bytes[PAGE_BYTES];
	unsigned faults = 0;
	size_t len = 0;

	for (unsigned i = 0; i < MUTATED && faults < ENOUGH_FAULTS; i++) {
		if (i % IN_A_ROW == 0)
			len = start_of(f, n, i / IN_A_ROW % 2, bytes);
		len = mutate_step(&f->mutator, bytes, len, PAGE_BYTES, (unsigned)rng_next(&rng));
		faults += try_around(f, n, bytes, len, &rng);
	}
}

/* Returns whether the rest of the string would be written, too. */
static bool run_write(struct fuzz *f, struct node *n, const unsigned char *data, size_t size,
		      bool whole_bundle)
{
	struct call c;

	f->is_input = true;
	call_store(f, n, data, size, &c);
	f->is_input = false;
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
	state_settle(f);
	if (f->inputs % COUNT_PERIOD == 0)
		for (unsigned i = 0; i < n; i++)
			oracles_ask(f, AT_COUNTS, &f->nodes[i], NULL);
}
