// SPDX-License-Identifier: MIT
/* The table of reporters and what they share. */
#include <string.h>

#include "report/report.h"

#define REASONS_SHOWN 5

const struct reporter reporters[] = {
	{ "text", report_text },
	{ "json", report_json },
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

void report_place(struct strbuf *out, const struct loc *loc)
{
	if (!loc->path)
		return;
	report_escape(out, loc->path, strlen(loc->path));
	if (loc->line)
		strbuf_addf(out, ":%u:%u", loc->line, loc->col ? loc->col : 1);
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
