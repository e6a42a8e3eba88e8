/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_TRIALS_H
#define MIGVER_ABSINT_TRIALS_H

/*
 * Trials of an attribute: show is run in a world of constants to learn a
 * version that the driver would print, then store is run in the same world on
 * that version and on strings made from it. What a trial shows really happens
 * in that world; what no trial shows is proved by others (outcome_input).
 */

#include "absint/outcome.h"
#include "absint/setting.h"
#include "base/strbuf.h"

struct absint;

enum trial_verdict {
	TRIAL_UNKNOWN, /* not everything was constant */
	TRIAL_ACCEPTED,
	TRIAL_REFUSED,
};

/* What is written, one row each: the constant, and what it is to the own version. */
#define TRIAL_INPUTS(X)                                                                            \
	X(OWN, "the own version")                                                                  \
	X(LINE, "the own version and a newline")                                                   \
	X(TAIL, "the own version and more text")                                                   \
	X(LINE_TAIL, "the own version, a newline and more text")                                   \
	X(PREFIX, "the beginning of the own version")                                              \
	X(PREFIX_CHANGED, "a changed beginning of the own version")                                \
	X(CHANGED, "the own version with one character changed")                                   \
	X(GARBAGE, "as many characters as the own version has, all of them others")                \
	X(WRAPPED, "the own version with a number that is the same in fewer bits")                 \
	X(EMPTY, "an empty line")                                                                  \
	X(NUL, "the own version, a NUL and more text")                                             \
	X(CRLF, "the own version with the line end of another system")                             \
	X(FOREIGN, "the version of another vendor")                                                \
	X(WITHOUT, "the own version without a part in the middle")                                 \
	X(SHORT, "the own version with less of one word")                                          \
	X(WORD, "a text that store compares with")                                                 \
	X(WORD_LINE, "the same and a newline")

enum trial_input {
#define CONSTANT(id, text) TRIAL_##id,
	TRIAL_INPUTS(CONSTANT)
#undef CONSTANT
		TRIAL_INPUT_NR,
};

/** struct trial_result - what store made of one string. */
struct trial_result {
	enum trial_input input;
	const char *bytes; /* what is written */
	size_t n;
	size_t nversion; /* TAIL, LINE_TAIL: so many of them are the version */
	enum trial_verdict verdict;
	bool returns; /* @ret is what it returned */
	wide ret;
	const char *why; /* TRIAL_UNKNOWN: what was not constant */
	struct loc loc;	 /* of the return that answers */
	struct loc left; /* of the one in store itself */
	struct loc test; /* that decided, if that is known by the run itself */
	struct path_list path;
};

typedef VEC(struct trial_result) trial_results;

/** struct round_trip - what show printed in one setting, given to store. */
struct round_trip {
	const char *text; /* without its newline */
	size_t n;
	struct trial_result own, line;
	const char *doubt; /* why a refusal may not happen in a real driver, or NULL */
};

/** struct unsupported - a setting in which show fails and store still accepts. */
struct unsupported {
	const char *when;	/* "'struct foo.ready' is 0" */
	const char *show_error; /* what show returns: "-EOPNOTSUPP" */
	struct trial_result store;
};

/** struct mute_success - a run of show that wrote nothing and succeeded all the same. */
struct mute_success {
	wide ret;
	const char *source; /* the device's answer that was read last: "readl(16)" */
	const struct outcome *outcome;
};

/** struct trials - all of one attribute. */
struct trials {
	const char *none;    /* why the strings below were not tried, or NULL */
	const char *version; /* an accepted one, without its newline */
	size_t nversion;
	bool is_shown;	       /* show printed it; else store's own comparisons gave it away */
	trial_results results; /* of the strings made from it, in the order of enum trial_input */
	VEC(struct round_trip) round_trips;
	bool is_closed; /* neither handler looks at anything outside: one trial is all */
	enum setting_values values;    /* of the setting that they were tried in */
	enum text_shape shape;	       /* of the same */
	size_t nsurvey;		       /* different texts of show that store accepted */
	const char *round_trip_doubt;  /* why there may be one that it refuses, or NULL */
	size_t nfailing;	       /* settings in which show failed */
	const char *unsupported_doubt; /* why there may be one in which store accepts, or NULL */
	VEC(struct unsupported) unsupported;
	struct mute_success mute; /* without an outcome: none was met */
};

