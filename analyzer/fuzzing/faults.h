/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_FAULTS_H
#define MIGVER_FUZZING_FAULTS_H

#include "fuzzing/campaign.h"

/*
 * What a sanitizer, the engine or a signal says when the target dies, turned
 * into a finding: the rule, the place in the driver, one sentence.
 */

/** struct fault_context - what is known besides the output. */
struct fault_context {
	const char *const *files; /* of the driver, to tell its frames from the runtime's */
	size_t nfiles;
	const char *phase; /* "show" or "store": what was running, or NULL */
};

/**
 * fault_read - the hit that @output, the target's last words, describes
 *
 * @h gets rule, key, message, function, file, line and details; not the
 * input. False if the output tells of no fault of the driver's.
 */
bool fault_read(struct arena *a, const char *output, int status, const struct fault_context *c,
		struct hit *h);

#endif
