// SPDX-License-Identifier: MIT
/* contract.yaml, catalogue.yaml, and what changes them: profiles and --rules files. */
#include <string.h>

#include "model/fields.h"
#include "model/load.h"
#include "model/switches.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

/* ---- contract.yaml ---- */

static void read_clause(struct reader *r, const struct ynode *entry, void *catalogue)
{
	static const struct field fields[] = {
		REQUIRED("id", read_text, struct clause_info, id),
		REQUIRED("text", read_text, struct clause_info, text),
	};
	struct catalogue *c = catalogue;

	read_fields(r, entry, fields, N(fields), vec_push(r->arena, &c->clauses));
}

static void read_clauses(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_clause, r->context);
}

static void read_limits(struct reader *r, const struct ynode *value, void *slot)
{
	static const struct field fields[] = {
		REQUIRED("page-size", read_long, struct limits, page_size),
		REQUIRED("path-max", read_long, struct limits, path_max),
		REQUIRED("errno-max", read_long, struct limits, errno_max),
		REQUIRED("internal-min", read_long, struct limits, internal_min),
		REQUIRED("internal-max", read_long, struct limits, internal_max),
	};

	read_fields(r, value, fields, N(fields), slot);
}

void load_contract(struct arena *a, struct catalogue *c, const char *path, const char *text,
		   size_t n)
{
	static const struct field fields[] = {
		REQUIRED("clauses", read_clauses, struct catalogue, clauses),
		REQUIRED("limits", read_limits, struct catalogue, limits),
	};
	struct reader r = { .arena = a, .path = path, .context = c };

	read_fields(&r, reader_root(&r, text, n), fields, N(fields), c);
}

/* ---- catalogue.yaml ---- */

static void read_severity(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const words[] = { "off", "advice", "warning", "error" };

	*(enum severity *)slot = (enum severity)node_choice(r, value, "severity", words, N(words));
}

static void read_rule_clauses(struct reader *r, const struct ynode *value, void *slot)
{
	struct catalogue *c = r->context;
	const char **known = arena_array(r->arena, c->clauses.n, sizeof(*known));

	for (size_t i = 0; i < c->clauses.n; i++)
		known[i] = c->clauses.v[i].id;
	read_texts(r, value, slot);
	for (size_t i = 0; i < value->n; i++)
		node_choice(r, value->item[i], "clause", known, c->clauses.n);
}

static const struct field rule_fields[] = {
	REQUIRED("id", read_text, struct rule_info, id),
	REQUIRED("name", read_text, struct rule_info, name),
	REQUIRED("severity", read_severity, struct rule_info, severity),
	FIELD("lesser", read_severity, struct rule_info, lesser),
	REQUIRED("clauses", read_rule_clauses, struct rule_info, clauses),
	REQUIRED("obligation", read_text, struct rule_info, obligation),
	FIELD("oracle", read_text, struct rule_info, oracle),
	FIELD("upkeep", read_bool, struct rule_info, is_upkeep),
	REQUIRED("why", read_text, struct rule_info, why),
	REQUIRED("bad", read_text, struct rule_info, bad),
	REQUIRED("good", read_text, struct rule_info, good),
	REQUIRED("checked", read_text, struct rule_info, checked),
};

static void check_order(struct reader *r, const struct ynode *entry, const struct catalogue *c)
{
	const struct rule_info *last = &c->rules.v[c->rules.n - 1];

	if (c->rules.n > 1 && strcmp(last[-1].id, last->id) >= 0)
		reader_fail(r, entry, "rule %s is not in order after %s", last->id, last[-1].id);
	for (size_t i = 0; i + 1 < c->rules.n; i++)
		if (strcmp(c->rules.v[i].name, last->name) == 0)
			reader_fail(r, entry, "the name '%s' is taken by %s", last->name,
				    c->rules.v[i].id);
}

static void read_rule(struct reader *r, const struct ynode *entry, void *catalogue)
{
	struct catalogue *c = catalogue;
	struct rule_info *rule = vec_push(r->arena, &c->rules);

	read_fields(r, entry, rule_fields, N(rule_fields), rule);
	if (!ynode_get(entry, "lesser"))
		rule->lesser = rule->severity;
	if (rule->lesser > rule->severity)
		reader_fail(r, ynode_get(entry, "lesser"),
			    "the lesser severity is the greater one");
	check_order(r, entry, c);
}

static void read_rules(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_rule, r->context);
}

void load_catalogue(struct arena *a, struct catalogue *c, const char *path, const char *text,
		    size_t n)
{
	static const struct field fields[] = {
		REQUIRED("rules", read_rules, struct catalogue, rules),
	};
	struct reader r = { .arena = a, .path = path, .context = c };

	read_fields(&r, reader_root(&r, text, n), fields, N(fields), c);
}

/* ---- profiles and overlays ---- */

/* "warning", or "[error, warning]" for a rule with a milder form. */
static void read_switch(struct reader *r, const struct ynode *value, struct rule_info *rule)
{
	enum severity s, lesser;

	if (value->kind == YNODE_SEQUENCE && value->n == 2) {
		read_severity(r, value->item[0], &s);
		read_severity(r, value->item[1], &lesser);
		if (lesser > s)
			reader_fail(r, value, "the second severity is for the milder form");
	} else {
		read_severity(r, value, &s);
		lesser = rule->lesser < s ? rule->lesser : s;
	}
	rule->severity = s;
	rule->lesser = lesser;
}

struct rule_info *switches_rule(struct reader *r, const struct ynode *key)
{
	struct catalogue *c = r->context;
	const struct rule_info *rule = catalogue_find(c, key->text);
	const char **known;

	if (rule)
		return &c->rules.v[rule - c->rules.v];
	known = arena_array(r->arena, 2 * c->rules.n, sizeof(*known));
	for (size_t i = 0; i < c->rules.n; i++) {
		known[2 * i] = c->rules.v[i].name;
		known[2 * i + 1] = c->rules.v[i].id;
	}
	reader_fail_unknown(r, key, "rule", key->text, known, 2 * c->rules.n);
}

void switches_read(struct reader *r, const struct ynode *value, void *slot)
{
	struct catalogue *c = r->context;

	(void)slot;
	reader_expect(r, value, YNODE_MAPPING);
	for (size_t i = 0; i < value->n; i++) {
		if (strcmp(value->key[i]->text, "*") != 0) {
			read_switch(r, value->item[i], switches_rule(r, value->key[i]));
			continue;
		}
		vec_for_each_ptr(struct rule_info, rule, &c->rules)
			read_switch(r, value->item[i], rule);
	}
}

void load_rules_overlay(struct arena *a, struct catalogue *c, const char *path, const char *text,
			size_t n)
{
	static const struct field fields[] = {
		FIELD("description", read_skip, struct catalogue, profile),
		REQUIRED("rules", switches_read, struct catalogue, rules),
	};
	struct reader r = { .arena = a, .path = path, .context = c };

	read_fields(&r, reader_root(&r, text, n), fields, N(fields), c);
}

void load_profile(struct arena *a, struct catalogue *c, const char *path, const char *text,
		  size_t n)
{
	static const struct field fields[] = {
		REQUIRED("name", read_text, struct catalogue, profile),
		FIELD("description", read_skip, struct catalogue, profile),
		REQUIRED("attributes", read_texts, struct catalogue, attributes),
		FIELD("rules", switches_read, struct catalogue, rules),
	};
	struct reader r = { .arena = a, .path = path, .context = c };

	read_fields(&r, reader_root(&r, text, n), fields, N(fields), c);
}
