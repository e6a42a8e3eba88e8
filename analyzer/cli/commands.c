// SPDX-License-Identifier: MIT
#include "cli/commands.h"

static const char lint_details[] =
	"Folders are searched for *.c files. All files given are taken for one program: a\n"
	"handler, a helper or a registration may be in another file than the attribute.\n"
	"\n"
	"Flags of a file come from, in this order: what stands after --; the database of -p;\n"
	"the .cmd file that a kernel build left; --kernel; the headers that migver carries.\n"
	"\n"
	"Exit status: 0 nothing at or above the level of --fail-on; 1 findings; 2 usage or\n"
	"configuration error; 3 no findings, but some file could not be analyzed completely.\n";

static const char check_details[] =
	"make C=2 CHECK=\"migver check\" [M=...] runs it on each file that is compiled. Options "
	"of\n"
	"migver come first; what follows are sparse's and the compiler's arguments, and the file\n"
	"last. It says nothing if there is nothing to say, speaks on stderr as sparse does, and\n"
	"writes nothing.\n";

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

static const char fuzz_details[] =
	"Builds the driver with its sources unchanged, a user-space kernel runtime, sanitizers\n"
	"and a fuzzing engine, and writes version strings to its attribute, judged by the rules\n"
	"of lint that have a dynamic oracle. Needs clang with its sanitizer runtime.\n"
	"\n"
	"Fuzzing EXECUTES the driver's code (and --fixture's) with your rights: as a process\n"
	"with limits of memory and file size, without new privileges and without network, in\n"
	"its own folder. Don't fuzz sources that you would not run. Nothing that a compilation\n"
	"database names is executed, and nothing is written beside your sources.\n"
	"\n"
	"All files given are one driver. Flags come from where lint takes them; what stands after\n"
	"-- goes to the engine (libFuzzer), e.g. -- -max_len=128. Ctrl-C ends it with a report.\n"
	"\n"
	"Exit status: as lint; 3 also if nothing could be exercised.\n";

static const char replay_details[] =
	"INPUT is a file with the bytes to write, e.g. from the folder findings of a campaign. "
	"Its\n"
	"target is found from there, from --dir or --target, or is built of the FILE.c given.\n"
	"\n"
	"Exit status: 0 no input broke a rule; 1 some did; 2 usage; 3 the driver did not load;\n"
	"128+n it died of signal n.\n";

static const char explain_details[] = "RULE is an id or a name, e.g. MV201 or store-return.\n";

const struct command command_table[] = {
	{ "lint", FOR_LINT, "[options] FILE|DIR... [-- CLANG-ARGS...]",
	  "Check the attributes of drivers against their contract", lint_details, command_lint },
	{ "check", FOR_CHECK, "[options] COMPILER-ARGS... FILE",
	  "What kbuild calls in the place of sparse", check_details, command_check },
	{ "baseline", FOR_BASELINE, "create|update|prune [options] FILE|DIR... [-- CLANG-ARGS...]",
	  "Keep the list of findings that are known", baseline_details, command_baseline },
	{ "models", FOR_MODELS, "check [options] FILE|DIR... [-- CLANG-ARGS...]",
	  "List callees that nobody describes, and what stays unproved because of them",
	  models_details, command_models },
	{ "fuzz", FOR_FUZZ, "[options] FILE|DIR... [-- ENGINE-ARGS...]",
	  "Run the attributes' handlers on many inputs and judge what they do", fuzz_details,
	  command_fuzz },
	{ "replay", FOR_REPLAY, "[options] [FILE.c...] INPUT...",
	  "Run a driver's handlers once more on inputs that fuzz found", replay_details,
	  command_replay },
	{ "explain", FOR_EXPLAIN, "RULE...", "Say what a rule asks for, why, and how it is checked",
	  explain_details, command_explain },
	{ "rules", FOR_RULES, "[options]", "List the rules", NULL, command_rules },
	{ "generate", FOR_GENERATE, "man|bash|zsh|fish",
	  "Print the man page, or the completions of a shell", NULL, command_generate },
	{ 0 },
};
