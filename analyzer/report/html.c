// SPDX-License-Identifier: MIT
/*
 * One page that needs nothing else: style and script stand in it, and its
 * policy forbids the browser to load anything. It is complete without the
 * script, which only filters. The markup is XML as well, so that a parser of
 * that kind can check it.
 */
#include <string.h>

#include "base/embedded.h"
#include "base/fatal.h"
#include "report/html.h"
#include "report/source.h"
#include "report/xml.h"

void page_text(struct page *p, const char *s)
{
	if (s)
		xml_text(p->out, s, strlen(s));
}

static void add(struct page *p, const char *markup)
{
	strbuf_add(p->out, markup);
}

static void add_place(struct page *p, const struct loc *loc)
{
	page_text(p, place_path(&p->places, loc->path));
	if (loc->line)
		strbuf_addf(p->out, ":%u", loc->line);
}

/* ---- head ---- */

static void add_embedded(struct page *p, const char *path)
{
	const struct embedded_file *f = embedded_find(path);

	if (!f)
		BUG("%s is not built in", path);
	strbuf_add_bytes(p->out, f->bytes, f->size);
}

static void add_head(struct page *p)
{
	add(p, "<!DOCTYPE html>\n"
	       "<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head>\n"
	       "<meta charset=\"utf-8\"/>\n"
	       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	       "style-src 'unsafe-inline'; script-src 'unsafe-inline'\"/>\n"
	       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
	       "<title>migver report</title>\n<style>\n");
	add_embedded(p, "report/page.css");
	add(p, "</style>\n</head>\n<body>\n");
}

static void add_level(struct page *p, enum severity s)
{
	size_t n = 0;

	vec_for_each_ptr(const struct finding, f, &p->report->findings)
		n += f->severity == s;
	strbuf_addf(p->out,
		    "<label><input type=\"checkbox\" data-level=\"%s\" checked=\"checked\"/> "
		    "%s (%zu)</label>\n",
		    severity_name(s), severity_name(s), n);
}

static void add_header(struct page *p)
{
	const struct run_report *r = p->report;

	strbuf_addf(p->out, "<header><div><h1>migver</h1>\n<span class=\"soft\">");
	strbuf_addf(p->out,
		    "%zu findings, %zu suppressed, %zu attributes in %zu files: ", r->findings.n,
		    r->suppressed.n, r->attrs.n, r->files.n);
	for (int v = VERDICT_VIOLATED; v >= VERDICT_NOT_APPLICABLE; v--)
		strbuf_addf(p->out, "%zu %s%s", report_count(r, (enum verdict)v),
			    verdict_name((enum verdict)v), v ? ", " : "");
	add(p, "</span>\n<div class=\"controls\" id=\"controls\" hidden=\"hidden\">\n"
	       "<input type=\"search\" id=\"search\" placeholder=\"search (/)\" "
	       "aria-label=\"search findings\"/>\n");
	for (int s = SEV_ERROR; s > SEV_OFF; s--)
		add_level(p, (enum severity)s);
	add(p, "<select id=\"rule\" aria-label=\"rule\"><option value=\"\">all rules</option>"
	       "</select>\n"
	       "<span class=\"soft\" id=\"shown\" aria-live=\"polite\"></span>\n"
	       "<button id=\"theme\" type=\"button\">light / dark</button>\n"
	       "</div></div></header>\n<main>\n");
}

/* ---- the matrix ---- */

static const char *const sign[] = {
	[VERDICT_NOT_APPLICABLE] = "&#8211;",
	[VERDICT_PROVED] = "&#10003;",
	[VERDICT_UNPROVED] = "?",
	[VERDICT_VIOLATED] = "&#10007;",
};

static bool is_column(const struct rule_info *rule)
{
	return rule->severity != SEV_OFF && !rule->is_upkeep;
}

/* The number of the finding that a cell leads to, from 1; 0: none. */
static size_t finding_of(const struct page *p, const struct attribute *attr,
			 const struct rule_info *rule)
{
	size_t i = 0;

	vec_for_each_ptr(const struct finding, f, &p->report->findings) {
		i++;
		if (f->attr == attr && f->rule == rule)
			return i;
	}
	return 0;
}

