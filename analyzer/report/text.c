// SPDX-License-Identifier: MIT
/* The report for people: one line per finding, its source line, notes, a summary. */
#include <string.h>

#include "report/report.h"
#include "report/source.h"

#define TAB	       8
#define MAX_LINE_BYTES 400 /* longer lines are generated code; nobody reads them */

struct printer {
	const struct run_report *report;
	const struct report_options *options;
	struct sources *sources;
	struct strbuf *out;
};

/* ---- colors ---- */

#define RESET "\033[0m"
#define BOLD  "\033[1m"
#define CYAN  "\033[1;36m"
#define GREEN "\033[1;32m"

static const char *const severity_color[] = {
	[SEV_OFF] = "",
	[SEV_ADVICE] = "\033[1;34m",
	[SEV_WARNING] = "\033[1;35m",
	[SEV_ERROR] = "\033[1;31m",
};

static void colored(struct printer *p, const char *color, const char *text)
{
	if (p->options->color)
		strbuf_addf(p->out, "%s%s" RESET, color, text);
	else
		strbuf_add(p->out, text);
}

/* ---- one line ---- */

static void escaped(struct printer *p, const char *s)
{
	report_escape(p->out, s, strlen(s));
}

/* "path:line:col: what: message", without the newline. */
static void headline(struct printer *p, const struct loc *loc, const char *color, const char *what,
		     const char *message)
{
	if (p->options->color)
		strbuf_add(p->out, BOLD);
	report_place(p->out, loc);
	strbuf_add(p->out, loc->path ? ": " : "");
	if (p->options->color)
		strbuf_add(p->out, RESET);
	colored(p, color, what);
	escaped(p, message);
}

static void note(struct printer *p, const struct loc *loc, const char *message)
{
	headline(p, loc, CYAN, "note: ", message);
	strbuf_addc(p->out, '\n');
}

/* ---- the source line and the caret below it ---- */

/* Append @n bytes at display column @column, tabs as blanks; returns the new column. */
static size_t add_source(struct strbuf *out, const char *s, size_t n, size_t column)
{
	while (n) {
		const char *tab = memchr(s, '\t', n);
		size_t part = tab ? (size_t)(tab - s) : n, from = out->n;

		report_escape(out, s, part);
		for (; from < out->n; from++)
			column += (out->s[from] & 0xc0) != 0x80;
		for (bool more = tab; more; more = column % TAB) {
			strbuf_addc(out, ' ');
			column++;
		}
		part += tab != NULL;
		s += part;
		n -= part;
	}
	return column;
}

static void caret(struct printer *p, size_t from, size_t to)
{
	for (size_t i = 0; i < from; i++)
		strbuf_addc(p->out, ' ');
	if (p->options->color)
		strbuf_add(p->out, GREEN);
	strbuf_addc(p->out, '^');
	for (size_t i = from + 1; i < to; i++)
		strbuf_addc(p->out, '~');
	strbuf_add(p->out, p->options->color ? RESET "\n" : "\n");
}

static void show_source(struct printer *p, const struct loc *loc)
{
	struct source_line line = source_line(p->sources, loc->path, loc->line);
	size_t from = loc->col ? loc->col - 1 : strspn(line.text ? line.text : "", " \t"),
	       to = line.n, start, end;

	if (!line.text || line.n > MAX_LINE_BYTES || from >= line.n)
		return;
	if (loc->end_line == loc->line && loc->end_col && loc->end_col - 1 < to)
		to = loc->end_col - 1;
	if (to <= from)
		to = from + 1;
	start = add_source(p->out, line.text, from, 0);
	end = add_source(p->out, line.text + from, to - from, start);
	add_source(p->out, line.text + to, line.n - to, end);
	strbuf_addc(p->out, '\n');
	caret(p, start, end);
}

/* ---- findings ---- */

static void show_witness(struct printer *p, const struct finding *f)
{
	struct strbuf b;

	if (!f->witness)
		return;
	strbuf_init(&b, p->report->arena);
	strbuf_addf(&b, "writing %s: %s", report_written(b.arena, f->witness), f->witness->expect);
	note(p, &f->loc, b.s);
}

static void show_finding(struct printer *p, const struct finding *f)
{
	const char *what = arena_printf(p->report->arena, "%s: ", severity_name(f->severity));

	headline(p, &f->loc, severity_color[f->severity], what, f->message);
	strbuf_addf(p->out, " [%s %s]\n", f->rule->id, f->rule->name);
	show_source(p, &f->loc);
	if (p->options->quiet)
		return;
	vec_for_each_ptr(const struct path_step, step, &f->path)
		note(p, &step->loc, step->message);
	show_witness(p, f);
	if (f->evidence)
		report_evidence(f->evidence, p->out);
}

