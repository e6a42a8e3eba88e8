// SPDX-License-Identifier: MIT
/* What a write leaves behind, and what its answer depends on besides the string. */
#include <stdio.h>
#include <string.h>

#include "oracle.h"

/* More allocations than this are not failed one by one. */
#define MAX_ALLOCS 16

static void store_with(struct fuzz *f, struct node *n, unsigned with, const struct call *c,
		       struct call *again)
{
	unsigned before = f->with;

	f->with |= with;
	call_store(f, n, c->bytes, c->len, again);
	f->with = before;
}

void claim_fickle(struct fuzz *f, const struct call *first, const struct call *then)
{
	struct node *n = first->node;
	struct claim x = { .rule = "MV209", .node = n, .place = n->store };

	n->is_fickle = true;
	x.evidence[0] = evidence_of(first);
	x.evidence[1] = evidence_of(then);
	x.n_evidence = 2;
	claim(f, &x, "answers the same write %ld, then %ld", first->ret, then->ret);
}

void judge_repeat(struct fuzz *f, struct node *n, const struct call *c)
{
	struct call again;

	store_with(f, n, 0, c, &again);
	if (!again.ended && !call_same(c, &again))
		claim_fickle(f, c, &again);
}

/* ---- state ---- */

/*
 * Does this very write change the state? Counters that go up at every call are
 * statistics; what goes up once and stays was a flag.
 */
static bool changes_state(struct fuzz *f, struct node *n, const struct call *c, char *what,
			  size_t size)
{
	struct krt_change change;
	unsigned long long hash;
	struct call again;

	store_with(f, n, 0, c, &again);
	if (again.ended || state_is_same(f))
		return false;
	if (state_describe(f, true, what, size, &change))
		return true;
	if (!state_describe(f, false, what, size, &change))
		return false; /* blocks that came or went: judge_balance() looks at them */
	hash = krt_state_hash();
	store_with(f, n, 0, c, &again);
	return krt_state_hash() == hash;
}

static void judge_state(struct fuzz *f, struct node *n, const struct call *c, const char *rule,
			const char *how)
{
	struct claim x = { .rule = rule, .node = n, .place = n->store };
	char what[300];

	if (state_is_same(f))
		return;
	state_settle(f);
	if (changes_state(f, n, c, what, sizeof(what))) {
		x.evidence[x.n_evidence++] = evidence_of(c);
		claim(f, &x, "%s changes the driver's state: %s", how, what);
	}
	state_settle(f);
}

void judge_pure(struct fuzz *f, struct node *n, const struct call *c)
{
	judge_state(f, n, c, "MV209", is_accepted(c) ? "an accepted write" : "a refused write");
}

/* Where no write may change anything, MV209 says so already. */
void judge_atomic(struct fuzz *f, struct node *n, const struct call *c)
{
	if (oracle_is_off(f, "MV209", n))
		judge_state(f, n, c, "MV216", "a refused write");
}

/* A place in the driver's state that points to the end of arena @turn, where strings are. */
static const void *find_kept(const struct fuzz *f, unsigned turn, size_t len)
{
	const struct arena *a = &f->buffers.arena[turn % ARENAS];
	const unsigned char *end = a->seen + ARENA_BYTES;
	unsigned long cursor = 0;

	return krt_state_find_pointer(&cursor, end - len - 1 - sizeof(long), end);
}

void judge_kept_pointer(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV208", .node = n, .place = n->store };
	const char *name = NULL;
	struct call again;
	size_t offset = 0;
	const void *at;

	/* What another handler kept is not this one's doing. */
	if (find_kept(f, f->buffers.turn + 1, c->len))
		return;
	store_with(f, n, 0, c, &again);
	at = find_kept(f, f->buffers.turn, c->len);
	if (!at || again.ended)
		return;
	name = places_variable(&f->places, at, &offset);
	x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x, "keeps a pointer into the buffer, in %s%s%s", name ? "'" : "",
	      name ? name : "the driver's memory", name ? "'" : "");
	state_settle(f);
}

/* ---- dependence ---- */

