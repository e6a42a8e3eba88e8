// SPDX-License-Identifier: MIT
/*
 * The annotated source of a finding. Its steps and its own place are marks;
 * for each file, in the order in which the path reaches them, the lines around
 * the marks are shown, and below a marked line what happens there.
 */
#include <stdlib.h>
#include <string.h>

#include "report/html.h"
#include "report/source.h"
#include "report/xml.h"

#define AROUND	       3
#define MAX_LINE_BYTES 400

/** struct mark - a numbered step. */
struct mark {
	struct loc loc;
	const char *text;
	size_t number;
	bool is_last;
};

typedef VEC(struct mark) mark_list;

static mark_list marks_of(struct page *p, const struct finding *f)
{
	mark_list marks = { 0 };
	size_t number = 0;

	vec_for_each_ptr(const struct path_step, s, &f->path) {
		number++;
		if (s->loc.path && s->loc.line)
			*vec_push(p->arena, &marks) =
				(struct mark){ s->loc, s->message, number, false };
	}
	*vec_push(p->arena, &marks) =
		(struct mark){ report_loc(p->report, f), f->message, number + 1, true };
	return marks;
}

static int by_line(const void *a, const void *b)
{
	const struct mark *m = a, *n = b;

	if (m->loc.line != n->loc.line)
		return m->loc.line < n->loc.line ? -1 : 1;
	return m->number < n->number ? -1 : 1;
}

/* Tabs stay tabs; everything else goes through the gate. */
static void add_code(struct page *p, const char *s, size_t n)
{
	while (n) {
		const char *tab = memchr(s, '\t', n);
		size_t part = tab ? (size_t)(tab - s) : n;

		xml_text(p->out, s, part);
		if (tab)
			strbuf_addc(p->out, '\t');
		part += tab != NULL;
		s += part;
		n -= part;
	}
}

/* The line, with the range of @m highlighted if there is one. */
static void add_line(struct page *p, const char *path, uint32_t line, const struct mark *m)
{
	struct source_line l = source_line(p->sources, path, line);
	size_t n = l.n < MAX_LINE_BYTES ? l.n : MAX_LINE_BYTES, from = n, to = n;

	if (m && m->loc.col && m->loc.col <= n) {
		from = m->loc.col - 1;
		to = m->loc.end_line == line ? m->loc.end_col - 1 : n;
		to = to > n ? n : to <= from ? from + 1 : to;
	}
	strbuf_addf(p->out, "<tr><td>%u</td><td>", line);
	add_code(p, l.text, from);
	if (to > from) {
		strbuf_add(p->out, "<mark>");
		add_code(p, l.text + from, to - from);
		strbuf_add(p->out, "</mark>");
		add_code(p, l.text + to, n - to);
	}
	strbuf_add(p->out, n < l.n ? " ...</td></tr>\n" : "</td></tr>\n");
}

static void add_note(struct page *p, const struct mark *m, size_t id)
{
	strbuf_addf(p->out,
		    "<tr class=\"note\" id=\"f%zu-%zu\"><td></td><td><span class=\"number%s\">%zu"
		    "</span>",
		    id, m->number, m->is_last ? " last" : "", m->number);
	page_text(p, m->text);
	strbuf_add(p->out, "</td></tr>\n");
}

/* @marks are those of one file, by line. */
static void add_excerpt(struct page *p, const struct mark *marks, size_t n, size_t id)
{
	const char *path = marks[0].loc.path;
	uint32_t next = 0; /* the first line not shown yet */

	strbuf_add(p->out, "<div class=\"source\"><table><caption>");
	page_text(p, place_path(&p->places, path));
	strbuf_add(p->out, "</caption><tbody>\n");
	for (size_t i = 0; i < n;) {
		uint32_t line = marks[i].loc.line, first = line > AROUND ? line - AROUND : 1;
		uint32_t after = line + AROUND;

		if (next && first > next)
			strbuf_add(p->out, "<tr class=\"gap\"><td></td><td>...</td></tr>\n");
		for (uint32_t l = first > next ? first : next; l < line; l++)
			add_line(p, path, l, NULL);
		add_line(p, path, line, &marks[i]);
		for (; i < n && marks[i].loc.line == line; i++)
			add_note(p, &marks[i], id);
		if (i < n && marks[i].loc.line <= after)
			after = marks[i].loc.line - 1;
		for (next = line + 1; next <= after; next++) {
			if (!source_line(p->sources, path, next).text)
				break;
			add_line(p, path, next, NULL);
		}
	}
	strbuf_add(p->out, "</tbody></table></div>\n");
}

void page_excerpts(struct page *p, const struct finding *f, size_t id)
{
	mark_list marks = marks_of(p, f);

	for (size_t i = 0; i < marks.n; i++) {
		const char *path = marks.v[i].loc.path;
		mark_list same = { 0 };

		if (!path || !source_line(p->sources, path, marks.v[i].loc.line).text)
			continue;
		for (size_t k = i; k < marks.n; k++) {
			if (!marks.v[k].loc.path || strcmp(marks.v[k].loc.path, path) != 0 ||
			    !source_line(p->sources, path, marks.v[k].loc.line).text)
				continue;
			*vec_push(p->arena, &same) = marks.v[k];
			if (k > i)
				marks.v[k].loc.path = NULL; /* shown now */
		}
		qsort(same.v, same.n, sizeof(*same.v), by_line);
		add_excerpt(p, same.v, same.n, id);
	}
}
