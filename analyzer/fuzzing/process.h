/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_PROCESS_H
#define MIGVER_FUZZING_PROCESS_H

#include "base/strbuf.h"
#include "front/args.h"

/*
 * Running compilers: argument vectors, never a shell. What a program says on
 * stdout and stderr is kept together; it gets an empty stdin and LC_ALL=C.
 */

#define PROCESS_NOT_STARTED 127

/** struct process - one program to run, and afterwards how it went. */
struct process {
	struct args args;		   /* args.v[0]: the program, looked up in PATH */
	void (*prepare)(const void *data); /* in the child, before it is run; or NULL */
	const void *data;
	int status; /* exit status, 128 + signal, or PROCESS_NOT_STARTED */
	struct strbuf output;
};

/** process_run - run @args; @output gets what it said. Returns the status. */
int process_run(struct arena *a, const struct args *args, struct strbuf *output);

/** process_run_all - all of @p, at most @jobs at a time (0: one per CPU). */
void process_run_all(struct arena *a, struct process *p, size_t n, int jobs);

/** process_cpus - how many processors there are, at least 1. */
int process_cpus(void);

#endif
