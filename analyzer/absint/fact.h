/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_FACT_H
#define MIGVER_ABSINT_FACT_H

/*
 * What a path carries besides memory: the locks it holds, what it allocated,
 * that it wrote a message. A fact is known by its kind and a key (what it is
 * about); a state has at most one of each. What becomes of the facts of states
 * that meet is the policy of their kind:
 *
 *	SPLIT	the paths stay apart as long as their facts differ; where too many
 *		meet, a fact that only some have is kept with the merge's doubt
 *	UNION	some path to here had it ("may"): kept
 *	MEET	every path to here had it ("must"): kept if all have it; where the
 *		merge is a forced one, with its doubt
 *
 * A doubt on a fact says why it may not hold.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "core/loc.h"

struct arena;
struct state;
struct strbuf;

enum fact_policy {
	FACT_SPLIT,
	FACT_UNION,
	FACT_MEET,
};

/* X(kind, name in dumps, policy): a new kind is a row here */
#define FACT_KINDS(X)                                                                              \
	X(LOCK, "lock", SPLIT)		 /* a lock is held; value: how often */                    \
	X(OBJECT, "object", SPLIT)	 /* allocated here, not freed or handed on */              \
	X(REFERENCE, "reference", SPLIT) /* taken here, not put; value: how many */                \
	X(CHANGED, "changed", UNION)	 /* a place of the driver's state was written */           \
	X(CHOICE, "choice", MEET)	 /* a pure function took this case; key: its identity */   \
	X(SUCCESS, "success", MEET)	 /* a call that can fail did not; key: failure.id */       \
	X(LOGGED, "logged", SPLIT)	 /* a message was written */                               \
	X(KEPT, "kept", UNION)		 /* a pointer into the user's bytes was stored there */    \
	X(FREED, "freed", SPLIT)	 /* key: region; its object may be gone */

enum fact_kind {
#define X(kind, name, policy) FACT_##kind,
	FACT_KINDS(X)
#undef X
		FACT_KIND_NR,
};

struct fact {
	enum fact_kind kind;
	uint64_t key;	      /* what it is about; the kind's own numbering */
	int64_t value;	      /* of counting kinds */
	struct loc loc;	      /* where it came about */
	const char *what;     /* for messages: "'my_dev.lock'", "my_dev.mode" */
	const char *doubt;    /* why it may not hold, or NULL */
	bool by_input;	      /* CHANGED: after the path had looked at the written bytes */
	bool is_only;	      /* REFERENCE: nothing else is known to keep the object */
	bool is_guarded;      /* REFERENCE: nothing but the lock under which it was taken */
	bool is_nameless;     /* LOCK: no more is known of it than the pointer to its object */
	const char *function; /* KEPT: the one @loc is in */
};

/** fact_list - sorted by kind and key. */
typedef VEC(struct fact) fact_list;

/** fact_name - the kind as dumps spell it. */
const char *fact_name(enum fact_kind kind);

/** fact_find - the fact of @kind about @key, or NULL. */
const struct fact *fact_find(const fact_list *l, enum fact_kind kind, uint64_t key);

/** fact_any - the first fact of @kind, or NULL; the others follow it in the list. */
const struct fact *fact_any(const fact_list *l, enum fact_kind kind);

/** fact_set - add @f, or replace the one of its kind and key. */
void fact_set(struct arena *a, fact_list *l, const struct fact *f);

/** fact_drop - forget the fact of @kind about @key, if there is one. */
void fact_drop(fact_list *l, enum fact_kind kind, uint64_t key);

/**
 * fact_count - add f->value to the value of the fact of its kind and key
 *
 * One that is new begins at f->value; one that becomes 0 is dropped. Returns
 * the new value.
 */
int64_t fact_count(struct arena *a, fact_list *l, const struct fact *f);

/** facts_mergeable - whether the facts that keep paths apart are the same. */
bool facts_mergeable(const fact_list *a, const fact_list *b);

/** facts_same - whether both know the same of the same. */
bool facts_same(const fact_list *a, const fact_list *b);

/** facts_contradict - whether a MEET fact of both has another value: no path has both. */
bool facts_contradict(const fact_list *a, const fact_list *b);

/**
 * facts_join - @out becomes what holds after @out and @b met
 *
 * @doubt: why the merge may have lost something; NULL if the two states are
 * the same in everything else (then their SPLIT facts are, too).
 */
void facts_join(struct arena *a, fact_list *out, const fact_list *b, const char *doubt);

/** facts_cover - whether whoever knows @old knows all of @new (facts_join would add nothing). */
bool facts_cover(const fact_list *old, const fact_list *new);

/** facts_dump - " lock dev->lock 1 at 12" and so on, for --dump solve. */
void facts_dump(struct strbuf *b, const fact_list *l);

#endif
