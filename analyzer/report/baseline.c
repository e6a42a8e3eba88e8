// SPDX-License-Identifier: MIT
/*
 * A baseline holds the findings that a project knows and lives with. Entries
 * are found by fingerprint, so lines may move; the rest of an entry is for its
 * readers. An entry is gone only if its absence was seen: report_is_decided().
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/map.h"
#include "base/resolve.h"
#include "report/baseline.h"
#include "report/fingerprint.h"
#include "report/report.h"

static struct map *by_fingerprint(struct arena *a, const struct baseline *b)
{
	struct map *m = map_new(a);

	vec_for_each_ptr(struct baseline_entry, e, &b->entries)
		map_put(m, e->fingerprint, e);
	return m;
}

/* ---- what is gone ---- */

static bool is_file_gone(struct arena *a, const struct baseline *b, const char *file)
{
	const char *tree = path_work_tree(a, path_resolved(a, b->path));

	return tree && access(arena_printf(a, "%s%s", tree, file), F_OK) != 0;
}

/* Of a rule that this version does not know, nothing can be said. */
static bool is_gone(const struct run_report *r, const struct baseline *b,
		    const struct baseline_entry *e)
{
	const struct rule_info *rule = catalogue_find(r->catalogue, e->rule);
	const struct file_report *f;

	if (!rule)
		return false;
	if (is_file_gone(r->arena, b, e->file))
		return true;
	f = report_file(r, e->file);
	return f && report_is_decided(r, f->path, rule);
}

static struct map *fingerprints_of(const struct run_report *r)
{
	struct map *m = map_new(r->arena);

	vec_for_each_ptr(struct finding, f, &r->findings)
		map_put(m, f->fingerprint, f);
	vec_for_each_ptr(struct suppressed, s, &r->suppressed)
		map_put(m, s->finding.fingerprint, s);
	return m;
}

/* ---- lint ---- */

static void report_gone(struct run_report *r, const struct baseline *b, const struct map *there)
{
	const struct rule_info *info = catalogue_find(r->catalogue, "MV903");

	if (!info || info->severity == SEV_OFF)
		return;
	vec_for_each_ptr(const struct baseline_entry, e, &b->entries) {
		if (map_get(there, e->fingerprint) || !is_gone(r, b, e))
			continue;
		*vec_push(r->arena, &r->findings) = (struct finding){
			.rule = info,
			.severity = info->severity,
			.message = arena_printf(r->arena, "%s of %s is gone: '%s'", e->rule,
						e->file, e->message ? e->message : ""),
			.loc = { b->path, e->line, 1, e->line, 2 },
		};
	}
}

void baseline_apply(struct run_report *r, const struct baseline *b)
{
	struct map *known = by_fingerprint(r->arena, b), *there = fingerprints_of(r);
	size_t kept = 0;

	for (size_t i = 0; i < r->findings.n; i++) {
		const struct finding *f = &r->findings.v[i];
		const struct baseline_entry *e = map_get(known, f->fingerprint);

		if (e)
			*vec_push(r->arena, &r->suppressed) =
				(struct suppressed){ *f, SUPPRESSED_BASELINE, e->reason };
		else
			r->findings.v[kept++] = *f;
	}
	r->findings.n = kept;
	report_gone(r, b, there);
	if (r->findings.n)
		qsort(r->findings.v, r->findings.n, sizeof(*r->findings.v), finding_compare);
	fingerprint_findings(r);
}

/* ---- the file ---- */

static int by_place(const void *a, const void *b)
{
	const struct baseline_entry *e = a, *f = b;
	int d = strcmp(e->file, f->file);

	if (!d)
		d = strcmp(e->rule, f->rule);
	return d ? d : strcmp(e->fingerprint, f->fingerprint);
}

struct baseline baseline_merge(struct run_report *r, const struct baseline *old,
			       unsigned int changes)
{
	struct map *known = by_fingerprint(r->arena, old), *there = fingerprints_of(r);
	struct baseline b = { .path = old->path };

	vec_for_each_ptr(const struct baseline_entry, e, &old->entries)
		if (!(changes & BASELINE_DROP) || map_get(there, e->fingerprint) ||
		    !is_gone(r, old, e))
			*vec_push(r->arena, &b.entries) = *e;
	vec_for_each_ptr(const struct finding, f, &r->findings) {
		/* Complaints about suppressions are to be mended, not kept. */
		if (!(changes & BASELINE_ADD) || map_get(known, f->fingerprint) ||
		    f->rule->is_upkeep)
			continue;
		*vec_push(r->arena, &b.entries) = (struct baseline_entry){
			.fingerprint = f->fingerprint,
			.rule = f->rule->id,
			.file = f->loc.path ? fingerprint_path(r->arena, f->loc.path) : "-",
			.function = f->function,
			.message = f->message,
		};
	}
	if (b.entries.n)
		qsort(b.entries.v, b.entries.n, sizeof(*b.entries.v), by_place);
	return b;
}

static void add_value(struct strbuf *out, const char *key, const char *value)
{
	if (!value || !value[0])
		return;
	strbuf_addf(out, "    %s: ", key);
	report_quote(out, value);
	strbuf_addc(out, '\n');
}

void baseline_print(const struct baseline *b, struct strbuf *out)
{
	strbuf_add(out,
		   "# Findings that migver knows of and does not report again.\n"
		   "# 'migver baseline update' and 'prune' change this file; 'reason' is yours.\n"
		   "version: 1\n");
	strbuf_add(out, b->entries.n ? "findings:\n" : "findings: []\n");
	vec_for_each_ptr(const struct baseline_entry, e, &b->entries) {
		strbuf_addf(out, "  - fingerprint: \"%s\"\n", e->fingerprint);
		add_value(out, "rule", e->rule);
		add_value(out, "file", e->file);
		add_value(out, "function", e->function);
		add_value(out, "message", e->message);
		add_value(out, "reason", e->reason);
	}
}
