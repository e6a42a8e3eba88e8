// SPDX-License-Identifier: MIT
/*
 * SARIF 2.1.0, in the form that GitHub code scanning accepts and shows: one
 * run, real texts for each rule, one location per result with all four
 * coordinates, columns in UTF-16 units, the path as a code flow, and GitHub's
 * own line hash beside our fingerprint.
 *
 * No automationDetails: its id would overrule the category that an upload
 * chooses, and two uploads of one category replace each other.
 */
#include <string.h>

#include "report/json_value.h"
#include "report/linehash.h"
#include "report/place.h"

#define SCHEMA	 "https://json.schemastore.org/sarif-2.1.0.json"
#define ROOT_ID	 "SRCROOT"
#define MAX_TEXT 1024 /* of a short or full description */

struct writer {
	const struct run_report *report;
	struct arena *arena;
	struct sources *sources;
	struct linehashes *hashes;
	struct places places;
};

/* SARIF knows no advice; what GitHub calls it is a property of its own. */
static const struct {
	const char *level, *problem;
} levels[] = {
	[SEV_OFF] = { "none", "recommendation" },
	[SEV_ADVICE] = { "note", "recommendation" },
	[SEV_WARNING] = { "warning", "warning" },
	[SEV_ERROR] = { "error", "error" },
};

static json_t *with(const char *key, json_t *value)
{
	json_t *object = json_object();

	value_put(object, key, value);
	return object;
}

static json_t *text_object(struct writer *w, const char *s)
{
	return with("text", value_text(w->arena, s));
}

/* A message may hold links, "[text](target)"; ours has none, so a bracket is one. */
static json_t *message(struct writer *w, const char *s)
{
	struct strbuf b;

	if (!strstr(s, "]("))
		return text_object(w, s);
	strbuf_init(&b, w->arena);
	for (; *s; s++) {
		if (*s == '[' || *s == ']')
			strbuf_addc(&b, '\\');
		strbuf_addc(&b, *s);
	}
	return text_object(w, b.s);
}

/* ---- rules ---- */

static json_t *description(struct writer *w, const char *s)
{
	size_t n = strcspn(s, "\n");
	struct strbuf b;

	strbuf_init(&b, w->arena);
	while (*s && b.n + n < MAX_TEXT) {
		if (b.n)
			strbuf_addc(&b, ' ');
		strbuf_add_bytes(&b, s, n);
		s += n + (s[n] == '\n');
		n = strcspn(s, "\n");
	}
	return text_object(w, b.s);
}

static void add_part(struct strbuf *b, const char *title, const char *text, bool is_markdown,
		     bool is_code)
{
	if (!text || !text[0])
		return;
	strbuf_add(b, b->n ? "\n\n" : "");
	strbuf_addf(b, is_markdown ? "**%s**\n\n" : "%s:\n", title);
	strbuf_add(b, is_markdown && is_code ? "```c\n" : "");
	strbuf_add(b, text);
	if (is_markdown && is_code)
		strbuf_add(b, text[strlen(text) - 1] == '\n' ? "```" : "\n```");
}

/* The texts are those of the catalogue, so line ends in them are wanted. */
static json_t *help_text(struct writer *w, const struct rule_info *r, bool is_markdown)
{
	struct strbuf b;

	strbuf_init(&b, w->arena);
	add_part(&b, "What it asks for", r->obligation, is_markdown, false);
	add_part(&b, "Why", r->why, is_markdown, false);
	add_part(&b, "Breaks it", r->bad, is_markdown, true);
	add_part(&b, "Keeps it", r->good, is_markdown, true);
	add_part(&b, "How lint decides", r->checked, is_markdown, false);
	return json_stringn(b.s, b.n);
}

static json_t *tags(struct writer *w, const struct rule_info *r)
{
	json_t *array = json_array();

	value_push(array, json_string("sysfs"));
	for (size_t i = 0; i < r->nclauses; i++)
		value_push(array, value_text(w->arena,
					     arena_printf(w->arena, "contract/%s", r->clauses[i])));
	return array;
}

