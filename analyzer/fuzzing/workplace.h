/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_WORKPLACE_H
#define MIGVER_FUZZING_WORKPLACE_H

#include <stdbool.h>

#include "base/arena.h"
#include "fuzzing/campaign.h"

/** struct workplace - the folder of a campaign; docs/fuzzing.md lists what is in it. */
struct workplace {
	const char *folder; /* absolute */
	const char *corpus, *seeds, *findings, *objects, *dict, *target, *replay;
};

/**
 * workplace_open - make and lock the folder
 *
 * @dir: as the user said, its corpus and findings are kept; NULL: one in the
 * cache, below @kind, that belongs to these @files, emptied. fatal() if another
 * campaign is running in it. The lock ends with the process.
 */
struct workplace workplace_open(struct arena *a, const char *dir, const char *kind,
				const char *const *files, size_t nfiles);

/** workplace_save - write the input of @h into the folder of findings. */
struct evidence *workplace_save(struct arena *a, const struct workplace *w, const struct hit *h,
				const char *node);

#endif