static bool is_same_doubt(const struct obligation *a, const struct obligation *b)
{
	return a->verdict == b->verdict && loc_compare(&a->loc, &b->loc) == 0 &&
	       strcmp(a->reason ? a->reason : "", b->reason ? b->reason : "") == 0;
}

/* Rules that have a doubt in common share a line. */
static void show_unproved(struct printer *p, const struct attr_report *r,
			  const struct obligation *o)
{
	const char *sep = " [";

	for (const struct obligation *before = r->obligations.v; before < o; before++)
		if (is_same_doubt(before, o))
			return;
	headline(p, o->loc.path ? &o->loc : &r->attr->loc, CYAN,
		 "unproved: ", o->reason ? o->reason : "for no reason given");
	vec_for_each_ptr(const struct obligation, other, &r->obligations) {
		if (!is_same_doubt(other, o))
			continue;
		strbuf_addf(p->out, "%s%s %s", sep, other->rule->id, other->rule->name);
		sep = ", ";
	}
	strbuf_add(p->out, "]\n");
}

static void show_all_unproved(struct printer *p)
{
	vec_for_each_ptr(const struct attr_report, r, &p->report->attrs)
		vec_for_each_ptr(const struct obligation, o, &r->obligations)
			if (o->verdict == VERDICT_UNPROVED)
				show_unproved(p, r, o);
}

/* ---- the summary ---- */

static void counted(struct strbuf *out, size_t n, const char *thing, const char *plural)
{
	strbuf_addf(out, "%zu %s%s", n, thing, n == 1 ? "" : plural);
}

static size_t with_status(const struct printer *p, enum file_status status)
{
	size_t n = 0;

	vec_for_each_ptr(const struct file_report, f, &p->report->files)
		n += f->status == status;
	return n;
}

static void count_findings(struct printer *p)
{
	static const struct {
		enum severity severity;
		const char *thing, *plural;
	} rows[] = {
		{ SEV_ERROR, "error", "s" },
		{ SEV_WARNING, "warning", "s" },
		{ SEV_ADVICE, "advice", "" },
	};
	size_t shown = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t n = 0;

		vec_for_each_ptr(const struct finding, f, &p->report->findings)
			n += f->severity == rows[i].severity;
		if (!n)
			continue;
		strbuf_add(p->out, shown++ ? ", " : "");
		counted(p->out, n, rows[i].thing, rows[i].plural);
	}
	if (!shown)
		strbuf_add(p->out, "no findings");
	strbuf_add(p->out, " in ");
	counted(p->out, p->report->files.n - with_status(p, FILE_SKIPPED), "file", "s");
}

static void count_files(struct printer *p)
{
	static const enum file_status told[] = { FILE_SKIPPED, FILE_INCOMPLETE, FILE_FAILED };

	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		size_t n = with_status(p, told[i]);

		if (n)
			strbuf_addf(p->out, ", %zu %s", n, file_status_name(told[i]));
	}
}

static void count_obligations(struct printer *p)
{
	static const enum verdict order[] = { VERDICT_PROVED, VERDICT_VIOLATED, VERDICT_UNPROVED,
					      VERDICT_NOT_APPLICABLE };
	const char *sep = ": ";
	size_t total = 0;

	for (size_t i = 0; i < 4; i++)
		total += report_count(p->report, order[i]);
	counted(p->out, total, "obligation", "s");
	for (size_t i = 0; i < 4; i++) {
		size_t n = report_count(p->report, order[i]);

		if (!n)
			continue;
		strbuf_addf(p->out, "%s%zu %s", sep, n, verdict_name(order[i]));
		sep = ", ";
	}
}

static void summary(struct printer *p)
{
	count_findings(p);
	count_files(p);
	if (p->report->suppressed.n)
		strbuf_addf(p->out, ", %zu suppressed", p->report->suppressed.n);
	strbuf_add(p->out, "; ");
	if (!p->report->attrs.n) {
		strbuf_add(p->out, "no attribute found\n");
		return;
	}
	counted(p->out, p->report->attrs.n, "attribute", "s");
	strbuf_add(p->out, ", ");
	count_obligations(p);
	strbuf_addc(p->out, '\n');
}

void report_text(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	struct printer p = { r, o, report_sources(r), out };

	vec_for_each_ptr(const struct finding, f, &r->findings)
		show_finding(&p, f);
	if (o->unproved)
		show_all_unproved(&p);
	if (o->matrix)
		report_matrix(r, out);
	if (o->quiet)
		return;
	if (r->fuzz)
		report_campaign(r->fuzz, o->verbose, out);
	if (!o->no_summary)
		summary(&p);
}
