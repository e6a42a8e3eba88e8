/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_WORKER_H
#define MIGVER_FRONT_WORKER_H

#include "base/strbuf.h"

/*
 * Child processes that each turn one item into text. A child that crashes,
 * hangs or eats its memory costs its item only.
 */
struct worker_limits {
	int jobs;	    /* children at a time */
	unsigned timeout_s; /* wall clock and CPU */
	unsigned memory_mb; /* address space; not enforced under ASan */
};

/** struct worker_result - what came back for one item. */
struct worker_result {
	const char *text; /* what the child wrote; NULL if it failed */
	size_t n;
	const char *failure; /* why it failed: "the parser crashed (SIGSEGV)" */
};

/** struct worker_task - the work, and who gets the results. */
struct worker_task {
	size_t nitems;
	/** work - in the child: write the result of @item to @out. */
	void (*work)(void *data, size_t item, struct arena *a, struct strbuf *out);
	/** done - in the parent, in order of completion; @r lives during the call only. */
	void (*done)(void *data, size_t item, const struct worker_result *r);
	void *data;
};

/** worker_run - all items, at most limits->jobs at a time. */
void worker_run(const struct worker_limits *limits, const struct worker_task *task);

#endif
