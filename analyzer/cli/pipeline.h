/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_PIPELINE_H
#define MIGVER_CLI_PIPELINE_H

#include "absint/absint.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "core/diag.h"
#include "front/discover.h"
#include "rules/rule.h"

/** struct pipeline - one run of lint: what goes in, what the passes make, what comes out. */
struct pipeline {
	struct arena *arena;
	const struct options *options;
	file_list files;	       /* asked for */
	const struct overlay *overlay; /* files in memory; or NULL */
	struct map *renamed;	       /* of run_report; or NULL */
	string_list paths;	       /* of these, what is parsed */
	string_list skipped;	       /* and what can't matter */
	struct progress progress;

	/* data */
	struct catalogue catalogue;
	struct attr_kinds kinds;
	struct models models;
	struct baseline baseline; /* empty without --baseline */

	/* made by the passes, in this order */
	struct program *program;
	struct attribute *attrs;
	size_t nattrs;
	struct driver_facts *drivers;
	size_t ndrivers;
	struct rule_input *inputs; /* one for each of attrs */
	struct absint *absint;	   /* what they were solved with */
	finding_list findings;

	struct run_report report;
	struct strbuf dump; /* --dump */
};

/**
 * pipeline_discover - from @files to @attrs: parsing, lowering, discovery; no verdicts
 *
 * pipeline_report - what files and findings (@report.attrs and @findings are given) become in
 * @report. pipeline_run() is both, with the analysis between them.
 */
void pipeline_discover(struct pipeline *p);
void pipeline_report(struct pipeline *p);

/** pipeline_run - from @files to @report; arena, options and files are given. */
void pipeline_run(struct pipeline *p);

/* dump.c: the text of one pass, appended to p->dump if --dump asks for it. */
void dump_pass(struct pipeline *p, enum dump_pass pass);

#endif
