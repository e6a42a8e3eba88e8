// SPDX-License-Identifier: MIT
/*
 * The command line. One table says everything about an option: what it is
 * called, what it takes, which commands know it, its help, and the function
 * that understands its value. Parser, help text and suggestions read the table.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "cli/option_row.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/** struct choice - a word that an option accepts, and what it stands for. */
struct choice {
	const char *word;
	int value;
};

/* ---- messages ---- */

static const char *shown(struct options *o, const char *s)
{
	struct strbuf b;

	strbuf_init(&b, o->arena);
	strbuf_add_escaped(&b, s, strlen(s), true);
	return b.s;
}

static _Noreturn void fail_choice(struct options *o, const char *option, const char *value,
				  const char *const *words, size_t n)
{
	const char *meant = closest(value, words, n);
	struct strbuf b;

	if (meant)
		fatal("%s: '%s' is unknown; did you mean '%s'?", option, shown(o, value), meant);
	strbuf_init(&b, o->arena);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", words[i]);
	fatal("%s: '%s' is unknown; possible are %s", option, shown(o, value), b.s);
}

static int choose(struct options *o, const char *option, const char *value,
		  const struct choice *choices, size_t n)
{
	const char **words = arena_array(o->arena, n, sizeof(*words));

	for (size_t i = 0; i < n; i++) {
		words[i] = choices[i].word;
		if (strcmp(value, words[i]) == 0)
			return choices[i].value;
	}
	fail_choice(o, option, value, words, n);
}

/* ---- one function per option that takes a value or sets a flag ---- */

static void add_string(struct options *o, string_list *list, const char *value)
{
	*vec_push(o->arena, list) = arena_strdup(o->arena, value);
}

static void set_attr(struct options *o, const char *value)
{
	if (!value[0])
		fatal("--attr: the name is empty");
	add_string(o, &o->attrs, value);
}

static void set_rules(struct options *o, const char *value)
{
	add_string(o, &o->rules, value);
}

static void set_models(struct options *o, const char *value)
{
	add_string(o, &o->models, value);
}

static void set_profile(struct options *o, const char *value)
{
	o->profile = value;
}

static void set_baseline(struct options *o, const char *value)
{
	o->baseline = value;
}

static void set_cache(struct options *o, const char *value)
{
	o->cache = value;
}

static void set_patch(struct options *o, const char *value)
{
	o->patch = value;
}

static void set_since(struct options *o, const char *value)
{
	if (!value[0] || value[0] == '-')
		fatal("--since: '%s' is no revision", shown(o, value));
	o->since = value;
}

static void set_compdb(struct options *o, const char *value)
{
	o->compdb = value;
}

static void set_kernel(struct options *o, const char *value)
{
	o->kernel = value;
}

static void set_jobs(struct options *o, const char *value)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (errno || end == value || *end || n < 1 || n > 4096)
		fatal("-j: '%s' is not a number from 1 to 4096", shown(o, value));
	o->jobs = (int)n;
}

/* ---- of fuzz and replay ---- */

static double number(struct options *o, const char *option, const char *value, double max)
{
	char *end;
	double n;

	errno = 0;
	n = strtod(value, &end);
	if (errno || end == value || *end || !(n >= 0 && n <= max))
		fatal("%s: '%s' is not a number from 0 to %.0f", option, shown(o, value), max);
	return n;
}

static void set_dir(struct options *o, const char *value)
{
	o->fuzz.dir = value;
}

static void set_time(struct options *o, const char *value)
{
	o->fuzz.seconds = number(o, "--time", value, 1e9);
	o->fuzz.has_seconds = true;
}

static void set_runs(struct options *o, const char *value)
{
	o->fuzz.runs = (unsigned long long)number(o, "--runs", value, 1e15);
}

static void set_idle(struct options *o, const char *value)
{
	o->fuzz.idle_s = number(o, "--idle", value, 1e9);
}

static void set_seed(struct options *o, const char *value)
{
	o->fuzz.seed = (unsigned long)number(o, "--seed", value, 4e9);
}

