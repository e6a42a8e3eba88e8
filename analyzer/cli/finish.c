// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/write.h"
#include "cli/finish.h"

void finish_complain(const struct pipeline *p)
{
	struct strbuf out;

	strbuf_init(&out, p->arena);
	report_complaints(&p->report, p->options->verbose, &out);
	fflush(stdout);
	fwrite(out.s, 1, out.n, stderr);
}

bool finish_is_complete(const struct pipeline *p)
{
	vec_for_each_ptr(const struct file_report, f, &p->report.files)
		if (f->status == FILE_INCOMPLETE || f->status == FILE_FAILED)
			return false;
	return true;
}

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
		.no_summary = o->like_sparse,
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
		fwrite(out.s, 1, out.n, p->options->like_sparse ? stderr : stdout);
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

int finish_status(const struct pipeline *p)
{
	if (p->options->exit_zero)
		return EXIT_OK;
	if (fails(p))
		return EXIT_FINDINGS;
	return finish_is_complete(p) ? EXIT_OK : EXIT_INCOMPLETE;
}

void finish_reports(const struct pipeline *p)
{
	const struct options *o = p->options;

	if (o->dump)
		fwrite(p->dump.s, 1, p->dump.n, stdout);
	else
		write_report(p, o->format, NULL);
	vec_for_each_ptr(const struct output, out, &o->outputs)
		write_report(p, out->reporter, out->path);
	if (o->dump || !o->format->is_whole)
		finish_complain(p);
}
