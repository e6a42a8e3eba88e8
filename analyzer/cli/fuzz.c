// SPDX-License-Identifier: MIT
/* "migver fuzz": build a target, run it under supervision, report. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/write.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/files.h"
#include "cli/fuzz.h"
#include "cli/finish.h"
#include "fuzzing/confirm.h"
#include "fuzzing/export.h"

#define DEFAULT_SECONDS	  60
#define DEFAULT_MEMORY_MB 2048
#define LARGEST_FILE_MB	  64
#define SPARE_SECONDS	  60 /* of CPU time, for starting and ending */

/* ---- one line on the terminal ---- */

static void show_line(struct fuzz_run *f, const char *text)
{
	if (!f->progress.is_on)
		return;
	fprintf(stderr, "\r%s\033[K", text);
	fflush(stderr);
	f->progress.is_shown = true;
}

static void say(void *data, const char *what)
{
	show_line(data, what);
}

static void show_status(void *data, const struct sample *now, const struct sample *before)
{
	struct arena *scratch = arena_new(); /* a campaign may go on for weeks */
	struct strbuf b;

	strbuf_init(&b, scratch);
	stats_line(now, before, &b);
	show_line(data, b.s);
	arena_drop(scratch);
}

/* ---- preparations ---- */

/* How much room an external variable needs, for its stub. */
static size_t data_size(void *data, const char *name)
{
	const struct fuzz_run *f = data;
	const struct program *p = f->pipeline.program;

	for (size_t i = 0; i < p->units.n; i++)
		vec_for_each_ptr(const struct ir_global, g, &p->units.v[i]->globals)
			if (!g->is_static && strcmp(g->name, name) == 0)
				return g->size ? g->size : sizeof(void *);
	return 0;
}

void fuzz_prepare(struct fuzz_run *f, struct options *o)
{
	struct pipeline *p = &f->pipeline;

	*f = (struct fuzz_run){ .options = o, .arena = o->arena };
	*p = (struct pipeline){ .arena = o->arena, .options = o };
	config_apply(o);
	if (!o->operands.n)
		fatal("%s: no files; try 'migver fuzz DRIVER.c'", o->command->name);
	files_expand(o, &p->files);
	vec_for_each_ptr(struct file_entry, e, &p->files)
		e->is_found = false; /* a harness is built of all files */
	f->toolchain = toolchain_find(o->arena);
	pipeline_discover(p);
	progress_end(&p->progress);
	progress_begin(&f->progress, !o->quiet);
	f->front = (struct front_options){ .compdb = o->compdb, .kernel = o->kernel };
	flag_source_open(o->arena, &f->front, &f->flags);
	f->request = (struct build_request){
		.files = (const char *const *)p->paths.v,
		.nfiles = p->paths.n,
		.fixture = o->fuzz.fixture,
		.flags = &f->flags,
		.extra = (const char *const *)o->fuzz.cc_args.v,
		.nextra = o->fuzz.cc_args.n,
		.toolchain = &f->toolchain,
		.data_size = data_size,
		.data = f,
		.say = say,
	};
}

static void write_words(struct fuzz_run *f)
{
	struct strbuf dict;

	f->words = words_new(f->arena);
	words_collect(&f->words, f->pipeline.program, f->pipeline.attrs, f->pipeline.nattrs);
	words_bundled(&f->words);
	strbuf_init(&dict, f->arena);
	words_dict(&f->words, &dict);
	file_put(f->place.dict, dict.s, dict.n);
	words_seeds(&f->words, f->place.seeds);
}

/* ---- the options of the target ---- */

static void add_option(struct strbuf *b, const char *key, const char *value)
{
	strbuf_addf(b, "%s%s=%s", b->n ? ";" : "", key, value);
}

/* Words of fuzz/options.c: which attributes, and which rules not. */
static void add_judging(const struct fuzz_run *f, struct strbuf *b)
{
	const struct options *o = f->options;
	const struct catalogue *c = &f->pipeline.catalogue;

	for (size_t i = 0; i < o->attrs.n; i++)
		add_option(b, "attr", o->attrs.v[i]);
	for (size_t i = 0; !o->attrs.n && i < c->nattributes; i++)
		add_option(b, "attr", c->attributes[i]);
	vec_for_each_ptr(const struct rule_info, rule, &c->rules)
		if (rule->severity == SEV_OFF)
			add_option(b, "off", rule->id);
}

/* Rules that lint found broken: some are judged only then. */
static void add_suspicions(struct fuzz_run *f, struct strbuf *b)
{
	name_list rules = confirm_rules(f->arena, f->options->fuzz.confirm, &f->pipeline.catalogue);

	for (size_t i = 0; i < rules.n; i++)
		add_option(b, "lint", rules.v[i]);
}

static const char *target_options(struct fuzz_run *f)
{
	struct strbuf b;

	strbuf_init(&b, f->arena);
	add_judging(f, &b);
	for (size_t i = 0; i < f->pipeline.nattrs; i++) {
		const struct attribute *attr = &f->pipeline.attrs[i];

		if (!attr->is_near_miss && attr->loc.path && !strchr(attr->loc.path, ';'))
			add_option(&b, "expect",
				   arena_printf(f->arena, "%s@%s:%u", attr->name, attr->loc.path,
						attr->loc.line));
	}
	if (f->options->fuzz.confirm)
		add_suspicions(f, &b);
	add_option(&b, "dict", f->place.dict);
	return b.s;
}