static void set_memory(struct options *o, const char *value)
{
	o->fuzz.memory_mb = (unsigned)number(o, "--memory", value, 1e6);
}

static void set_fixture(struct options *o, const char *value)
{
	o->fuzz.fixture = value;
}

static void set_confirm(struct options *o, const char *value)
{
	o->fuzz.confirm = value;
}

static void set_export(struct options *o, const char *value)
{
	o->fuzz.export = value;
}

static void set_target(struct options *o, const char *value)
{
	o->fuzz.target = value;
}

static void set_cc_arg(struct options *o, const char *value)
{
	add_string(o, &o->fuzz.cc_args, value);
}

static void set_coverage(struct options *o, const char *value)
{
	(void)value;
	o->fuzz.coverage = true;
}

static void set_gdb(struct options *o, const char *value)
{
	(void)value;
	o->fuzz.gdb = true;
}

/* ---- of reports ---- */

static const struct reporter *reporter_named(struct options *o, const char *option,
					     const char *value)
{
	const char **words = arena_array(o->arena, reporter_count, sizeof(*words));

	for (size_t i = 0; i < reporter_count; i++) {
		words[i] = reporters[i].name;
		if (strcmp(value, words[i]) == 0)
			return &reporters[i];
	}
	fail_choice(o, option, value, words, reporter_count);
}

static void set_format(struct options *o, const char *value)
{
	o->format = reporter_named(o, "--format", value);
}

static void set_output(struct options *o, const char *value)
{
	const char *eq = strchr(value, '=');
	struct output *out;

	if (!eq || !eq[1])
		fatal("--output: '%s' is not FORMAT=FILE, e.g. json=report.json", shown(o, value));
	out = vec_push(o->arena, &o->outputs);
	out->reporter =
		reporter_named(o, "--output", arena_strndup(o->arena, value, (size_t)(eq - value)));
	out->path = eq + 1;
}

void options_fail_on(struct options *o, const char *value)
{
	static const struct choice choices[] = {
		{ "error", SEV_ERROR },
		{ "warning", SEV_WARNING },
		{ "advice", SEV_ADVICE },
		{ "unproved", SEV_OFF },
	};
	int level = choose(o, "--fail-on", value, choices, LENGTH(choices));

	o->fail_on_unproved = level == SEV_OFF;
	o->fail_on = o->fail_on_unproved ? SEV_ADVICE : (enum severity)level;
}

static void set_fail_on(struct options *o, const char *value)
{
	options_fail_on(o, value);
	o->has_fail_on = true;
}

static void set_config(struct options *o, const char *value)
{
	o->config_file = value;
}

static void set_no_config(struct options *o, const char *value)
{
	(void)value;
	o->no_config = true;
}

static void set_dump_config(struct options *o, const char *value)
{
	(void)value;
	o->dump_config = true;
}

static void set_verify_config(struct options *o, const char *value)
{
	(void)value;
	o->verify_config = true;
}

static void set_dump(struct options *o, const char *value)
{
	static const struct choice passes[] = {
		{ "parse", DUMP_PARSE },       { "lower", DUMP_LOWER }, { "cfg", DUMP_CFG },
		{ "discover", DUMP_DISCOVER }, { "solve", DUMP_SOLVE }, { "trials", DUMP_TRIALS },
	};
	char *rest = arena_strdup(o->arena, value);

	_Static_assert(LENGTH(passes) == DUMP_NR, "each pass has a word");
	for (char *word; (word = strsep(&rest, ","));)
		o->dump |= 1u << choose(o, "--dump", word, passes, DUMP_NR);
}

static void set_color(struct options *o, const char *value)
{
	static const struct choice choices[] = {
		{ "auto", COLOR_AUTO },
		{ "always", COLOR_ALWAYS },
		{ "never", COLOR_NEVER },
	};

	o->color = (enum color_mode)choose(o, "--color", value, choices, LENGTH(choices));
}

static void set_exit_zero(struct options *o, const char *value)
{
	(void)value;
	o->exit_zero = true;
}

