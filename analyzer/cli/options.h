/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_OPTIONS_H
#define MIGVER_CLI_OPTIONS_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "core/catalogue.h"
#include "front/front.h"
#include "model/load.h"
#include "report/report.h"

typedef VEC(char *) string_list;

struct options;

/** struct command - what "migver WORD" does; a row of the command table. */
struct command {
	const char *name;
	unsigned int bit;	       /* of option_row.commands */
	const char *usage;	       /* what stands after "migver NAME" */
	const char *summary;	       /* one line */
	const char *details;	       /* more for "migver NAME --help", or NULL */
	int (*run)(struct options *o); /* returns the exit status */
};

enum command_bit {
	FOR_LINT = 1,
	FOR_EXPLAIN = 2,
	FOR_RULES = 4,
	FOR_BASELINE = 8,
	FOR_MODELS = 16,
	FOR_FUZZ = 32,
	FOR_REPLAY = 64,
	FOR_CHECK = 128,
	FOR_GENERATE = 256,
	FOR_ANALYSIS = FOR_LINT | FOR_BASELINE | FOR_MODELS,
	FOR_RUN = FOR_FUZZ | FOR_REPLAY,
	FOR_ALL = FOR_ANALYSIS | FOR_CHECK | FOR_GENERATE | FOR_RUN | FOR_EXPLAIN | FOR_RULES,
};

/* ---- the passes that can be dumped; one bit each in options.dump ---- */

enum dump_pass {
	DUMP_PARSE,
	DUMP_LOWER,
	DUMP_CFG,
	DUMP_DISCOVER,
	DUMP_SOLVE,
	DUMP_TRIALS,
	DUMP_NR,
};

enum color_mode {
	COLOR_AUTO,
	COLOR_ALWAYS,
	COLOR_NEVER,
};

/** struct output - an --output FORMAT=FILE. */
struct output {
	const struct reporter *reporter;
	const char *path;
};

/** struct fuzz_options - those of "migver fuzz" and "migver replay" alone. */
struct fuzz_options {
	string_list engine_args; /* what stands after "--" */
	string_list cc_args;
	const char *dir;     /* of the campaign, or NULL */
	const char *fixture; /* or NULL */
	const char *confirm; /* a lint report, or NULL */
	const char *export;  /* a folder, or NULL */
	const char *target;  /* replay: a program built before, or NULL */
	double seconds;	     /* 0: no limit */
	double idle_s;	     /* 0: never */
	bool has_seconds;
	unsigned long long runs; /* 0: no limit */
	unsigned long seed;
	unsigned memory_mb;
	bool coverage;
	bool gdb;
};

/** struct options - the command line, understood. */
struct options {
	struct arena *arena;
	const char *program; /* argv[0], for messages of the command table */
	const struct command *command;
	string_list operands; /* files and folders, or rule names */
	string_list clang_args;
	string_list attrs;
	string_list rules;
	string_list models;
	const char *config_file; /* --config, or what was found */
	bool no_config;
	struct config config;
	bool dump_config, verify_config;
	const char *patch; /* --patch: a file, or "-" */
	const char *since; /* --since: a revision of git */
	const char *profile;
	const char *baseline;
	const char *cache;    /* folder; or NULL */
	const char *compiler; /* of check; or NULL */
	const char *compdb;
	const char *kernel;
	int jobs; /* 0: one per CPU */
	const struct reporter *format;
	VEC(struct output) outputs;
	enum severity fail_on;
	bool fail_on_unproved;
	bool has_fail_on; /* the command line says it */
	struct fuzz_options fuzz;
	bool matrix;
	bool exit_zero;
	bool like_sparse; /* findings on stderr, and no summary */
	bool quiet;
	bool verbose;
	bool help;
	bool version;
	enum color_mode color;
	unsigned int dump; /* 1 << enum dump_pass */
};

/** options_parse - fatal() with one line, and a suggestion if there is one, on misuse. */
void options_parse(struct arena *a, int argc, char **argv, struct options *o);

/** options_fail_on - as --fail-on does; fatal() for a word that is no level. */
void options_fail_on(struct options *o, const char *word);

/** options_help - the text of --help: of o->command, or of the whole program. */
void options_help(const struct options *o, struct strbuf *out);

/** options_load - what load_everything() is to load. */
struct load_request options_load(const struct options *o);

/** command_table - the commands; ends with a row without name. */
extern const struct command command_table[];

#endif
