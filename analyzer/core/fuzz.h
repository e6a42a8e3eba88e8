/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_FUZZ_H
#define MIGVER_CORE_FUZZ_H

#include <stdbool.h>

#include "base/vec.h"
#include "core/loc.h"

/*
 * What the running judge ("migver fuzz") knows beyond findings: the input that
 * shows a finding, and what was exercised, for how long, with what result.
 */

/** struct evidence - the bytes that show a finding; a struct finding of judge "fuzz" has one. */
struct evidence {
	const char *bytes; /* what was written to the attribute */
	size_t n;
	const char *file;	  /* where the bytes lie, raw */
	const char *escaped;	  /* as a C string without quotes */
	const char *wrote;	  /* the writes and their answers, in words; or NULL */
	const char *shell;	  /* a line that writes them to the real attribute */
	const char *replay;	  /* a command that runs them again */
	const char *details;	  /* what the sanitizer printed, or NULL */
	unsigned long long tries; /* inputs that were run before this one */
};

/** struct fuzz_node - a file in the tree that the driver registered. */
struct fuzz_node {
	const char *path; /* from /sys */
	const char *kind; /* as struct attr_kind.id; may be "other" */
	unsigned int mode;
	bool has_show, has_store;
	bool is_driven; /* its name was asked for */
};

/** struct fuzz_count - something and how often. */
struct fuzz_count {
	const char *name;
	unsigned long long n;
};

/** struct fuzz_off - an oracle that could not be sound for this driver. */
struct fuzz_off {
	const char *rule, *reason;
};

enum confirmation_verdict {
	CONFIRMED,
	NOT_REPRODUCED,
	NO_ORACLE, /* nothing that runs can see this rule */
};

/** struct confirmation - what became of a finding of a lint report. */
struct confirmation {
	const char *rule, *message, *fingerprint;
	struct loc loc;
	enum confirmation_verdict verdict;
	const struct evidence *evidence; /* of CONFIRMED */
	unsigned long long tries;	 /* inputs run */
};

const char *confirmation_name(enum confirmation_verdict v);

/** struct fuzz_facts - a campaign. */
struct fuzz_facts {
	unsigned long long inputs, stores, accepted;
	unsigned edges, corpus; /* edges of the driver reached; inputs kept */
	unsigned restarts;	/* after sanitizer faults */
	int jobs;
	double seconds;
	unsigned long seed;
	const char *stopped;  /* why it ended */
	const char *headers;  /* where the kernel's headers came from */
	const char *compiler; /* its version */
	const char *sandbox;  /* what kept the driver's code in its place */
	const char *folder;   /* of the campaign */
	const char *idle;     /* why nothing was exercised; NULL: something was */
	VEC(struct fuzz_node) nodes;
	VEC(struct fuzz_count) stubs; /* that were called */
	VEC(struct fuzz_off) off;
	VEC(const char *) notes; /* of loading the module */
	VEC(struct confirmation) confirmations;
	bool is_covered;	   /* coverage was measured */
	VEC(struct loc) unreached; /* lines of the handlers that no input reached */
	const char *coverage;	   /* the HTML report's folder */
};

#endif
