// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "report/source.h"

#define MAX_FILE_BYTES	    (32u << 20)
#define MAX_STATEMENT_LINES 20

struct source {
	const char *text;
	size_t n;
	VEC(size_t) lines; /* offset of each line's first byte */
};

struct sources {
	struct arena *arena;
	const struct overlay *overlay;
	struct map *by_path; /* struct source * */
};

struct sources *sources_new(struct arena *a)
{
	struct sources *s = arena_new_of(a, struct sources);

	s->arena = a;
	s->by_path = map_new(a);
	return s;
}

static void find_lines(struct arena *a, struct source *src)
{
	const char *end = src->text + src->n;

	for (const char *p = src->text; p && p < end; p++) {
		*vec_push(a, &src->lines) = (size_t)(p - src->text);
		p = memchr(p, '\n', (size_t)(end - p));
		if (!p)
			break;
	}
}

/* What can't be read is a file without lines: its findings are shown without them. */
static struct source *read_source(struct arena *a, const char *path)
{
	struct source *src = arena_new_of(a, struct source);
	FILE *f = fopen(path, "rb");
	char chunk[8192];
	struct strbuf b;
	size_t n;

	strbuf_init(&b, a);
	while (f && b.n < MAX_FILE_BYTES && (n = fread(chunk, 1, sizeof(chunk), f)))
		strbuf_add_bytes(&b, chunk, n);
	if (f)
		fclose(f);
	src->text = b.s;
	src->n = b.n;
	find_lines(a, src);
	return src;
}

void sources_put(struct sources *s, const char *path, const char *text, size_t n)
{
	struct source *src = arena_new_of(s->arena, struct source);

	src->text = text;
	src->n = n;
	find_lines(s->arena, src);
	map_put(s->by_path, path, src);
}

void sources_overlay(struct sources *s, const struct overlay *o)
{
	s->overlay = o;
}

static struct source *source_of(struct sources *s, const char *path)
{
	struct source *src = map_get(s->by_path, path);

	const struct overlay_file *f;

	if (src)
		return src;
	f = overlay_find(s->overlay, path);
	if (f) {
		sources_put(s, path, f->text, f->n);
		return map_get(s->by_path, path);
	}
	src = read_source(s->arena, path);
	map_put(s->by_path, path, src);
	return src;
}

struct source_line source_text(struct sources *s, const char *path)
{
	const struct source *src = source_of(s, path);

	return (struct source_line){ src->text, src->n };
}

struct source_line source_line(struct sources *s, const char *path, uint32_t line)
{
	struct source_line none = { 0 };
	struct source *src;
	const char *start, *end;

	if (!path || !line)
		return none;
	src = source_of(s, path);
	if (line > src->lines.n)
		return none;
	start = src->text + src->lines.v[line - 1];
	end = memchr(start, '\n', src->n - src->lines.v[line - 1]);
	if (!end)
		end = src->text + src->n;
	if (end > start && end[-1] == '\r')
		end--;
	return (struct source_line){ start, (size_t)(end - start) };
}

uint32_t source_utf16_column(struct sources *s, const char *path, uint32_t line, uint32_t col)
{
	struct source_line l = source_line(s, path, line);
	uint32_t units = 1, code;

	if (!l.text || !col)
		return col;
	for (size_t i = 0, len; i < l.n && i + 1 < col; i += len ? len : 1) {
		len = utf8_decode(l.text + i, l.n - i, &code);
		units += len == 4 ? 2 : 1;
	}
	return units + (col - 1 > l.n ? col - 1 - (uint32_t)l.n : 0);
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void add_collapsed(struct strbuf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!is_space(s[i]))
			strbuf_addc(b, s[i]);
		else if (b->n && b->s[b->n - 1] != ' ')
			strbuf_addc(b, ' ');
	}
}

const char *source_statement(struct sources *s, const struct loc *loc)
{
	uint32_t last = loc->end_line > loc->line ? loc->end_line : loc->line;
	struct strbuf b;

	strbuf_init(&b, s->arena);
	if (last - loc->line >= MAX_STATEMENT_LINES)
		last = loc->line + MAX_STATEMENT_LINES - 1;
	for (uint32_t line = loc->line; line <= last; line++) {
		struct source_line l = source_line(s, loc->path, line);
		size_t from = line == loc->line && loc->col ? loc->col - 1 : 0, to = l.n;

		if (line == loc->end_line && loc->end_col && loc->end_col - 1 < to)
			to = loc->end_col - 1;
		if (l.text && from < to)
			add_collapsed(&b, l.text + from, to - from);
		add_collapsed(&b, "\n", 1);
	}
	while (b.n && b.s[b.n - 1] == ' ')
		b.s[--b.n] = '\0';
	return b.n ? b.s : NULL;
}
