// SPDX-License-Identifier: MIT
#include <jansson.h>
#include <string.h>

#include "base/fatal.h"
#include "front/paths.h"
#include "fuzzing/confirm.h"

/** struct claim - a finding of the lint report. */
struct claim {
	const char *rule, *message, *function, *attribute, *fingerprint;
	struct loc loc;
};

static const char *member(struct arena *a, const json_t *object, const char *name)
{
	const json_t *value = json_object_get(object, name);

	return json_is_string(value) ? arena_strdup(a, json_string_value(value)) : NULL;
}

static struct claim read_claim(struct arena *a, const json_t *f)
{
	struct claim c = {
		.rule = member(a, f, "rule"),
		.message = member(a, f, "message"),
		.function = member(a, f, "function"),
		.attribute = member(a, f, "attribute"),
		.fingerprint = member(a, f, "fingerprint"),
		.loc.path = member(a, f, "file"),
		.loc.line = (uint32_t)json_integer_value(json_object_get(f, "line")),
		.loc.col = (uint32_t)json_integer_value(json_object_get(f, "column")),
	};

	return c;
}

/* The same file, however either report spells it. */
static bool is_same_file(struct arena *a, const char *x, const char *y)
{
	const char *real_x, *real_y;

	if (!x || !y || strcmp(path_base(x), path_base(y)) != 0)
		return false;
	real_x = path_real(a, x);
	real_y = path_real(a, y);
	return !real_x || !real_y || strcmp(real_x, real_y) == 0;
}

static bool is_ours(struct arena *a, const struct claim *c, const struct run_report *r)
{
	vec_for_each_ptr(const struct file_report, f, &r->files)
		if (is_same_file(a, f->path, c->loc.path))
			return true;
	return !c->loc.path;
}

/*
 * What a handler answered is found at the handler, wherever the value came from;
 * what happened inside some other function has its place there.
 */
static bool is_at_handler(const struct finding *f)
{
	const struct attribute *attr = f->attr;

	if (!f->function || !attr)
		return true;
	return (attr->show.name && strcmp(f->function, attr->show.name) == 0) ||
	       (attr->store.name && strcmp(f->function, attr->store.name) == 0);
}

/* 3: the place, 2: the function, 1: the attribute, 0: no match. */
static int match(struct arena *a, const struct claim *c, const struct finding *f)
{
	if (!f->evidence || strcmp(f->rule->id, c->rule) != 0)
		return 0;
	if (f->loc.line == c->loc.line && is_same_file(a, f->loc.path, c->loc.path))
		return 3;
	if (f->function && c->function && strcmp(f->function, c->function) == 0)
		return 2;
	if (!is_at_handler(f))
		return 0;
	return !f->attr || !c->attribute || strcmp(f->attr->name, c->attribute) == 0;
}

static const struct finding *best_match(struct arena *a, const struct claim *c,
					const struct run_report *r)
{
	const struct finding *best = NULL;
	int best_score = 0;

	vec_for_each_ptr(const struct finding, f, &r->findings) {
		int score = match(a, c, f);

		if (score > best_score) {
			best = f;
			best_score = score;
		}
	}
	return best;
}

/* Whether this run could have seen the rule broken. */
static bool has_oracle(const struct run_report *r, const struct fuzz_facts *facts, const char *rule)
{
	const struct rule_info *info = catalogue_find(r->catalogue, rule);

	vec_for_each_ptr(const struct fuzz_off, off, &facts->off)
		if (strcmp(off->rule, rule) == 0)
			return false;
	return info && info->oracle;
}

static enum confirmation_verdict verdict_on(const struct claim *c, const struct finding *f,
					    const struct run_report *r,
					    const struct fuzz_facts *facts)
{
	if (f)
		return CONFIRMED;
	return has_oracle(r, facts, c->rule) ? NOT_REPRODUCED : NO_ORACLE;
}

static void confirm_one(struct arena *a, const struct claim *c, const struct run_report *r,
			struct fuzz_facts *facts)
{
	const struct finding *f = best_match(a, c, r);
	struct confirmation *out = vec_push(a, &facts->confirmations);

	*out = (struct confirmation){
		.rule = c->rule,
		.message = c->message ? c->message : "",
		.fingerprint = c->fingerprint,
		.loc = c->loc,
		.tries = facts->inputs,
		.verdict = verdict_on(c, f, r, facts),
		.evidence = f ? f->evidence : NULL,
	};
}

/* The report; its findings are in @findings. */
static json_t *load_report(const char *path, json_t **findings)
{
	json_error_t error;
	json_t *report = json_load_file(path, 0, &error);

	if (!report)
		fatal("%s:%d:%d: %s", path, error.line, error.column, error.text);
	*findings = json_object_get(report, "findings");
	if (!json_is_array(*findings))
		fatal("%s: no report of migver lint: it has no findings", path);
	return report;
}

static bool has_string(const name_list *list, const char *s)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i], s) == 0)
			return true;
	return false;
}

static bool is_mild(struct arena *a, const json_t *finding, const struct rule_info *rule)
{
	const char *severity = member(a, finding, "severity");

	return severity && rule && rule->lesser != rule->severity &&
	       strcmp(severity, severity_name(rule->lesser)) == 0;
}

name_list confirm_rules(struct arena *a, const char *path, const struct catalogue *catalogue)
{
	json_t *findings, *report = load_report(path, &findings), *f;
	name_list rules = { 0 };
	size_t i;

	json_array_foreach(findings, i, f)
	{
		const char *rule = member(a, f, "rule");

		if (rule && is_mild(a, f, catalogue_find(catalogue, rule)))
			rule = arena_printf(a, "%s-", rule);
		if (rule && !has_string(&rules, rule))
			*vec_push(a, &rules) = rule;
	}
	json_decref(report);
	return rules;
}

void confirm_report(struct arena *a, const char *path, const struct run_report *found,
		    struct fuzz_facts *facts)
{
	json_t *findings, *report = load_report(path, &findings), *f;
	size_t i;

	json_array_foreach(findings, i, f)
	{
		struct claim c = read_claim(a, f);

		if (c.rule && is_ours(a, &c, found))
			confirm_one(a, &c, found, facts);
	}
	json_decref(report);
}
