/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_SKIP_H
#define MIGVER_CLI_SKIP_H

#include "cli/pipeline.h"

/**
 * skip_files - move what can't matter from p->paths to p->skipped
 *
 * Only files that a search found are candidates (file_list); what the user
 * named is always parsed. skip.c says what matters.
 */
void skip_files(struct pipeline *p);

/** skip_mentions - whether @path or a header it includes mentions what @p looks for. */
struct skipper;
struct skipper *skipper_new(struct pipeline *p);
bool skip_mentions(struct skipper *s, const char *path);

#endif
