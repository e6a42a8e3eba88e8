// SPDX-License-Identifier: MIT
/*
 * Suppression in the source, where the next reader sees it:
 *
 *	return 0;	// migver-ignore[MV201]: reason
 *	migver-ignore[MV201, store-*]: reason	alone in its lines: the code below
 *	migver-ignore-begin[MV201]: reason ... migver-ignore-end[MV201]
 *	migver-ignore-file[MV201]: reason
 *
 * A comment must begin with the word. Rules are ids, names, or globs of them.
 * The reason may go on over lines. What is malformed is a finding and has no
 * other effect; what covers nothing is one too, unless that can't be told.
 */
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/strbuf.h"
#include "base/resolve.h"
#include "report/comments.h"
#include "report/fingerprint.h"
#include "report/ignore.h"
#include "report/report.h"
#include "report/source.h"

#define WORD "migver-ignore"

enum directive_kind {
	IGNORE_LINE,
	IGNORE_BEGIN,
	IGNORE_END,
	IGNORE_FILE,
};

/** struct directive - a comment that is well-formed so far. */
struct directive {
	enum directive_kind kind;
	struct loc loc;	   /* of the comment */
	const char *rules; /* the list as written, blanks removed */
	const char *reason;
	uint32_t from, to; /* lines that it covers */
	bool is_used, is_closed;
};

struct ignorer {
	struct run_report *report;
	struct arena *arena;
	struct map *seen; /* paths already read */
	VEC(struct directive) directives;
	finding_list complaints;
};

static void complain(struct ignorer *g, const char *rule, const struct loc *loc, const char *text)
{
	const struct rule_info *info = catalogue_find(g->report->catalogue, rule);

	if (info && info->severity != SEV_OFF)
		*vec_push(g->arena, &g->complaints) = (struct finding){
			.rule = info, .severity = info->severity, .message = text, .loc = *loc
		};
}

/* ---- the list of rules ---- */

/* The next entry of the comma-separated list *@list, which moves on; NULL at its end. */
static const char *next_rule(struct arena *a, const char **list)
{
	size_t n = strcspn(*list, ",");
	const char *word;

	if (!**list)
		return NULL;
	word = arena_strndup(a, *list, n);
	*list += n + ((*list)[n] == ',');
	return word;
}

static bool names(const char *glob, const struct rule_info *r)
{
	return fnmatch(glob, r->id, 0) == 0 || fnmatch(glob, r->name, 0) == 0;
}

static bool covers(struct arena *a, const struct directive *d, const struct rule_info *r)
{
	const char *list = d->rules, *glob;

	while ((glob = next_rule(a, &list)))
		if (names(glob, r))
			return true;
	return false;
}

/* An entry that names no rule of attributes, or NULL. */
static const char *unknown_rule(const struct ignorer *g, const char *list)
{
	const char *glob;

	while ((glob = next_rule(g->arena, &list))) {
		bool is_known = false;

		vec_for_each_ptr(const struct rule_info, r, &g->report->catalogue->rules)
			is_known |= !r->is_upkeep && names(glob, r);
		if (!is_known)
			return glob;
	}
	return NULL;
}

/* ---- one comment ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '*' || (c >= '\t' && c <= '\r');
}

/* @n bytes with runs of white space, and the stars that lead a line, as one blank. */
static const char *plain(struct arena *a, const char *s, size_t n)
{
	struct strbuf b;
	bool is_start = true;

	strbuf_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		bool is_space = s[i] == ' ' || (s[i] >= '\t' && s[i] <= '\r');

		if (s[i] == '\n')
			is_start = true;
		if (!is_space && !(is_start && s[i] == '*')) {
			strbuf_addc(&b, s[i]);
			is_start = false;
		} else if (b.n && b.s[b.n - 1] != ' ') {
			strbuf_addc(&b, ' ');
		}
	}
	while (b.n && b.s[b.n - 1] == ' ')
		b.s[--b.n] = '\0';
	return b.s;
}

static const char *without_blanks(struct arena *a, const char *s, size_t n)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ' && s[i] != '\t')
			strbuf_addc(&b, s[i]);
	return b.s;
}

