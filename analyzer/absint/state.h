/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_STATE_H
#define MIGVER_ABSINT_STATE_H

/*
 * One abstract state: what is known at a point of one path (or of several that
 * were merged). Contents and steps are immutable and shared between states; a
 * fork copies three short arrays of pointers.
 */

#include "absint/fact.h"
#include "absint/text.h"
#include "absint/value.h"
#include "core/diag.h"
#include "ir/program.h"

/* ---- regions ---- */

enum region_kind {
	REGION_NONE,
	REGION_LOCAL,
	REGION_GLOBAL,
	REGION_FUNC, /* a function: only its address matters */
	REGION_HEAP,
	REGION_PAGE,	/* show's buffer: zeroed, PAGE_SIZE bytes */
	REGION_USER,	/* store's buffer: count + 1 bytes, NUL at the end, constant */
	REGION_OUTSIDE, /* an object of the driver or the kernel that a pointer leads to */
};

enum region_fill {
	FILL_UNDEF, /* never written: uninitialised */
	FILL_ZERO,
	FILL_INIT,    /* a global's initialiser */
	FILL_UNKNOWN, /* anything; equal reads in one epoch give equal values */
};

/** struct region - what is fixed about a piece of memory during one analysis. */
struct region {
	enum region_kind kind;
	enum region_fill fill; /* before the first write */
	const char *name;      /* for messages: "buf", "priv->name" */
	struct aval size;      /* bytes */
	bool size_known;
	bool is_number;	  /* one integer or pointer, no array of them */
	bool is_value;	  /* the copy that a struct by value is; nothing else leads to it */
	bool is_anywhere; /* REGION_OUTSIDE: nobody knows where its pointer leads */
	const char
		*doubt; /* of what is read before it is written; NULL: the environment's choice */
	struct aval pointer;	 /* REGION_OUTSIDE: the number that leads to it */
	const struct text *text; /* one of several constant strings; or NULL */
	const char **strings;	 /* these; NULL: they are not listed */
	size_t nstrings;
	struct func_id func;	 /* REGION_FUNC */
	struct global_id global; /* REGION_GLOBAL */
};

struct cell {
	int64_t offset;
	uint32_t size;
	enum ir_type type;
	struct aval value;
};

/** enum user_text_kind - what of the text that user space wrote a buffer begins with. */
enum user_text_kind {
	USER_TEXT_NONE,
	USER_TEXT_BYTES,    /* a number of its bytes, and no NUL yet */
	USER_TEXT_WHOLE,    /* all of it */
	USER_TEXT_STRIPPED, /* all but its final newline, or but the blanks it begins with */
	USER_TEXT_TRIMMED,  /* all but the blanks around it */
	USER_TEXT_CUT,	    /* a part of it, its end may be missing */
};

struct user_text {
	enum user_text_kind kind;
	struct aval bytes; /* USER_TEXT_BYTES: how many */
};

/** struct sieve - bytes of a region that a loop has gone over (sieve.c). */
struct sieve {
	bool is_set;
	int64_t from;		  /* offset of the first */
	struct aval upto;	  /* offset behind the last */
	struct charset set, last; /* that each of them is of; the last byte */
};

/** struct contents - what a state knows of a region's bytes. */
/** struct stretch - the bytes lo..hi-1 of what no cell covers, changed apart from the rest. */
struct stretch {
	int64_t lo, hi; /* lo == hi: none */
	uint32_t epoch;
	unsigned int deps;
	const char *doubt;
	bool is_joined; /* made where states met: it stands for any such change */
};

struct contents {
	enum region_fill fill; /* of what no cell covers */
	uint32_t epoch;	       /* FILL_UNKNOWN: changes when the rest is overwritten */
	const char *doubt;     /* of what is read where no cell is */
	unsigned int deps;     /* of the same */
	bool is_joined;	       /* the epoch was made where states met: it stands for any */
	struct stretch part;   /* FILL_UNKNOWN, whatever the rest is */
	bool is_led_to;	       /* a local: its address is where others find it */
	const char *smear;     /* why a member may be another than it seems, or NULL */
	size_t ntexts;
	const struct text *texts; /* strings that start in it, by offset */
	size_t n;
	struct cell *cells; /* by offset, disjoint */
	struct user_text user;
	bool has_nul;
	struct aval nul; /* if has_nul: offset of a byte that is NUL */
	struct sieve sieve;
};

/* ---- facts of a path ---- */

struct step {
	const struct step *prev;
	struct path_step step;
};

/** enum tested - of a bound: its least value, its greatest one, some between. */
enum tested {
	TESTED_LEAST = 1,
	TESTED_MOST = 2,
	TESTED_INSIDE = 4,
};

