// SPDX-License-Identifier: MIT
/*
 * Annotations of a GitHub workflow. GitHub keeps ten of a level for each step
 * and drops the others silently, so no more are written, each finding has an
 * ordinary line as well, and what is left out is counted. No line of a source
 * file is quoted: a line that begins with "::" would be taken for a command.
 */
#include <string.h>

#include "report/place.h"
#include "report/report.h"

#define KEPT 10

static const char *const command[] = {
	[SEV_OFF] = "debug",
	[SEV_ADVICE] = "notice",
	[SEV_WARNING] = "warning",
	[SEV_ERROR] = "error",
};

/* Through the gate for hostile bytes, then as the runner wants it; @stop: more to encode. */
static void add_encoded(struct strbuf *out, const char *s, const char *stop)
{
	struct strbuf clean;

	strbuf_init(&clean, out->arena);
	report_escape(&clean, s, strlen(s));
	for (const char *p = clean.s; *p; p++) {
		if (*p == '%' || strchr(stop, *p))
			strbuf_addf(out, "%%%02X", (unsigned int)(unsigned char)*p);
		else
			strbuf_addc(out, *p);
	}
}

static void annotate(struct strbuf *out, struct places *p, const struct loc *loc,
		     const struct finding *f)
{
	strbuf_addf(out, "::%s file=", command[f->severity]);
	add_encoded(out, place_path(p, loc->path), ":,");
	strbuf_addf(out, ",line=%u,endLine=%u", loc->line, loc->end_line);
	/* Columns are refused where the lines differ. */
	if (loc->line == loc->end_line)
		strbuf_addf(out, ",col=%u,endColumn=%u", loc->col, loc->end_col);
	strbuf_addf(out, ",title=%s %s::", f->rule->id, f->rule->name);
	add_encoded(out, f->message, "");
	strbuf_addc(out, '\n');
}

static void add_line(struct strbuf *out, const struct loc *loc, const struct finding *f)
{
	strbuf_addf(out, "%s: ", severity_name(f->severity));
	report_place(out, loc);
	strbuf_add(out, ": ");
	report_escape(out, f->message, strlen(f->message));
	strbuf_addf(out, " [%s %s]\n", f->rule->id, f->rule->name);
}

void report_github(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	size_t seen[SEV_ERROR + 1] = { 0 };
	struct places places;

	(void)o;
	places_init(&places, r);
	vec_for_each_ptr(const struct finding, f, &r->findings) {
		struct loc loc = report_loc(r, f);

		if (seen[f->severity]++ < KEPT)
			annotate(out, &places, &loc, f);
		add_line(out, &loc, f);
	}
	for (int s = SEV_ERROR; s > SEV_OFF; s--)
		if (seen[s] > KEPT)
			strbuf_addf(out, "%s: %zu more are in the log, not among the annotations\n",
				    severity_name((enum severity)s), seen[s] - KEPT);
	vec_for_each_ptr(const struct file_report, f, &r->files) {
		if (f->status != FILE_INCOMPLETE && f->status != FILE_FAILED)
			continue;
		strbuf_add(out, "::warning file=");
		add_encoded(out, place_path(&places, f->path), ":,");
		strbuf_addf(out,
			    ",title=not checked completely::%s: ", file_status_name(f->status));
		add_encoded(out, f->reasons.n ? f->reasons.v[0].message : "no reason given", "");
		strbuf_addc(out, '\n');
	}
}