/* The kind that the text begins with; *@n is the length of its word. -1: none. */
static int kind_of(const char *s, size_t *n)
{
	static const struct {
		const char *word;
		enum directive_kind kind;
	} kinds[] = {
		{ WORD "-begin", IGNORE_BEGIN },
		{ WORD "-end", IGNORE_END },
		{ WORD "-file", IGNORE_FILE },
		{ WORD, IGNORE_LINE },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		*n = strlen(kinds[i].word);
		if (strncmp(s, kinds[i].word, *n) == 0)
			return (int)kinds[i].kind;
	}
	return -1;
}

/* Reads "[rules]: reason" behind the word; what is wrong with it, or NULL. */
static const char *parse(struct ignorer *g, const char *s, struct directive *d)
{
	const char *close = strchr(s, ']'), *unknown;

	if (s[0] != '[' || !close || close == s + 1)
		return d->kind == IGNORE_END && !s[0] ? NULL
						      : "which rules? Write " WORD
							"[MV201]: reason";
	d->rules = without_blanks(g->arena, s + 1, (size_t)(close - s - 1));
	unknown = unknown_rule(g, d->rules);
	if (unknown)
		return arena_printf(g->arena, "there is no rule '%s'", unknown);
	s = close + 1 + strspn(close + 1, " ");
	if (d->kind == IGNORE_END)
		return NULL;
	d->reason = s[0] == ':' ? s + 1 + strspn(s + 1, " ") : "";
	return d->reason[0] ? NULL : "a reason is missing: write " WORD "[...]: reason";
}

/* ---- which lines ---- */

static bool has_code(const struct comments *c, uint32_t line)
{
	return line && line <= c->has_code.n && c->has_code.v[line - 1];
}

static void find_lines(struct directive *d, const struct comments *c)
{
	d->from = d->loc.line;
	d->to = d->loc.end_line;
	for (uint32_t l = d->from; l <= d->to; l++)
		if (has_code(c, l))
			return;
	while (d->to < c->has_code.n && !has_code(c, d->to))
		d->to++;
	d->from = d->to;
}

/* The begin that the end @e closes: the last open one, of the same rules if it names any. */
static void close_range(struct ignorer *g, size_t first, const struct directive *e)
{
	for (size_t i = g->directives.n; i-- > first;) {
		struct directive *b = &g->directives.v[i];

		if (b->kind != IGNORE_BEGIN || b->is_closed ||
		    (e->rules && strcmp(e->rules, b->rules) != 0))
			continue;
		b->to = e->loc.line;
		b->is_closed = true;
		return;
	}
	complain(g, "MV902", &e->loc, "there is no " WORD "-begin that this would end");
}

static void take(struct ignorer *g, size_t first, struct directive d, const struct comments *c)
{
	switch (d.kind) {
	case IGNORE_LINE:
		find_lines(&d, c);
		break;
	case IGNORE_BEGIN:
		d.from = d.loc.line;
		d.to = UINT32_MAX;
		break;
	case IGNORE_END:
		close_range(g, first, &d);
		return;
	case IGNORE_FILE:
		d.to = UINT32_MAX;
		break;
	}
	*vec_push(g->arena, &g->directives) = d;
}

/* ---- files ---- */

static void read_comment(struct ignorer *g, size_t first, const char *path,
			 const struct comments *c, const struct comment *m)
{
	struct directive d = { .loc = { path, m->line, m->col, m->end_line, m->end_col } };
	const char *text = m->text, *wrong;
	size_t n = m->n, word;
	int kind;

	for (; n && is_blank(*text); text++)
		n--;
	if (n < strlen(WORD) || strncmp(text, WORD, strlen(WORD)) != 0)
		return;
	text = plain(g->arena, text, n);
	kind = kind_of(text, &word);
	d.kind = (enum directive_kind)kind;
	wrong = parse(g, text + word + strspn(text + word, " "), &d);
	if (wrong)
		complain(g, "MV902", &d.loc, wrong);
	else
		take(g, first, d, c);
}