/** trials_new - try @show and @store (either may be NULL) of an attribute of driver @driver. */
const struct trials *trials_new(struct absint *x, const struct handler *show,
				const struct handler *store, size_t driver);

/** struct node_pair - what two nodes of a driver make of the same strings. */
struct node_pair {
	const struct handler *other;			 /* the other node's store */
	const struct handler_summary *ways, *other_ways; /* of both, by absint_store_ways() */
	size_t ntried;					 /* strings that both were given */
	const struct trial_result *differs; /* this node's answer, unlike the other's; or NULL */
	const char *doubt;		    /* why a difference would mean nothing, or NULL */
};

/** struct node - one of them. */
struct node {
	const struct handler *show; /* or NULL */
	const struct handler *store;
	const struct trials *trials;
};

/** trials_pair - @a compared with @b, both of driver @driver. */
const struct node_pair *trials_pair(struct absint *x, const struct node *a, const struct node *b,
				    size_t driver);

/**
 * trials_contradict - a string whose answer no path in @store gives, escaped; or NULL
 *
 * What a run does happens, so the analysis has lost a path then: nothing that it says of all
 * paths can be trusted.
 */
const char *trials_contradict(struct arena *a, const struct trials *t,
			      const struct handler_summary *store);

/** trials_first - the first result with this input and verdict, or NULL. */
const struct trial_result *trials_first(const struct trials *t, enum trial_input input,
					enum trial_verdict verdict);

/**
 * trials_elsewhere - the version of another setting, and the results of strings made from it
 *
 * False if store does not accept what show prints there. @out is for trials_probe().
 */
bool trials_elsewhere(struct absint *x, const struct handler *show, const struct handler *store,
		      size_t driver, enum setting_values values, struct trials *out);

/** struct probe - what store made of one more string, or show of another setting. */
struct probe {
	bool is_show;
	const char *bytes; /* store: what is written */
	size_t n;
	enum trial_verdict verdict;
	wide ret;   /* unless TRIAL_UNKNOWN */
	bool wraps; /* the own version, with a number that is the same in a narrower type */
	const struct handler_summary *run;
};

/**
 * trials_probe - run store on many strings, made to break it, until @seen returns true
 *
 * In the setting of @t, the trials of that attribute. What is in the probe lives as
 * long as the analysis.
 */
void trials_probe(struct absint *x, const struct handler *store, size_t driver,
		  const struct trials *t, bool (*seen)(void *ctx, const struct probe *p),
		  void *ctx);

/**
 * trials_probe_types - trials_probe() for other types or rows of the driver's tables
 *
 * Those that show finds by another name, and of which store accepts what it prints.
 */
void trials_probe_types(struct absint *x, const struct handler *show, const struct handler *store,
			size_t driver, const struct trials *t,
			bool (*seen)(void *ctx, const struct probe *p), void *ctx);

/**
 * trials_faults - run @show and @store (or NULL) with one function after the other failing,
 * until @seen returns true
 *
 * A store is given a version that it accepts when nothing fails. From the call
 * that fails on, all calls of its function do: trying again does not help.
 */
void trials_faults(struct absint *x, const struct handler *show, const struct handler *store,
		   size_t driver, const struct trials *t,
		   bool (*seen)(void *ctx, const struct probe *p), void *ctx);

/** trials_dump - every string and what became of it, for --dump trials. */
void trials_dump(struct strbuf *b, const struct trials *t);

#endif
