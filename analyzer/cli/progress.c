// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <unistd.h>

#include "cli/progress.h"

#define SILENT_MS 1000 /* shorter work isn't worth a line */

static long elapsed_ms(const struct progress *p)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - p->start.tv_sec) * 1000 + (now.tv_nsec - p->start.tv_nsec) / 1000000;
}

void progress_begin(struct progress *p, bool is_wanted)
{
	*p = (struct progress){ .is_on = is_wanted && isatty(STDERR_FILENO) };
	clock_gettime(CLOCK_MONOTONIC, &p->start);
}

void progress_show(struct progress *p, const char *what, size_t done, size_t total)
{
	if (!p->is_on || elapsed_ms(p) < SILENT_MS)
		return;
	fprintf(stderr, "\r%s %zu of %zu\033[K", what, done, total);
	fflush(stderr);
	p->is_shown = true;
}

void progress_end(struct progress *p)
{
	if (p->is_shown)
		fputs("\r\033[K", stderr);
	p->is_shown = false;
}
