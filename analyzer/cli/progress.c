// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/progress.h"

#define SILENT_MS   1000 /* shorter work isn't worth a line */
#define STEP_MS	    100	 /* between two lines */
#define ESTIMATE_MS 2000 /* a shorter beginning tells nothing about the rest */

static long ms_since(const struct timespec *t)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - t->tv_sec) * 1000 + (now.tv_nsec - t->tv_nsec) / 1000000;
}

void progress_begin(struct progress *p, bool is_wanted)
{
	*p = (struct progress){ .is_on = is_wanted && isatty(STDERR_FILENO) };
	clock_gettime(CLOCK_MONOTONIC, &p->start);
}

/* What is left takes as long as what is done did, in proportion. */
static void show_estimate(const struct progress *p, size_t done, size_t total)
{
	long spent = ms_since(&p->begun), left;

	if (spent < ESTIMATE_MS || !done || done >= total)
		return;
	left = (long)((double)spent * (double)(total - done) / (double)done / 1000) + 1;
	if (left >= 90)
		fprintf(stderr, ", about %ld minutes to go", (left + 30) / 60);
	else
		fprintf(stderr, ", about %ld s to go", left);
}

void progress_show(struct progress *p, const char *what, size_t done, size_t total)
{
	if (!p->is_on)
		return;
	if (!p->what || strcmp(p->what, what) != 0) {
		p->what = what;
		clock_gettime(CLOCK_MONOTONIC, &p->begun);
		p->shown_ms = 0;
	}
	if (ms_since(&p->start) < SILENT_MS || ms_since(&p->begun) < p->shown_ms + STEP_MS)
		return;
	p->shown_ms = ms_since(&p->begun);
	fprintf(stderr, "\r%s %zu of %zu", what, done, total);
	show_estimate(p, done, total);
	fputs("\033[K", stderr);
	fflush(stderr);
	p->is_shown = true;
}

void progress_end(struct progress *p)
{
	if (p->is_shown)
		fputs("\r\033[K", stderr);
	p->is_shown = false;
}
