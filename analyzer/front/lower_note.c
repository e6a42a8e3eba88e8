// SPDX-License-Identifier: MIT
/*
 * What the tree doesn't hold: lines that the preprocessor skipped, statements
 * that the parser dropped at an error, identifiers that occur anywhere.
 */
#include <string.h>

#include "front/lower_int.h"

/* ---- skipped lines ---- */

static struct source *extent_of(struct lower *lo, CXCursor def, unsigned int *start,
				unsigned int *end)
{
	CXSourceRange r = clang_getCursorExtent(def);
	struct source *s = source_at(lo, clang_getRangeStart(r), start);

	return source_at(lo, clang_getRangeEnd(r), end) == s ? s : NULL;
}

static void load_skipped(struct lower *lo, struct source *s)
{
	CXSourceRangeList *list = clang_getSkippedRanges(lo->tu, s->handle);

	s->has_skipped = true;
	for (unsigned int i = 0; list && i < list->count; i++) {
		struct span span;

		source_at(lo, clang_getRangeStart(list->ranges[i]), &span.start);
		source_at(lo, clang_getRangeEnd(list->ranges[i]), &span.end);
		if (span.start < span.end && span.end <= s->size)
			*vec_push(lo->scratch, &s->skipped) = span;
	}
	if (list)
		clang_disposeSourceRangeList(list);
}

static const char *line_end(const char *p, const char *end)
{
	while (p < end && *p != '\n')
		p += *p == '\\' && end - p > 1 ? 2 : 1;
	return p < end ? p : end;
}

static bool starts_directive(const char *line, const char *end, struct tok *word)
{
	struct lexer lx = { line, end };
	struct tok t;

	return tok_next(&lx, &t) && tok_is(&t, "#") && tok_next(&lx, word);
}

/* Whether anything but directives and comments is in [@p, @end), which begins at a directive. */
static bool has_code(const char *p, const char *end)
{
	while (p < end) {
		const char *next = line_end(p, end);
		struct lexer lx = { p, end };
		struct tok t;

		if (!tok_next(&lx, &t))
			return false;
		if (!tok_is(&t, "#"))
			return true;
		next = line_end(t.s, end);
		p = next < end ? next + 1 : end;
	}
	return false;
}

static const char *line_start(const struct source *s, const char *p)
{
	while (p > s->text && p[-1] != '\n')
		p--;
	return p;
}

/* The #if that the #else or #elif at @p belongs to, or NULL. */
static const char *opening_directive(const struct source *s, const char *p)
{
	int depth = 0;

	while (p > s->text) {
		const char *line = line_start(s, p - 1);
		struct tok word;

		p = line;
		if (!starts_directive(line, line_end(line, s->text + s->size), &word))
			continue;
		if (tok_is(&word, "endif"))
			depth++;
		else if (word.n >= 2 && memcmp(word.s, "if", 2) == 0 && depth-- == 0)
			return line;
	}
	return NULL;
}

static void add_line(struct strbuf *b, const char *p, const char *end)
{
	struct lexer lx = { p, line_end(p, end) };
	struct tok t, last = { .n = 0 };

	while (tok_next(&lx, &t)) {
		bool gap = last.n && last.s + last.n < t.s && !tok_is(&last, "#");

		strbuf_add(b, gap ? " " : "");
		strbuf_add_bytes(b, t.s, t.n);
		last = t;
	}
}

static const char *directive_text(struct lower *lo, const struct source *s, unsigned int at)
{
	const char *p = s->text + at, *end = s->text + s->size, *open = NULL;
	struct strbuf b;
	struct tok word;

	strbuf_init(&b, lo->unit->arena);
	add_line(&b, p, end);
	if (starts_directive(p, end, &word) && word.n >= 2 && memcmp(word.s, "el", 2) == 0)
		open = opening_directive(s, line_start(s, p));
	if (open) {
		strbuf_add(&b, " of ");
		add_line(&b, open, end);
	}
	return b.s;
}

/* Skips a parenthesis that is open; false if it never closes. */
static bool skip_parens(struct lexer *lx)
{
	struct tok t;
	int depth = 1;

	while (depth && tok_next(lx, &t))
		depth += tok_is(&t, "(") ? 1 : tok_is(&t, ")") ? -1 : 0;
	return !depth;
}