static json_t *rule(struct writer *w, const struct rule_info *r)
{
	json_t *object = json_object(), *help = json_object(), *properties = json_object();
	json_t *config = with("level", json_string(levels[r->severity].level));

	value_put(config, "enabled", json_boolean(r->severity != SEV_OFF));
	value_put(help, "text", help_text(w, r, false));
	value_put(help, "markdown", help_text(w, r, true));
	/* A finding is reported only with a path that breaks the rule. */
	value_put(properties, "precision", json_string("high"));
	value_put(properties, "problem.severity", json_string(levels[r->severity].problem));
	value_put(properties, "tags", tags(w, r));
	value_put(object, "id", value_text(w->arena, r->id));
	value_put(object, "name", value_text(w->arena, r->name));
	value_put(object, "shortDescription", description(w, r->obligation));
	value_put(object, "fullDescription", description(w, r->why ? r->why : r->obligation));
	value_put(object, "help", help);
	value_put(object, "defaultConfiguration", config);
	value_put(object, "properties", properties);
	return object;
}

static json_t *tool(struct writer *w)
{
	json_t *driver = json_object(), *rules = json_array();

	vec_for_each_ptr(const struct rule_info, r, &w->report->catalogue->rules)
		value_push(rules, rule(w, r));
	value_put(driver, "name", json_string("migver"));
	value_put(driver, "semanticVersion", json_string(MIGVER_VERSION));
	value_put(driver, "version",
		  value_text(w->arena, arena_printf(w->arena, "%s (libclang: %s)", MIGVER_VERSION,
						    w->report->libclang)));
	value_put(driver, "rules", rules);
	return with("driver", driver);
}

/* ---- places ---- */

static json_t *region(struct writer *w, const struct loc *loc)
{
	json_t *object = json_object();
	uint32_t end_line = loc->end_line, end_col = loc->end_col;

	/* An annotation of a pull request wants one line. */
	if (end_line > loc->line) {
		struct source_line l = source_line(w->sources, loc->path, loc->line);

		end_line = loc->line;
		end_col = l.n >= loc->col ? (uint32_t)l.n + 1 : loc->col + 1;
	}
	value_put(object, "startLine", json_integer(loc->line));
	value_put(object, "startColumn",
		  json_integer(source_utf16_column(w->sources, loc->path, loc->line, loc->col)));
	value_put(object, "endLine", json_integer(end_line));
	value_put(object, "endColumn",
		  json_integer(source_utf16_column(w->sources, loc->path, end_line, end_col)));
	return object;
}

static json_t *artifact(struct writer *w, const char *path)
{
	const char *uri = place_uri(&w->places, path);
	json_t *object = with("uri", value_text(w->arena, uri));

	if (strncmp(uri, "file:", 5) != 0)
		value_put(object, "uriBaseId", json_string(ROOT_ID));
	return object;
}

static json_t *location(struct writer *w, const struct loc *loc, const char *text)
{
	json_t *object = json_object(), *physical = json_object();

	value_put(physical, "artifactLocation", artifact(w, loc->path));
	if (loc->line)
		value_put(physical, "region", region(w, loc));
	value_put(object, "physicalLocation", physical);
	if (text)
		value_put(object, "message", message(w, text));
	return object;
}

/* A place for a step without one: it is about the finding's. */
static struct loc step_loc(const struct path_step *s, const struct loc *otherwise)
{
	const struct finding f = { .loc = s->loc };
	const struct run_report none = { 0 };

	return s->loc.path ? report_loc(&none, &f) : *otherwise;
}

/* ---- results ---- */

static json_t *code_flows(struct writer *w, const struct finding *f, const struct loc *loc)
{
	json_t *flows = json_array(), *threads = json_array(), *locations = json_array();

	vec_for_each_ptr(const struct path_step, s, &f->path) {
		struct loc at = step_loc(s, loc);

		value_push(locations, with("location", location(w, &at, s->message)));
	}
	value_push(locations, with("location", location(w, loc, f->message)));
	value_push(threads, with("locations", locations));
	value_push(flows, with("threadFlows", threads));
	return flows;
}

static json_t *fingerprints(struct writer *w, const struct finding *f, const struct loc *loc)
{
	json_t *object = json_object();
	const char *hash = linehash(w->hashes, loc->path, loc->line);

	if (hash)
		value_put(object, "primaryLocationLineHash", json_string(hash));
	value_put(object, "migver/v1", value_text(w->arena, f->fingerprint));
	return object;
}

