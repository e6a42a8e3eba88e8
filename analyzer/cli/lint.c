// SPDX-License-Identifier: MIT
/* "migver lint": run the pipeline, hand its report out, choose the exit status. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fatal.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/files.h"
#include "cli/finish.h"
#include "base/write.h"

static bool use_color(const struct options *o)
{
	const char *no_color = getenv("NO_COLOR");

	if (o->color != COLOR_AUTO)
		return o->color == COLOR_ALWAYS;
	return isatty(STDOUT_FILENO) && !(no_color && no_color[0]);
}

static struct report_options report_options(const struct options *o, bool is_terminal)
{
	return (struct report_options){
		.color = is_terminal && use_color(o),
		.matrix = o->matrix,
		.quiet = o->quiet,
		.verbose = o->verbose,
		.unproved = o->fail_on_unproved || o->verbose,
		.fail_on = o->fail_on,
		.fail_on_unproved = o->fail_on_unproved,
	};
}

/* Prints in memory first: a reporter that fails leaves no half of a file. */
static void write_report(const struct pipeline *p, const struct reporter *r, const char *path)
{
	struct report_options how = report_options(p->options, !path);
	struct strbuf out;

	strbuf_init(&out, p->arena);
	r->print(&p->report, &how, &out);
	if (path)
		write_file(path, &out);
	else
		fwrite(out.s, 1, out.n, stdout);
}

/* A dump shows no findings, so they don't count. */
static bool fails(const struct pipeline *p)
{
	if (p->options->dump)
		return false;
	vec_for_each_ptr(const struct finding, f, &p->report.findings)
		if (f->severity >= p->options->fail_on)
			return true;
	return p->options->fail_on_unproved && report_count(&p->report, VERDICT_UNPROVED) > 0;
}

static int exit_status(const struct pipeline *p)
{
	if (fails(p))
		return EXIT_FINDINGS;
	return finish_is_complete(p) ? EXIT_OK : EXIT_INCOMPLETE;
}

int command_lint(struct options *o)
{
	struct pipeline p = { .arena = o->arena, .options = o };

	config_apply(o);
	if (o->dump_config || o->verify_config)
		return config_command(o);
	files_expand(o->arena, &o->operands, &p.paths);
	pipeline_run(&p);
	if (o->dump)
		fwrite(p.dump.s, 1, p.dump.n, stdout);
	else
		write_report(&p, o->format, NULL);
	vec_for_each_ptr(const struct output, out, &o->outputs)
		write_report(&p, out->reporter, out->path);
	finish_complain(&p);
	return exit_status(&p);
}