/* Whether @span holds another definition of @name: NAME ( ... ) { */
static bool defines(const struct source *s, const struct span *span, const char *name)
{
	struct lexer lx = { s->text + span->start, s->text + span->end }, ahead;
	struct tok t;

	while (tok_next(&lx, &t)) {
		if (!tok_is(&t, name))
			continue;
		ahead = lx;
		if (tok_next(&ahead, &t) && tok_is(&t, "(") && skip_parens(&ahead) &&
		    tok_next(&ahead, &t) && tok_is(&t, "{"))
			return true;
	}
	return false;
}

/* Lines skipped inside the function, or a whole other version of it beside it. */
static void note_skipped(struct lower *lo, struct ir_func *f, CXCursor def)
{
	unsigned int start, end;
	struct source *s = extent_of(lo, def, &start, &end);

	if (!s || !s->text || !s->is_driver)
		return;
	if (!s->has_skipped)
		load_skipped(lo, s);
	vec_for_each_ptr(struct span, span, &s->skipped) {
		struct ir_note *note;

		if (span->start < start || span->end > end
			    ? !defines(s, span, f->name)
			    : !has_code(s->text + span->start, s->text + span->end))
			continue;
		note = vec_push(lo->unit->arena, &f->notes);
		note->kind = IRN_CONFIGURED_OFF;
		note->text = directive_text(lo, s, span->start);
		note->loc = loc_of_span(lo, s, *span);
	}
}

/* ---- errors ---- */

void find_faults(struct lower *lo)
{
	unsigned int n = clang_getNumDiagnostics(lo->tu);

	for (unsigned int i = 0; i < n; i++) {
		CXDiagnostic d = clang_getDiagnostic(lo->tu, i);
		CXSourceLocation l = clang_getDiagnosticLocation(d);
		struct fault fault;

		if (clang_getDiagnosticSeverity(d) >= CXDiagnostic_Error) {
			fault.source = source_at(lo, l, &fault.at);
			fault.text = lower_copy(lo, clang_getDiagnosticSpelling(d));
			fault.loc = loc_of_range(lo, clang_getRange(l, l));
			if (fault.source)
				*vec_push(lo->scratch, &lo->faults) = fault;
		}
		clang_disposeDiagnostic(d);
	}
}

static void note_faults(struct lower *lo, struct ir_func *f, CXCursor def)
{
	unsigned int start, end;
	struct source *s = extent_of(lo, def, &start, &end);

	vec_for_each_ptr(struct fault, fault, &lo->faults) {
		struct ir_note *note;

		if (!s || fault->source != s || fault->at < start || fault->at > end)
			continue;
		note = vec_push(lo->unit->arena, &f->notes);
		note->kind = IRN_DEGRADED;
		note->text = fault->text;
		note->loc = fault->loc;
	}
}

void note_losses(struct lower *lo, struct ir_func *f, CXCursor def)
{
	note_skipped(lo, f, def);
	note_faults(lo, f, def);
}

/* ---- markers ---- */

static void mark(struct lower *lo, struct source *s, const struct tok *t, bool *seen)
{
	for (size_t i = 0; i < lo->opt->nmarkers; i++) {
		struct span at = { (unsigned int)(t->s - s->text), 0 };
		struct ir_marker *m;

		if (seen[i] || !tok_is(t, lo->opt->markers[i]))
			continue;
		seen[i] = true;
		m = vec_push(lo->unit->arena, &lo->unit->markers);
		m->name = lower_intern(lo, lo->opt->markers[i]);
		at.end = at.start + (unsigned int)t->n;
		m->loc = loc_of_span(lo, s, at);
	}
}

static void mark_file(CXFile file, CXSourceLocation *stack, unsigned int depth, CXClientData data)
{
	struct lower *lo = data;
	struct source *s = source_of(lo, file);
	bool *seen = arena_array(lo->scratch, lo->opt->nmarkers + 1, sizeof(*seen));
	struct lexer lx;
	struct tok t;

	(void)stack;
	(void)depth;
	if (!s || !s->text || !s->is_driver)
		return;
	lx = (struct lexer){ s->text, s->text + s->size };
	while (tok_next(&lx, &t))
		if (t.kind == TOK_IDENT)
			mark(lo, s, &t, seen);
}

void find_markers(struct lower *lo)
{
	if (lo->opt->nmarkers)
		clang_getInclusions(lo->tu, mark_file, lo);
}
