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

static const char explain_details[] = "RULE is an id or a name, e.g. MV201 or store-return.\n";

const struct command command_table[] = {
	{ "lint", FOR_LINT, "[options] FILE|DIR... [-- CLANG-ARGS...]",
	  "Check the attributes of drivers against their contract", lint_details, command_lint },
	{ "explain", FOR_EXPLAIN, "RULE...", "Say what a rule asks for, why, and how it is checked",
	  explain_details, command_explain },
	{ "rules", FOR_RULES, "[options]", "List the rules", NULL, command_rules },
	{ 0 },
};
