/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_CAMPAIGN_H
#define MIGVER_FUZZING_CAMPAIGN_H

#include "core/fuzz.h"

/*
 * What the targets of a run tell, merged. The target appends JSON lines to
 * events.jsonl in its folder; docs/fuzzing.md lists them.
 */

/** struct write - bytes written to the attribute, and the answer. */
struct write {
	const char *bytes;
	size_t n;
	long ret;
};

/** struct hit - a finding as the target or the supervisor found it; no severity yet. */
struct hit {
	const char *rule;
	const char *key; /* what is one finding: equal keys are merged */
	const char *message;
	const char *function, *attribute; /* or NULL */
	const char *file;		  /* or NULL */
	unsigned line, col;
	bool is_mild;	   /* the rule's lesser severity */
	bool is_fault;	   /* the target died of it: nobody has made its input small yet */
	const char *bytes; /* the input: the target finds it again with these */
	size_t n;
	VEC(struct write) writes; /* what a user can repeat, in this order */
	const char *details;	  /* of the sanitizer, or NULL */
	unsigned long long tries;
};

/** struct counters - of one target process, or of all. */
struct counters {
	unsigned long long inputs, stores, accepted;
	unsigned edges, corpus;
	unsigned long long cpu_ms; /* processor time */
	unsigned bare_ps;	   /* picoseconds of a bare comparison there; 0: not known */
};

struct campaign {
	struct arena *arena;
	VEC(struct hit) hits; /* one per key, in order of discovery */
	VEC(struct fuzz_node) nodes;
	VEC(struct fuzz_count) stubs;
	VEC(struct fuzz_off) off;
	VEC(const char *) notes;
	size_t nfindings; /* events seen, repeated ones too */
	bool is_started;  /* some target got as far as calling the handlers */
	int load_error;	  /* what the module's init returned, as the target says */
};

struct campaign *campaign_new(struct arena *a);

/** campaign_event - take one line of events; @c gets the counters of a status. */
void campaign_event(struct campaign *k, const char *line, size_t n, struct counters *c);

/** campaign_hit - add @h unless it is known, or comes of one that is; false then. */
bool campaign_hit(struct campaign *k, const struct hit *h);

#endif
