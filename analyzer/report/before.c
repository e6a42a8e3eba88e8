// SPDX-License-Identifier: MIT
/*
 * Which findings of the changed state were there before? Those of the same
 * rule, file, function and statement, as often as they were there. Where a
 * change adds one more of the same kind, its neighbours tell the new one from
 * the old ones: the lines around it. Fingerprints alone would number them by
 * place, and point at the last one instead.
 */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/strbuf.h"
#include "report/before.h"
#include "report/fingerprint.h"
#include "report/report.h"
#include "report/source.h"

#define REASON "there without the change, too"

/** struct counter - how many of a kind are still to be matched. */
struct counter {
	size_t left;
};

static struct counter *counter_of(struct arena *a, struct map *m, const char *key)
{
	struct counter *c = map_get(m, key);

	if (!c) {
		c = arena_new_of(a, struct counter);
		map_put(m, key, c);
	}
	return c;
}

/* What is the same about it in both states. */
static const char *kind_of(const struct run_report *r, const struct finding *f)
{
	const char *path = f->loc.path ? fingerprint_path(r->arena, f->loc.path) : "";
	const char *renamed = r->renamed ? map_get(r->renamed, path) : NULL;

	return arena_printf(r->arena, "%s\n%s\n%s\n%s", f->rule->id, renamed ? renamed : path,
			    f->function ? f->function : "", f->statement ? f->statement : "");
}

/* The text of the next line that isn't empty, in direction @step, without its white space. */
static void add_neighbour(const struct run_report *r, const struct finding *f, int step,
			  struct strbuf *out)
{
	struct sources *sources = report_sources(r);

	for (uint32_t line = f->loc.line + (uint32_t)step; line; line += (uint32_t)step) {
		struct source_line l = source_line(sources, f->loc.path, line);
		size_t before = out->n;

		if (!l.text)
			return;
		for (size_t i = 0; i < l.n; i++)
			if (l.text[i] != ' ' && l.text[i] != '\t')
				strbuf_addc(out, l.text[i]);
		if (out->n > before)
			return;
	}
}

static const char *kind_with_lines(const struct run_report *r, const struct finding *f)
{
	struct strbuf b;

	strbuf_init(&b, r->arena);
	strbuf_add(&b, kind_of(r, f));
	strbuf_addc(&b, '\n');
	add_neighbour(r, f, -1, &b);
	strbuf_addc(&b, '\n');
	add_neighbour(r, f, 1, &b);
	return b.s;
}

static void count(const struct run_report *before, const struct finding *f, struct map *kinds,
		  struct map *with_lines)
{
	counter_of(before->arena, kinds, kind_of(before, f))->left++;
	counter_of(before->arena, with_lines, kind_with_lines(before, f))->left++;
}

/* Takes one of the kind away, if there is one left. */
static bool take(struct arena *a, struct map *kinds, const char *kind)
{
	struct counter *c = counter_of(a, kinds, kind);

	if (!c->left)
		return false;
	c->left--;
	return true;
}

static void move(struct run_report *r, const bool *is_old)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->findings.n; i++) {
		const struct finding f = r->findings.v[i];

		if (is_old[i])
			*vec_push(r->arena, &r->suppressed) =
				(struct suppressed){ f, SUPPRESSED_BEFORE, REASON };
		else
			r->findings.v[kept++] = f;
	}
	r->findings.n = kept;
	/* A struct suppressed begins with its finding. */
	if (r->suppressed.n)
		qsort(r->suppressed.v, r->suppressed.n, sizeof(*r->suppressed.v), finding_compare);
}

void before_apply(struct run_report *r, const struct run_report *before)
{
	struct map *kinds = map_new(r->arena), *with_lines = map_new(r->arena);
	bool *is_old = arena_array(r->arena, r->findings.n + 1, sizeof(*is_old));

	vec_for_each_ptr(const struct finding, f, &before->findings)
		count(before, f, kinds, with_lines);
	vec_for_each_ptr(const struct suppressed, s, &before->suppressed)
		count(before, &s->finding, kinds, with_lines);
	/* The suppressed ones of now were there before, if anything of the kind was. */
	vec_for_each_ptr(const struct suppressed, s, &r->suppressed) {
		take(r->arena, kinds, kind_of(r, &s->finding));
		take(r->arena, with_lines, kind_with_lines(r, &s->finding));
	}
	for (size_t i = 0; i < r->findings.n; i++)
		is_old[i] = take(r->arena, with_lines, kind_with_lines(r, &r->findings.v[i])) &&
			    take(r->arena, kinds, kind_of(r, &r->findings.v[i]));
	for (size_t i = 0; i < r->findings.n; i++)
		is_old[i] = is_old[i] || take(r->arena, kinds, kind_of(r, &r->findings.v[i]));
	move(r, is_old);
}
