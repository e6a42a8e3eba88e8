/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_INPUT_H
#define MIGVER_ABSINT_INPUT_H

/*
 * What the tests on a path establish about the text that user space wrote
 * (contract.md MV206, MV207, MV214): which part of it was compared or parsed,
 * and whether a final newline made a difference. input.c says how.
 */

#include "absint/engine.h"
#include "absint/spelling.h"

/** struct text_test - what the result of a comparison says about the user's text. */
struct text_test {
	const char *function;	  /* that compared: "sysfs_streq" */
	struct loc loc;		  /* of its first call */
	bool nonzero_is_yes;	  /* sysfs_streq() and its like; strcmp() says yes by 0 */
	bool ignores_newline;	  /* one final newline makes no difference */
	struct user_text text;	  /* what of the user's text was compared */
	struct aval offset;	  /* where in that text it began; 0 behind leading blanks */
	struct aval user_length;  /* of the text from there on */
	struct aval other_length; /* of what it was compared with */
	struct spelling other;	  /* how that is spelled */
	bool other_newline;	  /* that ends in a newline */
	bool is_limited;
	struct aval limit; /* bytes, if limited */
};

#define INPUT_MAX_PASSED  6
#define INPUT_MAX_WAYS	  4
#define INPUT_MAX_REASONS 8

/** struct input_reason - something that a path found about the text, one of the four. */
struct input_reason {
	const struct text_test *failed; /* the text is not that of this test; or NULL */
	struct spelling longer;		/* it is not as long as this one, if that is known */
	bool has_nul;			/* it has a NUL before its end */
	wide least, most;		/* count lay between */
};

/** struct input_way - one of the ways that were merged into a path, and all it found. */
struct input_way {
	size_t n;
	struct input_reason reason[INPUT_MAX_REASONS];
};

/** struct input_facts - what a path has learned; immutable, shared between states. */
struct input_facts {
	size_t n;
	const struct text_test *passed[INPUT_MAX_PASSED]; /* that said yes, in order */
	size_t nways;					  /* 0: one way without a reason */
	struct input_way way[INPUT_MAX_WAYS];
	struct aval covered;	   /* bytes from the start on of which every one was tested */
	bool is_ended;		   /* a NUL was seen behind them, or behind them and a newline */
	bool sees_nul;		   /* count was found to be the length of the text */
	enum newline_view newline; /* SEEN or ABSENT, if the last byte was tested */
	const char *doubt;	   /* a test that is not understood, or NULL */
	struct loc doubt_loc;
};

/** input_facts - what the path of @s has learned so far. */
const struct input_facts *input_facts(const struct state *s);

/** input_difference - a - b if that is one number in @s, else WIDE_MIN. */
wide input_difference(struct engine *e, const struct state *s, struct aval a, struct aval b);

/** input_is_free - whether user space has no influence on @sym; 0 is a constant. */
bool input_is_free(const struct engine *e, uint32_t sym);

/** input_is_end - whether the text ends at offset @at + @newline (0 or 1). */
bool input_is_end(struct engine *e, struct state *s, struct aval at, wide newline);

/** input_text_at - what of the user's text lies at @addr, and in @offset where that begins. */
struct user_text input_text_at(struct engine *e, struct state *s, struct aval addr,
			       struct aval *offset);

/**
 * input_compared - the result @v of @function compares two strings
 *
 * Remembers what it would say about the user's text, if one of them is that;
 * @limit NULL: they are compared up to their NULs.
 */
void input_compared(struct engine *e, struct state *s, const struct text_test *how, struct aval v,
		    struct aval a, struct aval b, const struct aval *limit);

/**
 * input_parsed - a callee has found the text at @addr as it wanted it
 *
 * All of it, up to its NUL; or, if @limit is not NULL, so many bytes.
 */
void input_parsed(struct engine *e, struct state *s, const struct text_test *how, struct aval addr,
		  const struct aval *limit);

/** input_scanned - a scan that began at @addr has gone through the text up to offset @end. */
void input_scanned(struct engine *e, struct state *s, struct aval addr, struct aval end);

/** input_unlike - a callee has found the text at @addr to be none of the @n strings of @table. */
void input_unlike(struct engine *e, struct state *s, const struct text_test *how, struct aval addr,
		  struct aval table, struct aval n);

/**
 * input_searched - a callee looked for the byte @c among the @n at @addr
 *
 * Returns false if it can't have (not) @found it. Only a NUL says something.
 */
bool input_searched(struct engine *e, struct state *s, struct aval addr, struct aval n,
		    struct aval c, bool found);

/**
 * subject_of - the symbol that a condition is about, or 0
 *
 * Behind negations, conversions and comparisons with constants.
 */
uint32_t subject_of(const struct engine *e, uint32_t sym);

/** input_branch - @cond was undecided and @s is the state on one side of it. */
void input_branch(struct engine *e, struct state *s, struct loc loc, struct aval cond);

/** input_join - the facts that hold on both of two paths. */
const struct input_facts *input_join(struct engine *e, const struct input_facts *a,
				     const struct input_facts *b);
/** input_same - whether the facts of two paths are the same to the rules. */
bool input_same(const struct input_facts *a, const struct input_facts *b);

/** input_refusals - the texts that the path of @s compared the written one with, in vain. */
void input_refusals(struct engine *e, struct state *s, struct outcome *o);

/** input_summarise - the facts of a path that returns in @s, for the rules. */
struct outcome_input input_summarise(struct engine *e, struct state *s);

/*
 * What becomes of the user's text in a buffer. Each gives the new
 * contents->user; "nothing of it" is all zero.
 */
/** input_copy_of - text was copied from @from; @cut: perhaps not all of it. */
struct user_text input_copy_of(struct engine *e, struct state *s, struct aval from, bool cut);
/** input_bytes_of - @size bytes were copied from @from to offset @at of a buffer that holds @c. */
struct user_text input_bytes_of(struct engine *e, struct state *s, const struct contents *c,
				struct aval at, struct aval from, struct aval size);
/** input_after_byte - @v was stored at offset @at of a buffer that holds @c. */
struct user_text input_after_byte(struct engine *e, struct state *s, const struct contents *c,
				  struct aval at, struct aval v);

/** input_set_text - the buffer at @addr now begins with @text. */
void input_set_text(struct engine *e, struct state *s, struct aval addr, struct user_text text);
/** input_cut - a callee ended the text at @addr earlier; @blanks: only blanks were lost. */
void input_cut(struct engine *e, struct state *s, struct aval addr, bool blanks);

/** input_join_text, input_same_text - for two states of one buffer. */
struct user_text input_join_text(struct user_text a, struct user_text b);
bool input_same_text(struct user_text a, struct user_text b);

#endif
