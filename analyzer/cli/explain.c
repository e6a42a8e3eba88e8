// SPDX-License-Identifier: MIT
/* "migver explain" and "migver rules": the catalogue for people. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/distance.h"
#include "base/fatal.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "rules/rule.h"

#define WIDTH 92 /* of text that is wrapped */

static bool is_implemented(const struct rule_info *r)
{
	for (size_t i = 0; i < rule_count; i++)
		if (strcmp(rule_table[i].id, r->id) == 0)
			return true;
	return r->is_upkeep;
}

static void load(struct options *o, struct catalogue *c)
{
	struct load_request request = options_load(o);
	struct attr_kinds kinds = { 0 };
	struct models models;

	load_everything(o->arena, &request, c, &kinds, &models);
}

/* ---- explain ---- */

static const char *clause_text(const struct catalogue *c, const char *id)
{
	vec_for_each_ptr(const struct clause_info, clause, &c->clauses)
		if (strcmp(clause->id, id) == 0)
			return clause->text;
	return "";
}

/* Each line of @text behind @indent; nothing for no text. */
static void section(struct strbuf *out, const char *title, const char *text)
{
	if (!text || !text[0])
		return;
	strbuf_addf(out, "\n%s\n", title);
	while (*text) {
		size_t n = strcspn(text, "\n");

		if (n)
			strbuf_add(out, "    ");
		strbuf_add_bytes(out, text, n);
		strbuf_addc(out, '\n');
		text += n + (text[n] == '\n');
	}
}

/* @text in lines of at most WIDTH columns, the first one from @column on, the others from @indent.
 */
static void add_wrapped(struct strbuf *out, const char *text, size_t column, size_t indent)
{
	for (text += strspn(text, " \n"); *text; text += strspn(text, " \n")) {
		size_t n = strcspn(text, " \n");

		if (column > indent && column + 1 + n > WIDTH) {
			strbuf_addf(out, "\n%*s", (int)indent, "");
			column = indent;
		} else if (column > indent) {
			strbuf_addc(out, ' ');
			column++;
		}
		strbuf_add_bytes(out, text, n);
		column += n;
		text += n;
	}
	strbuf_addc(out, '\n');
}

static void add_clauses(struct strbuf *out, const struct catalogue *c, const struct rule_info *r)
{
	if (!r->nclauses)
		return;
	strbuf_add(out, "\nWhere it comes from\n");
	for (size_t i = 0; i < r->nclauses; i++) {
		strbuf_addf(out, "    %-7s ", r->clauses[i]);
		add_wrapped(out, clause_text(c, r->clauses[i]), 12, 12);
	}
}

static void add_severity(struct strbuf *out, const struct rule_info *r)
{
	strbuf_addf(out, "%s %s: %s", r->id, r->name, severity_name(r->severity));
	if (r->lesser != r->severity && r->lesser != SEV_OFF)
		strbuf_addf(out, ", or %s in its milder form", severity_name(r->lesser));
	strbuf_addc(out, '\n');
}

static void explain(struct strbuf *out, const struct catalogue *c, const struct rule_info *r)
{
	add_severity(out, r);
	strbuf_add(out, "\nWhat it asks for\n    ");
	add_wrapped(out, r->obligation, 4, 4);
	add_clauses(out, c, r);
	section(out, "Why", r->why);
	section(out, "Breaks it", r->bad);
	section(out, "Keeps it", r->good);
	section(out, "How lint decides", r->checked);
	if (!is_implemented(r))
		section(out, "Not yet",
			"This version of lint has no check for the rule: "
			"its verdict is always unproved.");
	section(out, "What a running judge looks at", r->oracle);
}

static const char *folded(struct arena *a, const char *s, int (*fold)(int))
{
	char *copy = arena_strdup(a, s);

	for (char *p = copy; *p; p++)
		*p = (char)fold((unsigned char)*p);
	return copy;
}

static _Noreturn void fail_rule(struct arena *a, const struct catalogue *c, const char *word)
{
	const char **known = arena_array(a, 2 * c->rules.n, sizeof(*known)), *meant;
	struct strbuf b;
	size_t n = 0;

	vec_for_each_ptr(const struct rule_info, r, &c->rules) {
		known[n++] = r->name;
		known[n++] = r->id;
	}
	strbuf_init(&b, a);
	strbuf_add_escaped(&b, word, strlen(word), true);
	meant = closest(folded(a, word, tolower), known, n);
	if (!meant)
		meant = closest(folded(a, word, toupper), known, n);
	if (meant)
		fatal("there is no rule '%s'; did you mean '%s'?", b.s, meant);
	fatal("there is no rule '%s'; 'migver rules' lists them", b.s);
}

/* An id is in capitals and a name in small letters, whatever the user typed. */
static const struct rule_info *find_rule(struct arena *a, const struct catalogue *c,
					 const char *word)
{
	const struct rule_info *r = catalogue_find(c, folded(a, word, toupper));

	if (!r)
		r = catalogue_find(c, folded(a, word, tolower));
	if (!r)
		fail_rule(a, c, word);
	return r;
}

int command_explain(struct options *o)
{
	struct catalogue c = { 0 };
	struct strbuf out;

	if (!o->operands.n)
		fatal("explain: which rule? 'migver rules' lists them");
	load(o, &c);
	strbuf_init(&out, o->arena);
	for (size_t i = 0; i < o->operands.n; i++) {
		if (i)
			strbuf_add(&out, "\n\n");
		explain(&out, &c, find_rule(o->arena, &c, o->operands.v[i]));
	}
	fwrite(out.s, 1, out.n, stdout);
	return EXIT_OK;
}

/* ---- rules ---- */

static const char *clause_list(struct arena *a, const struct rule_info *r)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 0; i < r->nclauses; i++)
		strbuf_addf(&b, "%s%s", i ? "," : "", r->clauses[i]);
	return r->nclauses ? b.s : "-";
}

static const char *severity_list(struct arena *a, const struct rule_info *r)
{
	if (r->lesser == r->severity || r->lesser == SEV_OFF || r->severity == SEV_OFF)
		return severity_name(r->severity);
	return arena_printf(a, "%s/%s", severity_name(r->severity), severity_name(r->lesser));
}

int command_rules(struct options *o)
{
	static const char form[] = "%-6s %-17s %-15s %-17s %s\n";
	struct catalogue c = { 0 };

	if (o->operands.n)
		fatal("rules takes no arguments; did you mean 'migver explain'?");
	config_apply(o);
	load(o, &c);
	printf(form, "ID", "NAME", "SEVERITY", "CLAUSES", "CHECKED BY LINT");
	vec_for_each_ptr(const struct rule_info, r, &c.rules)
		printf(form, r->id, r->name, severity_list(o->arena, r), clause_list(o->arena, r),
		       is_implemented(r) ? "yes" : "not yet");
	return EXIT_OK;
}
