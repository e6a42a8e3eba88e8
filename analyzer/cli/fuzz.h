/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_FUZZ_H
#define MIGVER_CLI_FUZZ_H

#include "cli/pipeline.h"
#include "fuzzing/build.h"
#include "fuzzing/coverage.h"
#include "fuzzing/supervisor.h"
#include "fuzzing/words.h"
#include "fuzzing/workplace.h"
#include "front/paths.h"

/** struct fuzz_run - one run of "migver fuzz", from options to report. */
struct fuzz_run {
	struct pipeline pipeline; /* parsing and discovery are lint's */
	const struct options *options;
	struct arena *arena;
	struct toolchain toolchain;
	struct front_options front;
	struct flag_source flags;
	struct build_request request;
	struct build build;
	struct workplace place;
	const char *target_options; /* "@FILE": see fuzz/options.h */
	struct supervision supervision;
	struct coverage coverage;
	struct words words;
	struct fuzz_facts facts;
	struct progress progress;
};

/** fuzz_prepare - options understood, sources parsed, compiler found; fills @f->request. */
void fuzz_prepare(struct fuzz_run *f, struct options *o);

/** fuzz_build - the target and its replayer in f->place; false if the driver doesn't compile. */
bool fuzz_build(struct fuzz_run *f);

/** fuzz_report - from the campaign to f->pipeline.report and f->facts. */
void fuzz_report(struct fuzz_run *f);

#endif