static json_t *properties(struct writer *w, const struct finding *f)
{
	json_t *object = json_object();

	if (f->attr)
		value_put(object, "attribute", value_text(w->arena, f->attr->name));
	if (f->function)
		value_put(object, "function", value_text(w->arena, f->function));
	if (f->witness) {
		value_put(object, "write", value_text(w->arena, f->witness->write));
		value_put(object, "expect", value_text(w->arena, f->witness->expect));
	}
	return object;
}

/* @s: by what it is suppressed, or NULL. */
static json_t *result(struct writer *w, const struct finding *f, const struct suppressed *s)
{
	json_t *object = json_object(), *suppressions = json_array(), *one;
	struct loc loc = report_loc(w->report, f);
	json_t *locations = json_array();

	value_push(locations, location(w, &loc, NULL));
	value_put(object, "ruleId", value_text(w->arena, f->rule->id));
	value_put(object, "ruleIndex", json_integer(f->rule - w->report->catalogue->rules.v));
	value_put(object, "level", json_string(levels[f->severity].level));
	value_put(object, "message", message(w, f->message));
	value_put(object, "locations", locations);
	if (f->path.n)
		value_put(object, "codeFlows", code_flows(w, f, &loc));
	value_put(object, "partialFingerprints", fingerprints(w, f, &loc));
	if (s) {
		one = with("kind",
			   json_string(s->by == SUPPRESSED_IN_SOURCE ? "inSource" : "external"));
		value_put(one, "justification",
			  value_text(w->arena, s->reason ? s->reason : suppressor_name(s->by)));
		value_push(suppressions, one);
	}
	value_put(object, "suppressions", suppressions);
	value_put(object, "properties", properties(w, f));
	return object;
}

/* ---- what was not analyzed ---- */

static void notify(struct writer *w, const struct file_report *f, const struct path_step *reason,
		   json_t *out)
{
	const char *text = arena_printf(w->arena, "%s: %s", file_status_name(f->status),
					reason ? reason->message : "no reason given");
	json_t *note = with("level", json_string(f->status == FILE_FAILED ? "error" : "warning"));
	struct loc loc = { .path = f->path };
	json_t *locations = json_array();

	if (reason)
		loc = step_loc(reason, &loc);
	value_push(locations, location(w, &loc, NULL));
	value_put(note, "message", message(w, text));
	value_put(note, "locations", locations);
	value_push(out, note);
}

static json_t *invocation(struct writer *w)
{
	json_t *object = json_object(), *notes = json_array();
	bool is_successful = true;

	vec_for_each_ptr(const struct file_report, f, &w->report->files) {
		if (f->status != FILE_INCOMPLETE && f->status != FILE_FAILED)
			continue;
		is_successful &= f->status != FILE_FAILED;
		vec_for_each_ptr(const struct path_step, reason, &f->reasons)
			notify(w, f, reason, notes);
		if (!f->reasons.n)
			notify(w, f, NULL, notes);
	}
	value_put(object, "executionSuccessful", json_boolean(is_successful));
	value_put(object, "toolExecutionNotifications", notes);
	return object;
}

static json_t *run(struct writer *w)
{
	json_t *object = json_object(), *results = json_array(), *invocations = json_array();

	vec_for_each_ptr(const struct finding, f, &w->report->findings)
		value_push(results, result(w, f, NULL));
	vec_for_each_ptr(const struct suppressed, s, &w->report->suppressed)
		value_push(results, result(w, &s->finding, s));
	value_push(invocations, invocation(w));
	value_put(object, "tool", tool(w));
	value_put(object, "columnKind", json_string("utf16CodeUnits"));
	value_put(object, "originalUriBaseIds",
		  with(ROOT_ID, with("uri", value_text(w->arena,
						       place_file_uri(w->arena, w->places.root)))));
	value_put(object, "invocations", invocations);
	value_put(object, "results", results);
	return object;
}

void report_sarif(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	struct writer w = { .report = r, .arena = r->arena, .sources = report_sources(r) };
	json_t *log = json_object(), *runs = json_array();

	(void)o;
	w.hashes = linehashes_new(r->arena, w.sources);
	places_init(&w.places, r);
	value_push(runs, run(&w));
	value_put(log, "version", json_string("2.1.0"));
	value_put(log, "$schema", json_string(SCHEMA));
	value_put(log, "runs", runs);
	value_print(log, JSON_INDENT(1), out);
}