static void read_file(struct ignorer *g, const char *path)
{
	struct source_line all;
	struct comments c;
	size_t first = g->directives.n;

	if (!path || map_get(g->seen, path))
		return;
	map_put(g->seen, path, g);
	all = source_text(report_sources(g->report), path);
	if (!all.n || memchr(all.text, 0, all.n)) /* no source: its comments are none */
		return;
	if (!memmem(all.text, all.n, WORD, strlen(WORD)))
		return;
	c = comments_of(g->arena, all.text, all.n);
	vec_for_each_ptr(const struct comment, m, &c.all)
		read_comment(g, first, path, &c, m);
	for (size_t i = first; i < g->directives.n; i++)
		if (g->directives.v[i].kind == IGNORE_BEGIN && !g->directives.v[i].is_closed)
			complain(g, "MV902", &g->directives.v[i].loc,
				 "no " WORD "-end follows: it holds to the end of the file");
}

/* ---- findings ---- */

static struct directive *directive_for(struct ignorer *g, const struct finding *f)
{
	uint32_t last = f->loc.end_line > f->loc.line ? f->loc.end_line : f->loc.line;
	struct directive *found = NULL;

	vec_for_each_ptr(struct directive, d, &g->directives) {
		bool is_there = f->loc.path && strcmp(d->loc.path, f->loc.path) == 0 &&
				d->from <= last && d->to >= f->loc.line;

		if (is_there && covers(g->arena, d, f->rule)) {
			d->is_used = true;
			found = found ? found : d;
		}
	}
	return found;
}

static void split(struct ignorer *g)
{
	struct run_report *r = g->report;
	size_t kept = 0;

	for (size_t i = 0; i < r->findings.n; i++) {
		const struct finding *f = &r->findings.v[i];
		const struct directive *d = directive_for(g, f);

		if (d)
			*vec_push(g->arena, &r->suppressed) =
				(struct suppressed){ *f, SUPPRESSED_IN_SOURCE, d->reason };
		else
			r->findings.v[kept++] = *f;
	}
	r->findings.n = kept;
}

static void complain_unused(struct ignorer *g)
{
	const struct run_report *r = g->report;

	vec_for_each_ptr(const struct directive, d, &g->directives) {
		bool is_decided = !d->is_used;

		vec_for_each_ptr(const struct rule_info, rule, &r->catalogue->rules)
			if (covers(g->arena, d, rule))
				is_decided &= report_is_decided(r, d->loc.path, rule);
		if (is_decided)
			complain(g, "MV901", &d->loc,
				 arena_printf(g->arena, "there is no finding of %s here",
					      d->rules));
	}
}

void ignore_apply(struct run_report *r)
{
	struct ignorer g = { .report = r, .arena = r->arena, .seen = map_new(r->arena) };

	vec_for_each_ptr(const struct file_report, f, &r->files)
		if (f->status != FILE_SKIPPED)
			read_file(&g, f->path);
	vec_for_each_ptr(const struct finding, f, &r->findings)
		read_file(&g, f->loc.path);
	split(&g);
	complain_unused(&g);
	vec_for_each_ptr(const struct finding, f, &g.complaints)
		*vec_push(r->arena, &r->findings) = *f;
	if (r->findings.n)
		qsort(r->findings.v, r->findings.n, sizeof(*r->findings.v), finding_compare);
	fingerprint_findings(r);
}

/* ---- by path ---- */

/* The entry that covers @f; its glob holds for a folder's contents, too. */
static const struct path_ignore *path_ignore_for(struct arena *a, const struct config *c,
						 const struct finding *f)
{
	size_t dir = strlen(c->dir);
	const char *path = path_resolved(a, f->loc.path);

	if (strncmp(path, c->dir, dir) != 0)
		return NULL;
	path += dir + strspn(path + dir, "/");
	vec_for_each_ptr(const struct path_ignore, i, &c->ignores) {
		if (fnmatch(i->path, path, FNM_PATHNAME | FNM_LEADING_DIR) != 0)
			continue;
		for (size_t k = 0; k < i->nrules; k++)
			if (names(i->rules[k], f->rule))
				return i;
	}
	return NULL;
}

void ignore_paths(struct run_report *r, const struct config *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->findings.n; i++) {
		const struct finding *f = &r->findings.v[i];
		const struct path_ignore *by =
			f->loc.path && c->ignores.n ? path_ignore_for(r->arena, c, f) : NULL;

		if (by)
			*vec_push(r->arena, &r->suppressed) =
				(struct suppressed){ *f, SUPPRESSED_CONFIG, by->reason };
		else
			r->findings.v[kept++] = *f;
	}
	r->findings.n = kept;
}
