// SPDX-License-Identifier: MIT
#include "cli/commands.h"

static const char lint_details[] =
	"Folders are searched for *.c files. All files given are taken for one program: a\n"
	"handler, a helper or a registration may be in another file than the attribute.\n"
	"\n"
	"Flags of a file come from, in this order: what stands after --; the database of -p;\n"
	"--kernel; the kernel API headers that migver carries.\n"
	"\n"
	"Exit status: 0 nothing at or above the level of --fail-on; 1 findings; 2 usage or\n"
	"configuration error; 3 no findings, but some file could not be analyzed completely.\n";

static const char baseline_details[] =
	"create writes a new baseline of all findings; update adds new findings to it and drops\n"
	"those that are gone; prune only drops. 'migver lint --baseline FILE' then reports what "
	"is\n"
	"not in it. Entries are found by fingerprint, so lines may move.\n";

static const char models_details[] =
	"A callee without a body in the files and without a model keeps rules unproved. A few\n"
	"lines in a file for --models end that; rules/models/README.md describes them.\n"
	"\n"
	"Exit status: 0 none is missing; 1 some are; 2 usage or configuration error; 3 none is\n"
	"missing, but some file could not be analyzed completely.\n";

static const char explain_details[] = "RULE is an id or a name, e.g. MV201 or store-return.\n";

const struct command command_table[] = {
	{ "lint", FOR_LINT, "[options] FILE|DIR... [-- CLANG-ARGS...]",
	  "Check the attributes of drivers against their contract", lint_details, command_lint },
	{ "baseline", FOR_BASELINE, "create|update|prune [options] FILE|DIR... [-- CLANG-ARGS...]",
	  "Keep the list of findings that are known", baseline_details, command_baseline },
	{ "models", FOR_MODELS, "check [options] FILE|DIR... [-- CLANG-ARGS...]",
	  "List callees that nobody describes, and what stays unproved because of them",
	  models_details, command_models },
	{ "explain", FOR_EXPLAIN, "RULE...", "Say what a rule asks for, why, and how it is checked",
	  explain_details, command_explain },
	{ "rules", FOR_RULES, "[options]", "List the rules", NULL, command_rules },
	{ 0 },
};