/* Does the answer change with the filling, and back without it, time and again? */
static bool depends_on_fill(struct fuzz *f, struct node *n, const struct call *c,
			    unsigned char filling, struct call *other)
{
	struct call usual;

	for (int i = 0; i < 3; i++) {
		krt_fill_pattern(filling);
		store_with(f, n, WITH_OTHER_FILL, c, other);
		krt_fill_pattern(DEFAULT_FILL);
		if (other->ended || call_same(c, other))
			return false;
		store_with(f, n, 0, c, &usual);
		if (!call_same(c, &usual))
			return false;
	}
	return true;
}

/* Claims it and returns true if the answer to @c hangs on what memory was filled with. */
static bool judge_one_fill(struct fuzz *f, struct node *n, const struct call *c)
{
	static const unsigned char fills[] = { 0x00, 0xff, 0x01, 0x31 };
	struct claim x = { .rule = "MV212", .node = n, .place = n->store };
	struct call other;

	for (size_t i = 0; i < sizeof(fills); i++) {
		if (!depends_on_fill(f, n, c, fills[i], &other))
			continue;
		x.evidence[0] = evidence_of(c);
		x.evidence[1] = evidence_of(&other);
		x.n_evidence = 2;
		claim(f, &x,
		      "the answer depends on uninitialised memory: %ld, or %ld if it was filled "
		      "with 0x%02x",
		      c->ret, other.ret, fills[i]);
		return true;
	}
	return false;
}

void judge_fill(struct fuzz *f, struct node *n, const struct call *c)
{
	judge_one_fill(f, n, c);
}

/* Longer versions are cut at so many places only. */
#define MAX_CUTS 64

/*
 * The usual case: fewer fields than are asked for, and the rest used all the same. Each
 * beginning of its own version is tried.
 */
void judge_short_fill(struct fuzz *f, struct node *n, const struct call *c)
{
	size_t len = n->own_len < MAX_CUTS ? n->own_len : MAX_CUTS;
	unsigned char bytes[MAX_CUTS];
	struct call part;

	(void)c;
	memcpy(bytes, n->own, len);
	while (n->attr->has_store && len-- > 1) {
		call_store(f, n, bytes, len, &part);
		if (!part.ended && judge_one_fill(f, n, &part))
			return;
	}
}

/* A reference that is taken or dropped each time the same string is written. */
void judge_growth(struct fuzz *f, struct node *n, const struct call *c)
{
	struct claim x = { .rule = "MV401", .node = n, .place = n->store };
	long first = c->after.refs - c->before.refs;
	struct call again;

	if (!first)
		return;
	for (int i = 0; i < 2; i++) {
		store_with(f, n, 0, c, &again);
		if (again.ended || again.after.refs - again.before.refs != first)
			return;
	}
	x.evidence[x.n_evidence++] = evidence_of(c);
	claim(f, &x,
	      first > 0 ? "each write takes %ld more reference(s) than it gives back"
			: "each write drops %ld more reference(s) than it takes",
	      first > 0 ? first : -first);
}

void judge_alloc(struct fuzz *f, struct node *n, const struct call *c)
{
	unsigned period = f->options.alloc_period;
	unsigned long allocs;
	struct call again;

	if (!period || !(f->is_thorough || f->input_hash % period == 0 ||
			 (is_accepted(c) && n->accepted == 1)))
		return;
	krt_fail_alloc(0);
	store_with(f, n, 0, c, &again);
	allocs = krt_alloc_count();
	for (unsigned long k = 1; k <= allocs && k <= MAX_ALLOCS; k++) {
		krt_fail_alloc(k);
		store_with(f, n, WITH_ALLOC_FAILING, c, &again);
		krt_fail_alloc(0);
	}
}

void judge_store_absent(struct fuzz *f, struct node *n, const struct call *c)
{
	struct call again;

	krt_drvdata_null(1);
	store_with(f, n, WITH_NO_DATA, c, &again);
	krt_drvdata_null(0);
}

void judge_signal(struct fuzz *f, struct node *n, const struct call *c)
{
	struct call again;

	krt_signal_pending(1);
	store_with(f, n, WITH_SIGNAL, c, &again);
	krt_signal_pending(0);
}
