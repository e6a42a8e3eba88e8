/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_PROGRESS_H
#define MIGVER_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/** struct progress - a line on stderr, if that is a terminal and the work is long. */
struct progress {
	bool is_on;    /* stderr is a terminal and nobody asked for quiet */
	bool is_shown; /* a line stands there now */
	struct timespec start;
	const char *what;      /* the work of the last call */
	struct timespec begun; /* when that work began */
	long shown_ms;	       /* the last line, since then */
};

void progress_begin(struct progress *p, bool is_wanted);
void progress_show(struct progress *p, const char *what, size_t done, size_t total);
void progress_end(struct progress *p);

#endif
