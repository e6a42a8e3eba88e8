/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_REVIEW_H
#define MIGVER_CLI_REVIEW_H

#include "cli/pipeline.h"

/**
 * review_run - --patch and --since: fill p->report with what a change causes
 *
 * The state with the change is analyzed, and so is the one without it; findings
 * of both are suppressed. fatal() if the patch doesn't apply. Nothing is written.
 */
void review_run(struct pipeline *p);

#endif
