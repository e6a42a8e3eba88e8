/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_RECALL_H
#define MIGVER_FUZZING_RECALL_H

#include "fuzzing/trial.h"

/*
 * Findings outlive a campaign that was killed. The input of a fault is written
 * as soon as it is known; what a target had told when its supervisor died is
 * read when the folder is opened again; and a campaign that goes on begins by
 * trying what is there.
 */

/** recall_file - the name of the file for the input of @h in the folder @findings. */
const char *recall_file(struct arena *a, const char *findings, const struct hit *h);

/** recall_keep - write it. */
void recall_keep(struct arena *a, const char *findings, const struct hit *h);

/** recall_salvage - the inputs that the targets below @jobs have told of, into @findings. */
void recall_salvage(struct arena *a, const char *jobs, const char *findings);

/** recall_findings - try the inputs in @s->findings; what still comes is in @s->campaign. */
void recall_findings(const struct supervision *s);

#endif