static void add_cell(struct page *p, const struct attribute *attr, const struct rule_info *rule,
		     const struct obligation *o)
{
	size_t f = finding_of(p, attr, rule);

	if (!o) {
		add(p, "<td></td>");
		return;
	}
	strbuf_addf(p->out, "<td class=\"%s\"", verdict_name(o->verdict));
	xml_attribute(p->out, "title",
		      arena_printf(p->arena, "%s %s: %s%s%s", rule->id, rule->name,
				   verdict_name(o->verdict), o->reason ? ": " : "",
				   o->reason ? o->reason : ""));
	add(p, ">");
	if (f)
		strbuf_addf(p->out, "<a href=\"#f%zu\">%s</a></td>", f, sign[o->verdict]);
	else
		strbuf_addf(p->out, "%s</td>", sign[o->verdict]);
}

static const struct obligation *obligation_of(const struct attr_report *r,
					      const struct rule_info *rule)
{
	vec_for_each_ptr(const struct obligation, o, &r->obligations)
		if (o->rule == rule)
			return o;
	return NULL;
}

static void add_row(struct page *p, const struct attr_report *r)
{
	add(p, "<tr><th scope=\"row\">");
	page_text(p, r->attr->name);
	add(p, " <span class=\"where\">");
	add_place(p, &r->attr->loc);
	add(p, "</span></th>");
	vec_for_each_ptr(const struct rule_info, rule, &p->report->catalogue->rules)
		if (is_column(rule))
			add_cell(p, r->attr, rule, obligation_of(r, rule));
	add(p, "</tr>\n");
}

static void add_matrix(struct page *p)
{
	add(p, "<section id=\"matrix\"><h2>Verdicts</h2>\n");
	if (!p->report->attrs.n) {
		add(p, "<p>No attribute was found.</p></section>\n");
		return;
	}
	add(p, "<div class=\"scroll\"><table class=\"matrix\"><thead><tr><th></th>");
	vec_for_each_ptr(const struct rule_info, rule, &p->report->catalogue->rules) {
		if (!is_column(rule))
			continue;
		add(p, "<th scope=\"col\"");
		xml_attribute(p->out, "title", rule->obligation);
		strbuf_addf(p->out, "><span>%s %s</span></th>", rule->id, rule->name);
	}
	add(p, "</tr></thead><tbody>\n");
	vec_for_each_ptr(const struct attr_report, r, &p->report->attrs)
		add_row(p, r);
	add(p, "</tbody></table></div>\n<div class=\"legend\">");
	for (int v = VERDICT_VIOLATED; v >= VERDICT_NOT_APPLICABLE; v--)
		strbuf_addf(p->out, "<span class=\"%s\">%s %s</span>\n",
			    verdict_name((enum verdict)v), sign[v], verdict_name((enum verdict)v));
	add(p, "</div></section>\n");
}

/* ---- what is unproved ---- */

static void add_doubts(struct page *p)
{
	if (!report_count(p->report, VERDICT_UNPROVED))
		return;
	add(p, "<section><h2>Unproved</h2>\n<details><summary>each with its reason</summary>\n"
	       "<div class=\"scroll\"><table class=\"list\"><tbody>\n");
	vec_for_each_ptr(const struct attr_report, r, &p->report->attrs)
		vec_for_each_ptr(const struct obligation, o, &r->obligations) {
			if (o->verdict != VERDICT_UNPROVED)
				continue;
			strbuf_addf(p->out, "<tr><td>%s %s</td><td class=\"where\">", o->rule->id,
				    o->rule->name);
			add_place(p, o->loc.path ? &o->loc : &r->attr->loc);
			add(p, "</td><td>");
			page_text(p, o->reason);
			add(p, "</td></tr>\n");
		}
	add(p, "</tbody></table></div></details></section>\n");
}

/* ---- findings ---- */

static void add_steps(struct page *p, const struct finding *f, size_t id)
{
	size_t number = 0;

	if (!f->path.n)
		return;
	add(p, "<ol class=\"steps\">\n");
	vec_for_each_ptr(const struct path_step, s, &f->path) {
		add(p, "<li>");
		page_text(p, s->message);
		number++;
		if (s->loc.path) {
			strbuf_addf(p->out, " <a class=\"where\" href=\"#f%zu-%zu\">", id, number);
			add_place(p, &s->loc);
			add(p, "</a>");
		}
		add(p, "</li>\n");
	}
	add(p, "<li>");
	page_text(p, f->message);
	add(p, "</li>\n</ol>\n");
}

static void add_help(struct page *p, const struct rule_info *r)
{
	add(p, "<details><summary>What the rule asks for</summary><p>");
	page_text(p, r->obligation);
	add(p, "</p><p>");
	page_text(p, r->why ? r->why : "");
	add(p, "</p>");
	if (r->good) {
		add(p, "<pre>");
		xml_lines(p->out, r->good);
		add(p, "</pre>");
	}
	add(p, "</details>\n");
}

