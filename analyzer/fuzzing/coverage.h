/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_COVERAGE_H
#define MIGVER_FUZZING_COVERAGE_H

#include "fuzzing/build.h"
#include "fuzzing/sandbox.h"
#include "fuzzing/workplace.h"

/*
 * Which lines of the handlers, and of what they call, the corpus reaches: by
 * the compiler's source-based coverage, in a build of its own without sanitizers.
 */

/** struct coverage - what is needed; coverage_tools() fills the first two. */
struct coverage {
	const char *profdata, *cov; /* llvm-profdata, llvm-cov */
	const struct build_request *request;
	const struct workplace *place;
	const struct sandbox *sandbox;
	const char *options;	    /* value of MIGVER_FUZZ_OPTS */
	const name_list *functions; /* to be covered */
};

/** coverage_tools - find the tools; fatal(), with the package's name, if there are none. */
void coverage_tools(struct arena *a, const struct toolchain *t, struct coverage *c);

/** coverage_measure - run corpus and findings; HTML into the campaign's folder, lines into @facts.
 */
void coverage_measure(struct arena *a, const struct coverage *c, struct fuzz_facts *facts);

#endif
