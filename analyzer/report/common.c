// SPDX-License-Identifier: MIT
/* The table of reporters and what they share. */
#include <string.h>

#include "report/fingerprint.h"
#include "report/report.h"
#include "report/source.h"

#define REASONS_SHOWN 5

const struct reporter reporters[] = {
	{ "text", "for people", false, report_text },
	{ "json", "everything, as docs/json.md says", false, report_json },
	{ "jsonl", "the same, one object a line", false, report_jsonl },
	{ "sarif", "SARIF 2.1.0, for GitHub code scanning and editors", false, report_sarif },
	{ "gitlab", "GitLab Code Quality", false, report_gitlab },
	{ "junit", "JUnit XML: a test case for each attribute and rule", false, report_junit },
	{ "checkstyle", "checkstyle XML", false, report_checkstyle },
	{ "github", "annotations of a GitHub workflow", false, report_github },
	{ "ktap", "the kernel's test format", false, report_ktap },
	{ "html", "one page that needs nothing else", false, report_html },
	{ "b4", "a line for each finding, as b4's checks of patches want it", true, report_b4 },
	{ "b4-json", "the checks of 'b4 review'", true, report_b4_json },
};
const size_t reporter_count = sizeof(reporters) / sizeof(reporters[0]);

void report_escape(struct strbuf *out, const char *s, size_t n)
{
	while (n) {
		const char *slash = memchr(s, '\\', n);
		size_t part = slash ? (size_t)(slash - s) : n;

		strbuf_add_escaped(out, s, part, true);
		if (slash)
			strbuf_addc(out, '\\');
		part += slash != NULL;
		s += part;
		n -= part;
	}
}

void report_quote(struct strbuf *out, const char *s)
{
	struct strbuf clean;

	strbuf_init(&clean, out->arena);
	report_escape(&clean, s, strlen(s));
	strbuf_addc(out, '"');
	for (const char *p = clean.s; *p; p++) {
		if (*p == '"' || *p == '\\')
			strbuf_addc(out, '\\');
		strbuf_addc(out, *p);
	}
	strbuf_addc(out, '"');
}

void report_place(struct strbuf *out, const struct loc *loc)
{
	if (!loc->path)
		return;
	report_escape(out, loc->path, strlen(loc->path));
	if (loc->line)
		strbuf_addf(out, ":%u:%u", loc->line, loc->col ? loc->col : 1);
}

struct sources *report_sources(const struct run_report *r)
{
	return r->sources ? r->sources : sources_new(r->arena);
}

#define MANY_WRITTEN 72 /* characters */

const char *report_written(struct arena *a, const struct witness *w)
{
	int n = MANY_WRITTEN / 2;

	if (strlen(w->write) <= MANY_WRITTEN)
		return arena_printf(a, "\"%s\"", w->write);
	for (int k = 1; k < 4; k++) /* an escape is not cut */
		if (w->write[n - k] == '\\')
			n -= k;
	return arena_printf(a, "\"%.*s...\" (%zu bytes)", n, w->write, w->n);
}

struct loc report_loc(const struct run_report *r, const struct finding *f)
{
	struct loc loc = f->loc;

	if (!loc.path)
		loc.path = r->files.n ? r->files.v[0].path : ".";
	loc.line = loc.line ? loc.line : 1;
	loc.col = loc.col ? loc.col : 1;
	if (loc.end_line < loc.line || (loc.end_line == loc.line && loc.end_col <= loc.col)) {
		loc.end_line = loc.line;
		loc.end_col = loc.col + 1;
	}
	return loc;
}

static const char *last_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const struct file_report *report_file(const struct run_report *r, const char *path)
{
	const char *name = last_name(path);

	vec_for_each_ptr(const struct file_report, f, &r->files)
		if (strcmp(last_name(f->path), name) == 0 &&
		    strcmp(fingerprint_path(r->arena, f->path), path) == 0)
			return f;
	return NULL;
}

bool report_is_decided(const struct run_report *r, const char *path, const struct rule_info *rule)
{
	const struct file_report *f = report_file(r, fingerprint_path(r->arena, path));

	if (rule->severity == SEV_OFF || !f || f->status == FILE_INCOMPLETE ||
	    f->status == FILE_FAILED)
		return false;
	vec_for_each_ptr(const struct attr_report, attr, &r->attrs)
		vec_for_each_ptr(const struct obligation, o, &attr->obligations)
			if (o->rule == rule && o->verdict == VERDICT_UNPROVED)
				return false;
	return true;
}

size_t report_count(const struct run_report *r, enum verdict v)
{
	size_t n = 0;

	vec_for_each_ptr(const struct attr_report, attr, &r->attrs)
		vec_for_each_ptr(const struct obligation, o, &attr->obligations)
			n += o->verdict == v;
	return n;
}

static void complain_of(const struct file_report *f, bool all_reasons, struct strbuf *out)
{
	size_t shown = all_reasons || f->reasons.n <= REASONS_SHOWN ? f->reasons.n : REASONS_SHOWN;

	strbuf_add(out, "migver: ");
	report_escape(out, f->path, strlen(f->path));
	strbuf_addf(out, ": %s\n", file_status_name(f->status));
	for (size_t i = 0; i < shown; i++) {
		const struct path_step *r = &f->reasons.v[i];

		strbuf_add(out, "  ");
		report_place(out, &r->loc);
		strbuf_add(out, r->loc.path ? ": " : "");
		report_escape(out, r->message, strlen(r->message));
		strbuf_addc(out, '\n');
	}
	if (shown < f->reasons.n)
		strbuf_addf(out, "  and %zu more (-v shows them)\n", f->reasons.n - shown);
}

void report_complaints(const struct run_report *r, bool all_reasons, struct strbuf *out)
{
	vec_for_each_ptr(const struct file_report, f, &r->files)
		if (f->status == FILE_INCOMPLETE || f->status == FILE_FAILED)
			complain_of(f, all_reasons, out);
}