/** struct failure - a callee that reported failure on this path (MV213). */
struct failure {
	uint32_t id; /* one per call instruction; what aval.failure holds */
	const char *callee;
	struct loc call;
	struct loc tested; /* the branch that saw it */
	bool is_tested;
	bool is_told;		   /* by a test that a success would have passed otherwise */
	bool is_mixed;		   /* its number went into another one */
	bool is_deliberate;	   /* compared with one particular errno */
	bool is_status;		   /* a positive number (status.h) */
	bool is_device;		   /* which a device answered */
	bool is_printed;	   /* its number was shown: reported there */
	bool is_passed_on;	   /* it was returned: the caller has it as one of its own */
	bool is_relevant;	   /* a check of the user's bytes, or a read of data */
	bool is_only_told;	   /* by a test after which a success does nothing of its own */
	bool is_alternative;	   /* the same call had succeeded in an earlier round of a loop */
	bool ends_loop;		   /* who saw it left the loop that the call is in */
	bool is_logged;		   /* ... and wrote a message then */
	bool is_one_of_many;	   /* the same call is made again where it succeeds */
	const struct step *steps;  /* that led to it, if they are not the state's; or NULL */
	const struct step *since;  /* the state's own step behind which both go on alike */
	size_t depth;		   /* of the function that the call is in */
	uint32_t tests_before;	   /* state->bytes_tests when it happened */
	uint32_t successes_before; /* state->check_successes when it happened */
};

struct binding {
	uint32_t region;
	const struct contents *contents;
};

struct bound {
	uint32_t sym;
	unsigned int tested; /* enum tested: what a test of the driver's set; the rest follows */
	const struct range *range;
};

/** struct loosened - a number that may keep to less than its range: a bound was forgotten. */
struct loosened {
	uint32_t sym;
	const char *doubt;
};

struct tmp_value {
	uint32_t tmp;
	struct aval value;
};

/** struct loop_count - how often a loop of an active function went round on this path. */
struct loop_count {
	uint32_t depth, block;
	uint32_t rounds;
	uint32_t started;   /* steps of the engine before the first round */
	uint32_t undecided; /* state->undecided when the head was last reached */
	bool is_counted;    /* constants decided whether to go on */
};

struct asked;

#define ASKED_WAYS 4

/** struct asked_ways - what the ways to a state asked, newest first (asked.h); n 0: nothing. */
struct asked_ways {
	size_t n;
	const struct asked *way[ASKED_WAYS];
};
struct input_facts;

struct state {
	VEC(struct binding) mem;       /* by region; a region without one is untouched */
	VEC(struct bound) bounds;      /* by symbol */
	VEC(struct loosened) loosened; /* by symbol */
	VEC(struct tmp_value) tmps;    /* of the running function */
	VEC(struct failure) failures;
	VEC(struct loop_count) loops;
	fact_list facts;
	const char *failures_doubt; /* why a failure may have been forgotten, or NULL */
	const struct step *steps;   /* newest first */
	bool has_rest;		    /* it is known what some number leaves when divided */
	struct asked_ways asked;    /* tests of memory that others may write */
	const char *doubt;	    /* why the path may be impossible after all, or NULL */
	bool only_looped; /* the doubt is no more than that a loop was widened on the way */
	/* Which number a widened loop had come to was asked: what it had set by then is not known.
	 */
	const char *picked;
	/*
	 * The same of having got here: NULL if one of the ways that met is certain and no test
	 * has parted them since, but of numbers that none of them knew, from @joined_at on.
	 */
	const char *reach_doubt;
	uint32_t joined_at;
	uint32_t bytes_tests; /* undecided tests of what user space wrote, so far */
	uint32_t count_tests;
	const char *bytes_doubt;  /* a test that may or may not look at them */
	uint32_t check_successes; /* relevant callees that reported success, so far */
	uint32_t undecided;	  /* branches with both sides possible, so far */
	uint32_t world;	  /* epoch of the memory outside: changes when a stranger may write */
	bool interrupted; /* a signal ended a wait */
	const struct input_facts *input; /* what tests said of the user's text (input.h), or NULL */
	bool is_exposed; /* others may know the objects that the path made (watch.h) */
	bool is_dead;	 /* nothing can go on from here: the access just made faults */
};

struct state *state_new(struct arena *a);
struct state *state_fork(struct arena *a, const struct state *s);

const struct contents *state_contents(const struct state *s, uint32_t region);
void state_set_contents(struct arena *a, struct state *s, uint32_t region,
			const struct contents *c);
/** state_forget_region - drop what is known of @region (a dead local). */
void state_forget_region(struct state *s, uint32_t region);

void state_set_tmp(struct arena *a, struct state *s, uint32_t tmp, struct aval v);
const struct aval *state_tmp(const struct state *s, uint32_t tmp);

/** state_add_doubt - the path may be impossible after all: @why. */
void state_add_doubt(struct state *s, const char *why);

/** state_known - what is recorded of @sym, or NULL. */
const struct bound *state_known(const struct state *s, uint32_t sym);
/** state_bound - the range recorded for @sym, or NULL. */
const struct range *state_bound(const struct state *s, uint32_t sym);
/** state_set_bound - change the range of @sym; @tested (enum tested): what a test narrowed. */
void state_set_bound(struct arena *a, struct state *s, uint32_t sym, const struct range *r,
		     unsigned int tested);
/** state_loosen - @sym may keep to less than its range, by @doubt. */
void state_loosen(struct arena *a, struct state *s, uint32_t sym, const char *doubt);
/** state_doubt - why @v may not take each value that its range in @s has, or NULL. */
const char *state_doubt(const struct symtab *t, const struct state *s, struct aval v);

/** state_loosened - the same, only because a merge forgot a bound. */
const char *state_loosened(const struct symtab *t, const struct state *s, struct aval v);

/** state_failure - the failure that @v reports, or NULL. */
struct failure *state_failure(const struct state *s, struct aval v);

void state_add_step(struct arena *a, struct state *s, struct loc loc, const char *message);

#endif
