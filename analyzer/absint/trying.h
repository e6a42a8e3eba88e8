/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_TRYING_H
#define MIGVER_ABSINT_TRYING_H

/*
 * What the files that decide on trials share: trying.c runs a handler once,
 * trials.c looks for settings, trial_refusal.c for what store refuses by,
 * trial_strings.c makes strings of a version, trial_nodes.c compares two nodes.
 */

#include "absint/trial.h"
#include "absint/trials.h"

#define MAX_VERSION   96 /* bytes of a version that is worth trying */
#define MAX_CONSTANTS 16 /* values that a place is given */
#define MAX_TEXTS     8

struct trying {
	struct absint *x;
	struct arena *arena; /* of what the rules get */
	struct setting *set;
	const struct handler *show, *store;
	bool is_checked;  /* runs are, as struct trial says */
	size_t fault;	  /* of runs, as struct trial says */
	VEC(wide) tested; /* numbers that the driver's tests single out, and those beside them */
	wide flags;	  /* all single bits that numbers are tested for */
	VEC(wide) fields; /* masks of the fields that registers and words are made of */
	const char *texts[MAX_TEXTS]; /* that runs compared something with */
	size_t ntexts;
	struct trials *out;
};

/** struct run - what one run of a handler came to. */
struct run {
	enum trial_verdict verdict; /* of show: ACCEPTED is success */
	bool returns;		    /* @ret is what it returned */
	wide ret;
	const char *why;
	const struct outcome *outcome; /* or NULL */
	const struct handler_summary *summary;
	struct trial trial;
};

/** run_show, run_store - one run in the setting of @t. */
struct run run_show(struct trying *t);
struct run run_store(struct trying *t, const char *bytes, size_t n);

/** shows_same - whether two runs of show that succeeded printed the same. */
bool shows_same(const struct run *a, const struct run *b);

/** repair_show - @r, or a run in which show succeeds: @t's setting fixes what it takes for that. */
struct run repair_show(struct trying *t, struct run r);

/** give_back - write what show printed to store, without and with a newline; returns the first. */
struct run give_back(struct trying *t, struct round_trip *trip);

/** accepts - whether store accepted it, either way. */
bool accepts(const struct round_trip *trip);

/** repair_store - give other values to what @store read and @show did not print, until it accepts.
 */
void repair_store(struct trying *t, struct round_trip *trip, const struct run *show,
		  struct run store);

/** refusal_doubt - why a driver may never have @store refuse what @show printed, or NULL. */
const char *refusal_doubt(struct trying *t, const struct run *show, const struct run *store);

/** result_of - what the rules get of a run of store. */
struct trial_result result_of(enum trial_input input, const struct run *r);

/** note_texts - remember the texts that a run compared, for t->texts. */
void note_texts(struct trying *t, const struct trial *tr);

/** has_read - whether a run looked at @place. */
bool has_read(const struct trial *t, uint32_t place);

/** struct places - what was fixed at a time; places_restore() has it so again. */
struct places {
	size_t n;
	struct place *v;
};

struct places places_now(const struct trying *t);
void places_restore(struct trying *t, const struct places *p);

/**
 * mentions - whether code that @h may reach names the place @key
 *
 * A run that ended early did not look at all the places that could matter.
 */
bool mentions(const struct trying *t, const struct handler *h, const char *key);

/** has_local_with - whether a local of code that @h may reach has the member @key, "struct a.b". */
bool has_local_with(const struct trying *t, const struct handler *h, const char *key);

/** find_constants - note the numbers that the functions around @h compare something with. */
void find_constants(struct trying *t, const struct handler *h);

/** is_tested - whether @v is one of the numbers that tests single out, or beside one. */
bool is_tested(const struct trying *t, wide v);

/** alternatives - how many other values @place may get; set_alternative() sets one of them. */
size_t alternatives(const struct trying *t, uint32_t place);
void set_alternative(struct trying *t, uint32_t place, size_t i);

/** number_alternative - the one numbered @i of @n of a number: a test's, or all bits, say. */
wide number_alternative(const struct trying *t, size_t i, size_t n);

/** is_tested - whether @v is one of the numbers that tests single out, or beside one. */
bool is_tested(const struct trying *t, wide v);

/** joined - the bytes of @a and @b. */
char *joined(struct trying *t, const char *a, size_t n, const char *b, size_t m);

/** shown_text - the text that a run of show printed, without its newline. */
size_t shown_text(const struct run *show, const char **text);

/** survey - other settings, near the one in which show read the places of @show. */
void survey(struct trying *t, const struct trial *show);

/** try_strings - run store on the strings made from the version of t->out. */
void try_strings(struct trying *t);

/** find_candidate - set the version to a text that store compares with, if it accepts one. */
bool find_candidate(struct trying *t);

#endif
