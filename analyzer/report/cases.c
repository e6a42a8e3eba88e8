// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/map.h"
#include "report/cases.h"
#include "report/place.h"

struct maker {
	const struct run_report *report;
	const struct report_options *options;
	struct arena *arena;
	struct places places;
	struct map *names; /* size_t: how often a suite's name was wanted */
	suite_list suites;
};

static const char *path_of(struct maker *m, const char *path)
{
	return path ? place_path(&m->places, path) : "";
}

/* ---- names ---- */

/* The second "x" of several is "x (2)". */
static const char *unique(struct arena *a, struct map *names, const char *name)
{
	size_t *n = map_get(names, name);

	if (!n) {
		n = arena_new_of(a, size_t);
		map_put(names, name, n);
	}
	return ++*n == 1 ? name : arena_printf(a, "%s (%zu)", name, *n);
}

static struct report_suite *add_suite(struct maker *m, const char *name)
{
	struct report_suite *s = vec_push(m->arena, &m->suites);

	s->name = unique(m->arena, m->names, name);
	return s;
}

static void add_case(struct maker *m, struct report_suite *s, struct report_case c)
{
	if (!c.details)
		c.details = "";
	s->counts[c.status]++;
	*vec_push(m->arena, &s->cases) = c;
}

/* ---- texts ---- */

static void add_finding(struct maker *m, struct strbuf *b, const struct finding *f)
{
	struct loc loc = f->loc;

	if (loc.path)
		loc.path = path_of(m, loc.path);
	report_place(b, &loc);
	strbuf_addf(b, "%s%s: %s\n", loc.path ? ": " : "", severity_name(f->severity), f->message);
	vec_for_each_ptr(const struct path_step, step, &f->path) {
		struct loc at = step->loc;

		if (at.path)
			at.path = path_of(m, at.path);
		strbuf_add(b, "  ");
		report_place(b, &at);
		strbuf_addf(b, "%s%s\n", at.path ? ": " : "", step->message);
	}
	if (f->witness)
		strbuf_addf(b, "  writing %s: %s\n", report_written(b->arena, f->witness),
			    f->witness->expect);
}

/* ---- an attribute ---- */

static bool is_of(const struct finding *f, const struct attribute *attr,
		  const struct rule_info *rule)
{
	return f->attr == attr && f->rule == rule;
}

/* A violation fails if one of its findings is at or above the level that counts. */
static void judge_violated(struct maker *m, const struct attribute *attr,
			   const struct obligation *o, struct report_case *c)
{
	const char *known = NULL;
	struct strbuf b;

	strbuf_init(&b, m->arena);
	c->status = CASE_PASSED;
	c->why = NULL;
	vec_for_each_ptr(const struct finding, f, &m->report->findings) {
		if (!is_of(f, attr, o->rule))
			continue;
		add_finding(m, &b, f);
		if (f->severity >= m->options->fail_on)
			c->status = CASE_FAILED;
		c->why = c->why ? c->why : f->message;
	}
	vec_for_each_ptr(const struct suppressed, s, &m->report->suppressed)
		if (is_of(&s->finding, attr, o->rule))
			known = s->reason ? s->reason : suppressor_name(s->by);
	if (!c->why && known) {
		c->status = CASE_SKIPPED;
		c->why = arena_printf(m->arena, "suppressed: %s", known);
	} else if (!c->why) {
		c->status = CASE_SKIPPED;
		c->why = "violated, as reported for an attribute with the same handler";
	}
	c->details = b.s;
}

static void add_obligation(struct maker *m, struct report_suite *s, const struct attribute *attr,
			   const struct obligation *o)
{
	struct report_case c = {
		.name = arena_printf(m->arena, "%s %s", o->rule->id, o->rule->name),
		.path = path_of(m, attr->loc.path),
	};

	switch (o->verdict) {
	case VERDICT_PROVED:
		c.status = CASE_PASSED;
		break;
	case VERDICT_VIOLATED:
		judge_violated(m, attr, o, &c);
		break;
	case VERDICT_UNPROVED:
		c.status = m->options->fail_on_unproved ? CASE_FAILED : CASE_SKIPPED;
		c.why = arena_printf(m->arena, "unproved: %s", o->reason ? o->reason : "");
		break;
	case VERDICT_NOT_APPLICABLE:
		c.status = CASE_SKIPPED;
		c.why = arena_printf(m->arena, "not applicable: %s", o->reason ? o->reason : "");
		break;
	}
	add_case(m, s, c);
}

static void add_attribute(struct maker *m, const struct attr_report *r)
{
	const struct attribute *attr = r->attr;
	const char *object = attr->object ? attr->object : attr->name;
	struct report_suite *s =
		add_suite(m, arena_printf(m->arena, "%s %s (%s)", path_of(m, attr->loc.path),
					  attr->name, object));

	vec_for_each_ptr(const struct obligation, o, &r->obligations)
		add_obligation(m, s, attr, o);
}

/* ---- what is about no attribute ---- */

static void add_files(struct maker *m)
{
	struct report_suite *s = add_suite(m, "files");
	struct map *names = map_new(m->arena);

	vec_for_each_ptr(const struct file_report, f, &m->report->files) {
		bool is_bad = f->status == FILE_INCOMPLETE || f->status == FILE_FAILED;
		const char *path = path_of(m, f->path);
		struct strbuf b;

		if (f->status == FILE_SKIPPED)
			continue;
		strbuf_init(&b, m->arena);
		vec_for_each_ptr(const struct path_step, r, &f->reasons) {
			report_place(&b, &r->loc);
			strbuf_addf(&b, "%s%s\n", r->loc.path ? ": " : "", r->message);
		}
		add_case(m, s,
			 (struct report_case){
				 .name = unique(m->arena, names, path),
				 .path = path,
				 .status = is_bad ? CASE_BROKEN : CASE_PASSED,
				 .why = is_bad ? file_status_name(f->status) : NULL,
				 .details = is_bad ? b.s : "",
			 });
	}
}

static void add_others(struct maker *m)
{
	struct map *names = map_new(m->arena);
	struct report_suite *s = NULL;

	vec_for_each_ptr(const struct finding, f, &m->report->findings) {
		const char *name = arena_printf(m->arena, "%s %s %s", path_of(m, f->loc.path),
						f->rule->id, f->rule->name);
		struct strbuf b;

		if (f->attr)
			continue;
		s = s ? s : add_suite(m, "others");
		strbuf_init(&b, m->arena);
		add_finding(m, &b, f);
		add_case(m, s,
			 (struct report_case){
				 .name = unique(m->arena, names, name),
				 .path = path_of(m, f->loc.path),
				 .status = f->severity >= m->options->fail_on ? CASE_FAILED
									      : CASE_PASSED,
				 .why = f->message,
				 .details = b.s,
			 });
	}
}

suite_list report_suites(const struct run_report *r, const struct report_options *o)
{
	struct maker m = { .report = r, .options = o, .arena = r->arena };

	m.names = map_new(r->arena);
	places_init(&m.places, r);
	add_files(&m);
	vec_for_each_ptr(const struct attr_report, attr, &r->attrs)
		add_attribute(&m, attr);
	add_others(&m);
	return m.suites;
}