static void set_matrix(struct options *o, const char *value)
{
	(void)value;
	o->matrix = true;
}

static void set_quiet(struct options *o, const char *value)
{
	(void)value;
	o->quiet = true;
}

static void set_verbose(struct options *o, const char *value)
{
	(void)value;
	o->verbose = true;
}

static void set_help(struct options *o, const char *value)
{
	(void)value;
	o->help = true;
}

static void set_version(struct options *o, const char *value)
{
	(void)value;
	o->version = true;
}

/* ---- the table ---- */

const struct option_row option_table[] = {
	{ NULL, 'p', "PATH", FOR_ANALYSIS | FOR_RUN,
	  "take flags from the compilation database PATH, or from\n"
	  "compile_commands.json in the folder PATH",
	  set_compdb },
	{ "kernel", 0, "DIR", FOR_ANALYSIS | FOR_RUN,
	  "use the headers of the kernel build or headers folder DIR", set_kernel },
	{ "attr", 0, "NAME", FOR_ANALYSIS | FOR_CHECK | FOR_RUN,
	  "look at attributes called NAME, which may be a glob such as '*'\n"
	  "(repeatable; default: those of the profile)",
	  set_attr },
	{ "profile", 0, "NAME", FOR_ANALYSIS | FOR_CHECK | FOR_RUN | FOR_RULES,
	  "the set of rules and severities: migration (default), sysfs,\n"
	  "or a file (a path with a slash or a dot in it)",
	  set_profile },
	{ "rules", 0, "FILE", FOR_ANALYSIS | FOR_CHECK | FOR_RUN | FOR_RULES,
	  "change severities or switch rules off as FILE says (repeatable)", set_rules },
	{ "models", 0, "FILE", FOR_ANALYSIS | FOR_CHECK | FOR_RUN,
	  "more models of kernel or driver functions (repeatable)", set_models },
	{ "baseline", 0, "FILE", FOR_ANALYSIS | FOR_CHECK | FOR_RUN,
	  "don't report the findings that FILE knows; report those that are\n"
	  "gone. For 'migver baseline': the file (default: migver-baseline.yaml)",
	  set_baseline },
	{ "patch", 0, "FILE", FOR_LINT,
	  "apply the diff or mail FILE (- for standard input) to the tree, in\n"
	  "memory, and report only findings that it causes, wherever they are.\n"
	  "Without files: looks at the sources around those that it changes",
	  set_patch },
	{ "since", 0, "REV", FOR_LINT,
	  "report only findings that the changes since the git revision REV\n"
	  "cause, those that are not committed included",
	  set_since },
	{ "config", 0, "FILE", FOR_ANALYSIS | FOR_CHECK | FOR_RUN | FOR_RULES,
	  "the configuration (default: .migver.yaml in the folder of the first\n"
	  "file or above it, up to the top of its git work tree)",
	  set_config },
	{ "no-config", 0, NULL, FOR_ANALYSIS | FOR_CHECK | FOR_RUN | FOR_RULES,
	  "look for no configuration", set_no_config },
	{ "verify-config", 0, NULL, FOR_LINT, "only check the configuration and what it names",
	  set_verify_config },
	{ "dump-config", 0, NULL, FOR_LINT,
	  "only print what configuration and command line amount to, as a\n"
	  "configuration",
	  set_dump_config },
	{ "format", 0, "FORMAT", FOR_LINT | FOR_FUZZ,
	  "what to print: text (default), json, jsonl, sarif, gitlab, junit,\n"
	  "checkstyle, github, ktap, html, b4, b4-json",
	  set_format },
	{ "output", 0, "FORMAT=FILE", FOR_LINT | FOR_FUZZ,
	  "write the report to FILE, too (repeatable)", set_output },
	{ "fail-on", 0, "LEVEL", FOR_LINT | FOR_CHECK | FOR_FUZZ,
	  "exit with 1 from this level on: error, warning (default), advice,\n"
	  "or unproved, which is advice and every obligation not proved",
	  set_fail_on },
	{ "exit-zero", 0, NULL, FOR_LINT | FOR_CHECK,
	  "exit with 0 also for findings and for what was not analyzed", set_exit_zero },
	{ "matrix", 0, NULL, FOR_LINT | FOR_FUZZ,
	  "print the verdict of every rule on every attribute", set_matrix },
	{ "jobs", 'j', "N", FOR_ANALYSIS | FOR_FUZZ,
	  "lint: parse N files at a time (default: one per CPU);\n"
	  "fuzz: run N targets at a time (default: 1)",
	  set_jobs },
	{ "cache", 0, "DIR", FOR_ANALYSIS | FOR_CHECK,
	  "keep what parsing gave in DIR, and use it while nothing has changed;\n"
	  "auto: $XDG_CACHE_HOME/migver/units (default: keep nothing)",
	  set_cache },
	{ "dump", 0, "PASS,...", FOR_LINT,
	  "print what a pass made instead of the report:\n"
	  "parse, lower, cfg, discover, solve",
	  set_dump },
	{ "color", 0, "WHEN", FOR_LINT | FOR_CHECK | FOR_FUZZ,
	  "colors: auto (default: on a terminal, unless NO_COLOR is set),\n"
	  "always, never",
	  set_color },
	{ "quiet", 'q', NULL, FOR_ANALYSIS | FOR_CHECK | FOR_RUN,
	  "print findings only: no notes, no summary", set_quiet },
	{ "verbose", 'v', NULL, FOR_ANALYSIS | FOR_CHECK | FOR_RUN,
	  "also say where flags come from, what is unproved and why,\n"
	  "and every reason why a file is incomplete",
	  set_verbose },
	{ "time", 0, "SECONDS", FOR_FUZZ,
	  "stop after so long (default: 60, without limit with --runs; 0: no limit)", set_time },
	{ "runs", 0, "N", FOR_FUZZ, "stop after N inputs", set_runs },
	{ "idle", 0, "SECONDS", FOR_FUZZ, "stop when nothing was new for so long", set_idle },
	{ "dir", 0, "DIR", FOR_FUZZ | FOR_REPLAY,
	  "folder of the campaign: corpus, findings, statistics, target; used\n"
	  "again, it goes on (default: a fresh one below the cache folder)",
	  set_dir },
	{ "fixture", 0, "FILE", FOR_RUN,
	  "compile FILE.c with the driver: it sets up what the driver finds", set_fixture },
	{ "cc-arg", 0, "ARG", FOR_RUN, "one more argument for compiling the driver (repeatable)",
	  set_cc_arg },
	{ "confirm", 0, "REPORT", FOR_FUZZ,
	  "say of each finding of the lint report REPORT (JSON) whether an\n"
	  "input shows it",
	  set_confirm },
	{ "coverage", 0, NULL, FOR_FUZZ,
	  "measure which lines of the handlers the corpus reaches: HTML, and a\n"
	  "list of those never reached",
	  set_coverage },
	{ "export", 0, "DIR", FOR_FUZZ,
	  "run nothing; make DIR a self-contained OSS-Fuzz or ClusterFuzzLite\n"
	  "project",
	  set_export },
	{ "seed", 0, "N", FOR_FUZZ, "of the random numbers (default: 1)", set_seed },
	{ "memory", 0, "MB", FOR_FUZZ, "a target may use so much (default: 2048)", set_memory },
	{ "target", 0, "PROGRAM", FOR_REPLAY, "the program to run the inputs with", set_target },
	{ "gdb", 0, NULL, FOR_REPLAY, "run it in gdb, stopped where a handler is called", set_gdb },
	{ "help", 'h', NULL, FOR_ALL, "print this text", set_help },
	{ "version", 'V', NULL, FOR_ALL, "print the versions of migver and libclang", set_version },
};

const size_t option_count = LENGTH(option_table);

struct load_request options_load(const struct options *o)
{
	return (struct load_request){
		.profile = o->profile,
		.config = o->config.path,
		.rules = o->rules.v,
		.nrules = o->rules.n,
		.models = o->models.v,
		.nmodels = o->models.n,
	};
}