/* In a file: attributes may be many. A replay reads the same one and judges as the campaign did. */
static void write_options(struct fuzz_run *f)
{
	const char *options = target_options(f);
	const char *path = path_join(f->arena, f->place.folder, "options");

	file_put(path, options, strlen(options));
	f->target_options = arena_printf(f->arena, "@%s", path);
}

bool fuzz_build(struct fuzz_run *f)
{
	f->request.folder = f->place.objects;
	build_driver(f->arena, &f->request, BUILD_FUZZ, &f->build);
	if (f->build.error) {
		progress_end(&f->progress);
		fprintf(stderr, "migver: %s does not compile with %s:\n%s", f->build.bad_file,
			f->build.headers.from, f->build.error);
		return false;
	}
	build_link(&f->build, BUILD_FUZZ, f->place.target);
	build_link(&f->build, BUILD_REPLAY, f->place.replay);
	write_words(f);
	write_options(f);
	return true;
}

/* ---- the campaign ---- */

static void run_campaign(struct fuzz_run *f)
{
	const struct fuzz_options *o = &f->options->fuzz;

	f->supervision = (struct supervision){
		.arena = f->arena,
		.target = f->place.target,
		.folder = f->place.folder,
		.corpus = f->place.corpus,
		.seeds = f->place.seeds,
		.findings = f->place.findings,
		.dict = f->place.dict,
		.symbolizer = f->toolchain.symbolizer,
		.options = f->target_options,
		.engine_args = (const char *const *)o->engine_args.v,
		.nengine_args = o->engine_args.n,
		.files = f->request.files,
		.nfiles = f->request.nfiles,
		.jobs = f->options->jobs ? f->options->jobs : 1,
		.seed = o->seed ? o->seed : 1,
		.seconds = o->has_seconds || o->runs ? o->seconds : DEFAULT_SECONDS,
		.runs = o->runs,
		.idle_s = o->idle_s,
		.sandbox = { .file_mb = LARGEST_FILE_MB,
			     .memory_mb = o->memory_mb ? o->memory_mb : DEFAULT_MEMORY_MB },
		.status = show_status,
		.data = f,
	};
	if (f->supervision.seconds > 0)
		f->supervision.sandbox.cpu_s = (unsigned)f->supervision.seconds + SPARE_SECONDS;
	supervise(&f->supervision);
	progress_end(&f->progress);
}

static void write_stats(struct fuzz_run *f)
{
	const struct supervision *s = &f->supervision;
	struct strbuf csv, json;

	strbuf_init(&csv, f->arena);
	strbuf_init(&json, f->arena);
	stats_csv(&s->samples, &csv);
	stats_json(&s->samples, s->stopped, &json);
	write_file(path_join(f->arena, f->place.folder, "stats.csv"), &csv);
	write_file(path_join(f->arena, f->place.folder, "stats.json"), &json);
}

/* The report in the campaign's folder, in two formats whatever the user asked for. */
static void write_reports(struct fuzz_run *f)
{
	const struct report_options how = { .verbose = true };
	struct strbuf text, json;

	strbuf_init(&text, f->arena);
	strbuf_init(&json, f->arena);
	report_text(&f->pipeline.report, &how, &text);
	report_json(&f->pipeline.report, &how, &json);
	write_file(path_join(f->arena, f->place.folder, "report.txt"), &text);
	write_file(path_join(f->arena, f->place.folder, "report.json"), &json);
}

static void measure_coverage(struct fuzz_run *f)
{
	f->coverage.request = &f->request;
	f->coverage.place = &f->place;
	f->coverage.sandbox = &f->supervision.sandbox;
	f->coverage.options = f->supervision.options;
	f->coverage.functions = &f->words.functions;
	coverage_measure(f->arena, &f->coverage, &f->facts);
	progress_end(&f->progress);
}

static int exit_status(const struct fuzz_run *f)
{
	int status = finish_status(&f->pipeline);

	if (status == EXIT_FINDINGS)
		return status;
	if (f->supervision.signal)
		return 128 + f->supervision.signal;
	return f->facts.idle ? EXIT_INCOMPLETE : EXIT_OK;
}

static int export_target(struct fuzz_run *f)
{
	const struct options *o = f->options;
	struct export e = {
		.folder = o->fuzz.export,
		.build = &f->build,
		.words = &f->words,
		.attrs = o->attrs.n ? o->attrs.v[0] : f->pipeline.catalogue.attributes[0],
	};
	struct strbuf b;

	strbuf_init(&b, f->arena);
	add_judging(f, &b);
	add_option(&b, "abort", "1");
	e.options = b.s;
	export_write(f->arena, &e);
	progress_end(&f->progress);
	if (!o->quiet)
		printf("%s: ./build.sh builds it, README.md says the rest\n", o->fuzz.export);
	return EXIT_OK;
}

int command_fuzz(struct options *o)
{
	struct fuzz_run f;

	fuzz_prepare(&f, o);
	if (o->fuzz.coverage)
		coverage_tools(f.arena, &f.toolchain, &f.coverage);
	f.place = workplace_open(f.arena, o->fuzz.dir, "campaigns", f.request.files,
				 f.request.nfiles);
	if (!fuzz_build(&f))
		return EXIT_INCOMPLETE;
	if (o->fuzz.export)
		return export_target(&f);
	run_campaign(&f);
	write_stats(&f);
	if (o->fuzz.coverage)
		measure_coverage(&f);
	fuzz_report(&f);
	write_reports(&f);
	finish_reports(&f.pipeline);
	return exit_status(&f);
}
