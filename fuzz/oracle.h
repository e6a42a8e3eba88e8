/* SPDX-License-Identifier: MIT */
/*
 * The oracles: one row each in oracle.c. A rule may have several. Each row says
 * when it is asked, and judges by claim(); one that cannot be sound for an
 * attribute is switched off with a reason, by oracle_off().
 */
#ifndef FUZZ_ORACLE_H
#define FUZZ_ORACLE_H

#include "fuzz.h"

enum oracle_at {
	AT_FIRST_SHOW, /* once, for each node, before anything else was called */
	AT_LOAD,       /* once, for each node, when the module is loaded */
	AT_SHOW,       /* after every show */
	AT_STORE,      /* after every store */
	AT_INPUT,      /* after the store of an input; makes calls of its own */
	AT_LOOK,       /* now and then, for each node; makes calls of its own */
	AT_FAULT,      /* when a sanitizer or the processor complains: rows of faults.c */
	AT_COUNTS,     /* now and then: by what was counted so far */
	AT_MOMENTS
};

/* Which inputs an AT_INPUT row wants. */
enum { ON_ACCEPTED = 1, ON_REFUSED = 2, ON_ANY = 3 };

/* What a call must have done for a row of AT_SHOW or AT_STORE to find fault with it. */
enum {
	ODD_RETURN = 1, /* neither the length nor, beyond doubt, an errno of user space's */
	BUFFER_CHANGED = 2,
	LOGGED = 4,
	UNBALANCED = 8, /* locks, contexts, more memory than before */
	COMPLAINED_OF = 16,
};

struct oracle {
	const char *rule;
	const char *checks; /* what it looks at */
	enum oracle_at at;
	unsigned on;	/* AT_INPUT */
	unsigned every; /* one in so many inputs, a power of two; 0 and 1: each */
	unsigned only;	/* AT_SHOW, AT_STORE: if the call did one of these; 0: whatever it did */
	bool compares;	/* answers; means nothing where the same write has several */
	void (*judge)(struct fuzz *f, struct node *n, const struct call *c);
};

extern const struct oracle oracles[];
extern const unsigned oracle_count;

/** oracles_ask - every row of @at that is on and due. @c is NULL but for AT_SHOW, AT_STORE and
 * AT_INPUT. */
void oracles_ask(struct fuzz *f, enum oracle_at at, struct node *n, const struct call *c);

/** oracle_off - @rule is not judged at @n (NULL: at none) from now on, and why. */
void oracle_off(struct fuzz *f, const char *rule, struct node *n, const char *reason);

/** oracle_is_off - by an option, or by oracle_off(). */
bool oracle_is_off(const struct fuzz *f, const char *rule, const struct node *n);

/**
 * answers_hold - do @a and @b, two stores, get their answers again when they are
 * made by turns? Else the node is fickle, and their difference means nothing.
 */
bool answers_hold(struct fuzz *f, const struct call *a, const struct call *b);

/* The rows' functions, by file. */

/* oracle_attr.c */
void judge_mode(struct fuzz *f, struct node *n, const struct call *c);
void judge_read_write(struct fuzz *f, struct node *n, const struct call *c);
void judge_optional(struct fuzz *f, struct node *n, const struct call *c);
void judge_rejects(struct fuzz *f, struct node *n, const struct call *c);
void judge_accepts(struct fuzz *f, struct node *n, const struct call *c);
/** judge_registered - the attributes that option "expect" names. */
void judge_registered(struct fuzz *f);
/** judge_missing - that there is none at all, where lint says that there should be. */
void judge_missing(struct fuzz *f);

/* oracle_show.c */
void judge_ascii(struct fuzz *f, struct node *n, const struct call *c);
void judge_length(struct fuzz *f, struct node *n, const struct call *c);
void judge_edges(struct fuzz *f, struct node *n, const struct call *c);
void judge_show_return(struct fuzz *f, struct node *n, const struct call *c);
void judge_line(struct fuzz *f, struct node *n, const struct call *c);
void judge_stable(struct fuzz *f, struct node *n, const struct call *c);
void judge_show_pure(struct fuzz *f, struct node *n, const struct call *c);
void judge_show_absent(struct fuzz *f, struct node *n, const struct call *c);
void judge_show_alloc(struct fuzz *f, struct node *n, const struct call *c);
/** judge_reload - what show printed in an earlier load, against now. */
void judge_reload(struct fuzz *f, struct node *n, const unsigned char *before, size_t len);

/* oracle_call.c: of both handlers */
void judge_errno(struct fuzz *f, struct node *n, const struct call *c);
void judge_balance(struct fuzz *f, struct node *n, const struct call *c);
void judge_violations(struct fuzz *f, struct node *n, const struct call *c);

/* oracle_store.c */
void judge_store_return(struct fuzz *f, struct node *n, const struct call *c);
void judge_const(struct fuzz *f, struct node *n, const struct call *c);
void judge_diagnoses(struct fuzz *f, struct node *n, const struct call *c);
void judge_log(struct fuzz *f, struct node *n, const struct call *c);

/* oracle_input.c: relations between an input and others */
void judge_newline(struct fuzz *f, struct node *n, const struct call *c);
void judge_discerns(struct fuzz *f, struct node *n, const struct call *c);
void judge_prefix(struct fuzz *f, struct node *n, const struct call *c);
void judge_tail(struct fuzz *f, struct node *n, const struct call *c);
void judge_nul(struct fuzz *f, struct node *n, const struct call *c);
void judge_roundtrip(struct fuzz *f, struct node *n, const struct call *c);
void judge_support(struct fuzz *f, struct node *n, const struct call *c);
void judge_nodes(struct fuzz *f, struct node *n, const struct call *c);

/** claim_fickle - two answers to the same write; relations mean nothing from now on. */
void claim_fickle(struct fuzz *f, const struct call *first, const struct call *then);

/* oracle_state.c: what a write leaves behind, and what it depends on */
void judge_repeat(struct fuzz *f, struct node *n, const struct call *c);
void judge_pure(struct fuzz *f, struct node *n, const struct call *c);
void judge_atomic(struct fuzz *f, struct node *n, const struct call *c);
void judge_kept_pointer(struct fuzz *f, struct node *n, const struct call *c);
void judge_fill(struct fuzz *f, struct node *n, const struct call *c);
void judge_short_fill(struct fuzz *f, struct node *n, const struct call *c);
void judge_growth(struct fuzz *f, struct node *n, const struct call *c);
void judge_alloc(struct fuzz *f, struct node *n, const struct call *c);
void judge_store_absent(struct fuzz *f, struct node *n, const struct call *c);
void judge_signal(struct fuzz *f, struct node *n, const struct call *c);

#endif
