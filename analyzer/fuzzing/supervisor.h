/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_SUPERVISOR_H
#define MIGVER_FUZZING_SUPERVISOR_H

#include "fuzzing/sandbox.h"
#include "fuzzing/stats.h"

/*
 * Runs targets and keeps them running. A target ends by itself when its engine
 * has had its runs, and by a fault of the driver's: then the fault becomes a
 * finding and the target is started again, with what is left of its runs.
 */

/** struct supervision - one campaign: what goes in, and what comes out. */
struct supervision {
	struct arena *arena;
	const char *target;	/* the program */
	const char *folder;	/* of the campaign; each job gets FOLDER/jobs/N */
	const char *corpus;	/* new inputs go there */
	const char *seeds;	/* or NULL */
	const char *findings;	/* inputs of findings, of earlier campaigns too; or NULL */
	const char *dict;	/* or NULL */
	const char *symbolizer; /* or NULL */
	const char *options;	/* value of MIGVER_FUZZ_OPTS */
	const char *const *engine_args;
	size_t nengine_args;
	const char *const *files; /* of the driver */
	size_t nfiles;
	int jobs;
	unsigned long seed;
	double seconds;		 /* 0: no limit */
	unsigned long long runs; /* inputs over all jobs, 0: no limit */
	double idle_s;		 /* stop when nothing was new for so long, 0: never */
	struct sandbox sandbox;
	/** status - the state of things, about twice a second; may be NULL. */
	void (*status)(void *data, const struct sample *now, const struct sample *before);
	void *data;

	/* results */
	struct campaign *campaign;
	sample_list samples;
	const char *stopped; /* why */
	const char *failure; /* last words of a target that never began, or NULL */
	int signal;	     /* that ended it, or 0 */
};

/** supervise - until a limit, a signal (SIGINT, SIGTERM), or nothing more to do. */
void supervise(struct supervision *s);

#endif