static void add_witness(struct page *p, const struct witness *w)
{
	if (!w)
		return;
	add(p, "<p class=\"witness\">writing <code>");
	page_text(p, report_written(p->out->arena, w));
	add(p, "</code>: ");
	page_text(p, w->expect);
	add(p, "</p>\n");
}

/* What all articles have in common, from the head on. */
static void add_body(struct page *p, const struct finding *f, size_t id)
{
	struct loc loc = report_loc(p->report, f);

	strbuf_addf(p->out, "<h3><span class=\"badge\">%s</span>", severity_name(f->severity));
	page_text(p, f->message);
	strbuf_addf(p->out, " <code>%s %s</code></h3>\n<p class=\"where\">", f->rule->id,
		    f->rule->name);
	add_place(p, &loc);
	if (f->function) {
		add(p, " in ");
		page_text(p, f->function);
		add(p, "()");
	}
	if (f->attr) {
		add(p, ", attribute ");
		page_text(p, f->attr->name);
	}
	add(p, "</p>\n");
	add_witness(p, f->witness);
	add_steps(p, f, id);
	page_excerpts(p, f, id);
	add_help(p, f->rule);
}

static void add_findings(struct page *p)
{
	size_t id = 0;

	add(p, "<section><h2>Findings</h2>\n");
	if (!p->report->findings.n)
		add(p, "<p>None.</p>\n");
	vec_for_each_ptr(const struct finding, f, &p->report->findings) {
		const char *severity = severity_name(f->severity);

		strbuf_addf(p->out,
			    "<article class=\"%s\" id=\"f%zu\" data-severity=\"%s\" "
			    "data-rule=\"%s %s\">\n",
			    severity, ++id, severity, f->rule->id, f->rule->name);
		add_body(p, f, id);
		add(p, "</article>\n");
	}
	add(p, "</section>\n");
}

static void add_suppressed(struct page *p)
{
	size_t id = p->report->findings.n;

	if (!p->report->suppressed.n)
		return;
	add(p, "<section><h2>Suppressed</h2>\n");
	vec_for_each_ptr(const struct suppressed, s, &p->report->suppressed) {
		strbuf_addf(p->out, "<article id=\"f%zu\">\n<p class=\"witness\">%s: ", ++id,
			    suppressor_name(s->by));
		page_text(p, s->reason ? s->reason : "no reason given");
		add(p, "</p>\n");
		add_body(p, &s->finding, id);
		add(p, "</article>\n");
	}
	add(p, "</section>\n");
}

/* ---- files ---- */

static void add_file(struct page *p, const struct file_report *f)
{
	add(p, "<tr><td class=\"where\">");
	page_text(p, place_path(&p->places, f->path));
	strbuf_addf(p->out, "</td><td>%s", file_status_name(f->status));
	vec_for_each_ptr(const struct path_step, r, &f->reasons) {
		add(p, "<br/><span class=\"soft\">");
		if (r->loc.path) {
			add_place(p, &r->loc);
			add(p, ": ");
		}
		page_text(p, r->message);
		add(p, "</span>");
	}
	add(p, "</td><td>");
	page_text(p, f->flags_from);
	add(p, "</td></tr>\n");
}

static void add_files(struct page *p)
{
	size_t nskipped = 0;

	add(p, "<section><h2>Files</h2>\n<div class=\"scroll\"><table class=\"list\"><thead><tr>"
	       "<th>file</th><th>status</th><th>flags from</th></tr></thead><tbody>\n");
	vec_for_each_ptr(const struct file_report, f, &p->report->files) {
		nskipped += f->status == FILE_SKIPPED;
		if (f->status != FILE_SKIPPED)
			add_file(p, f);
	}
	add(p, "</tbody></table></div>\n");
	if (nskipped)
		strbuf_addf(p->out,
			    "<p class=\"soft\">%zu more were skipped: they do not mention the "
			    "attribute.</p>\n",
			    nskipped);
	add(p, "</section>\n<p class=\"soft\">migver " MIGVER_VERSION ", ");
	page_text(p, p->report->libclang);
	add(p, "</p>\n</main>\n<script>\n//<![CDATA[\n");
	add_embedded(p, "report/page.js");
	add(p, "//]]>\n</script>\n</body></html>\n");
}

void report_html(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	struct page p = {
		.report = r, .out = out, .arena = r->arena, .sources = report_sources(r)
	};

	(void)o;
	places_init(&p.places, r);
	add_head(&p);
	add_header(&p);
	add_matrix(&p);
	add_findings(&p);
	add_doubts(&p);
	add_suppressed(&p);
	add_files(&p);
}
