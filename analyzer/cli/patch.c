// SPDX-License-Identifier: MIT
/*
 * Unified diffs, read and applied in one go: the text is a row of lines, a
 * "--- " line with a "+++ " line behind it begins a file, "@@" begins a hunk.
 * What stands between (git's "rename from", the words of a mail) is looked at
 * for what it says about files and otherwise skipped.
 *
 * A hunk is looked for where it says it is, then ever farther away, and must
 * match in full: what a reviewer reads is what gets checked. Everything happens
 * in memory, and nothing outside the root is read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"
#include "cli/patch.h"
#include "model/load.h"

/** struct text_line - with its newline, unless it is the last one without. */
struct text_line {
	const char *s;
	size_t n;
};

typedef VEC(struct text_line) line_list;

struct hunk {
	size_t at; /* line of the patch */
	size_t old_start;
	line_list old, new;
};

struct applier {
	struct patch *patch;
	struct arena *arena;
	struct overlay *overlay;
	line_list lines; /* of the patch */
	size_t next;	 /* line to read */
	const char *rename_from, *rename_to;
};

static void split(struct arena *a, const char *s, size_t n, line_list *out)
{
	for (const char *end = s + n; s < end;) {
		const char *newline = memchr(s, '\n', (size_t)(end - s));
		size_t len = newline ? (size_t)(newline - s) + 1 : (size_t)(end - s);

		*vec_push(a, out) = (struct text_line){ s, len };
		s += len;
	}
}

static _Noreturn void fail(struct applier *x, size_t line, const char *why)
{
	struct strbuf b;

	strbuf_init(&b, x->arena);
	strbuf_add_escaped(&b, x->patch->name, strlen(x->patch->name), true);
	strbuf_addf(&b, ":%zu: ", line + 1);
	strbuf_add_escaped(&b, why, strlen(why), true);
	fatal("%s", b.s);
}

static bool begins(const struct text_line *l, const char *with)
{
	return l->n >= strlen(with) && memcmp(l->s, with, strlen(with)) == 0;
}

static bool ahead(const struct applier *x, const char *with)
{
	return x->next < x->lines.n && begins(&x->lines.v[x->next], with);
}

/* ---- names ---- */

/* A name in quotes has C escapes in it. */
static const char *unquoted(struct arena *a, const char *s, size_t n)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 1; i + 1 < n && s[i] != '"'; i++) {
		static const char from[] = "abtnvfr\"\\", to[] = "\a\b\t\n\v\f\r\"\\";
		const char *known;

		if (s[i] != '\\') {
			strbuf_addc(&b, s[i]);
			continue;
		}
		i++;
		known = strchr(from, s[i]);
		if (known) {
			strbuf_addc(&b, to[known - from]);
		} else {
			strbuf_addc(&b, (char)strtol(arena_strndup(a, s + i, 3), NULL, 8));
			i += 2;
		}
	}
	return b.s;
}

/* What stands behind @skip bytes of the line: up to a tab, which a date may follow. */
static const char *name_in(struct applier *x, const struct text_line *l, size_t skip)
{
	const char *s = l->s + skip;
	size_t n = l->n - skip;

	while (n && (s[n - 1] == '\n' || s[n - 1] == '\r'))
		n--;
	if (n > 1 && s[0] == '"')
		return unquoted(x->arena, s, n);
	if (memchr(s, '\t', n))
		n = (size_t)((const char *)memchr(s, '\t', n) - s);
	return arena_strndup(x->arena, s, n);
}

static bool exists(struct applier *x, const char *name)
{
	const char *path = arena_printf(x->arena, "%s%s", x->patch->root, name);
	const struct overlay_file *f = overlay_find(x->overlay, path);
	FILE *on_disk;

	if (f)
		return !f->is_gone;
	on_disk = fopen(path, "re");
	if (on_disk)
		fclose(on_disk);
	return on_disk != NULL;
}

static const char *without_first(const char *name)
{
	const char *slash = strchr(name, '/');

	return slash ? slash + 1 : name;
}

/* The name below the root: its first part is a prefix, unless only the whole name exists. */
static const char *below_root(struct applier *x, size_t line, const char *name)
{
	const char *rest = without_first(name), *padded;

	if (strcmp(name, "/dev/null") == 0)
		return NULL;
	if (!exists(x, rest) && exists(x, name))
		rest = name;
	padded = arena_printf(x->arena, "/%s/", rest);
	if (!rest[0] || rest[0] == '/' || strstr(padded, "/../"))
		fail(x, line, arena_printf(x->arena, "'%s' leads out of the tree", name));
	return rest;
}

/* ---- hunks ---- */

/* "-3,7" or "+3": start and count. */
static const char *read_range(const char *s, char sign, size_t *start, size_t *count)
{
	char *end;

	if (!s || *s != sign)
		return NULL;
	*start = strtoul(s + 1, &end, 10);
	*count = 1;
	if (end == s + 1)
		return NULL;
	if (*end == ',')
		*count = strtoul(end + 1, &end, 10);
	return end + strspn(end, " ");
}

/* A line with "\ No newline at end of file" behind it has none. */
static struct text_line content(struct applier *x, const struct text_line *l)
{
	struct text_line c = { l->s + 1, l->n - 1 };

	if (l->s[0] == '\n' || l->s[0] == '\r')
		c = (struct text_line){ l->s, l->n }; /* a mailer took the blank away */
	if (ahead(x, "\\") && c.n && c.s[c.n - 1] == '\n')
		c.n--;
	return c;
}

static void read_hunk(struct applier *x, struct hunk *h)
{
	struct text_line *head = &x->lines.v[x->next];
	const char *s = arena_strndup(x->arena, head->s + 3, head->n - 3);
	size_t nold, nnew, new_start, line;

	*h = (struct hunk){ .at = x->next };
	s = read_range(s, '-', &h->old_start, &nold);
	s = read_range(s, '+', &new_start, &nnew);
	if (!s || strncmp(s, "@@", 2) != 0)
		fail(x, x->next, "this is no hunk: @@ -LINE,COUNT +LINE,COUNT @@");
	if (x->patch->is_reversed)
		h->old_start = new_start;
	for (x->next++; h->old.n < nold || h->new.n < nnew;) {
		struct text_line *l = &x->lines.v[line = x->next];
		struct text_line c;
		char sign;

		if (x->next++ >= x->lines.n)
			fail(x, h->at, "the hunk is cut short");
		sign = l->s[0];
		if (sign == '\\')
			continue;
		c = content(x, l);
		if (sign != '+' && sign != '-' && sign != ' ' && sign != '\n' && sign != '\r')
			fail(x, line, "a line of a hunk begins with '+', '-' or a blank");
		if (sign != '+')
			*vec_push(x->arena, &h->old) = c;
		if (sign != '-')
			*vec_push(x->arena, &h->new) = c;
	}
	if (h->old.n != nold || h->new.n != nnew)
		fail(x, h->at, "the hunk has other lines than it says");
	if (ahead(x, "\\"))
		x->next++;
	if (x->patch->is_reversed) {
		line_list old = h->old;

		h->old = h->new;
		h->new = old;
	}
}

static bool matches(const line_list *file, size_t at, const line_list *old)
{
	for (size_t i = 0; i < old->n; i++)
		if (at + i >= file->n || file->v[at + i].n != old->v[i].n ||
		    memcmp(file->v[at + i].s, old->v[i].s, old->v[i].n) != 0)
			return false;
	return true;
}

/* Where the hunk is, not before line @from; -1: nowhere. */
static long find_place(const line_list *file, const struct hunk *h, size_t from)
{
	/* A hunk without old lines goes behind the line that it names. */
	size_t wanted = h->old.n ? h->old_start - (h->old_start > 0) : h->old_start;

	if (wanted < from)
		wanted = from;
	for (size_t off = 0; off <= file->n + wanted; off++) {
		if (wanted + off <= file->n && matches(file, wanted + off, &h->old))
			return (long)(wanted + off);
		if (off && wanted >= from + off && matches(file, wanted - off, &h->old))
			return (long)(wanted - off);
	}
	return -1;
}

/* ---- files ---- */

static void read_old(struct applier *x, const char *name, line_list *out)
{
	const char *path = arena_printf(x->arena, "%s%s", x->patch->root, name);
	const struct overlay_file *f = overlay_find(x->overlay, path);
	struct strbuf text;

	if (f) {
		split(x->arena, f->text, f->n, out);
		return;
	}
	text = load_file(x->arena, path);
	split(x->arena, text.s, text.n, out);
}

static void add_lines(struct strbuf *out, const struct text_line *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		strbuf_add_bytes(out, v[i].s, v[i].n);
}

static void put(struct applier *x, const char *name, const struct strbuf *text)
{
	overlay_put(x->overlay, arena_printf(x->arena, "%s%s", x->patch->root, name),
		    text ? text->s : NULL, text ? text->n : 0);
}

static void note_file(struct applier *x, const char *from, const char *to, const struct strbuf *new)
{
	*vec_push(x->arena, &x->patch->files) = (struct patch_file){ from, to };
	if (from && (!to || strcmp(from, to) != 0))
		put(x, from, NULL);
	if (to)
		put(x, to, new);
}

static void apply_file(struct applier *x, size_t line, const char *from, const char *to)
{
	line_list old = { 0 };
	struct strbuf new;
	size_t done = 0;

	if (x->patch->is_reversed) {
		const char *swap = from;

		from = to;
		to = swap;
	}
	if (from && !exists(x, from))
		fail(x, line, arena_printf(x->arena, "there is no '%s' in the tree", from));
	if (!from && to && exists(x, to))
		fail(x, line, arena_printf(x->arena, "'%s' is there already", to));
	if (from)
		read_old(x, from, &old);
	strbuf_init(&new, x->arena);
	while (ahead(x, "@@ ")) {
		struct hunk h;
		long at;

		read_hunk(x, &h);
		at = find_place(&old, &h, done);
		if (at < 0)
			fail(x, h.at,
			     arena_printf(x->arena, "the hunk does not apply to %s",
					  from ? from : to));
		add_lines(&new, old.v + done, (size_t)at - done);
		add_lines(&new, h.new.v, h.new.n);
		done = (size_t)at + h.old.n;
	}
	add_lines(&new, old.v + done, old.n - done);
	note_file(x, from, to, &new);
}

/* A rename that changes nothing has no "---" line. */
static void finish_rename(struct applier *x)
{
	const char *from = x->rename_from, *to = x->rename_to;
	size_t line = x->next ? x->next - 1 : 0;

	x->rename_from = x->rename_to = NULL;
	if (from && to)
		apply_file(x, line, from, to);
}

static bool is_source(const char *name)
{
	size_t n = name ? strlen(name) : 0;

	return n > 2 && name[n - 2] == '.' && strchr("chS", name[n - 1]);
}

static void read_line(struct applier *x)
{
	struct text_line *l = &x->lines.v[x->next++];

	if (begins(l, "diff --git ")) {
		finish_rename(x);
	} else if (begins(l, "rename from ")) {
		x->rename_from = name_in(x, l, 12);
	} else if (begins(l, "rename to ")) {
		x->rename_to = name_in(x, l, 10);
	} else if (begins(l, "GIT binary patch")) {
		if (is_source(x->rename_from))
			fail(x, x->next - 1, "a binary patch of a source file");
	} else if (begins(l, "--- ") && ahead(x, "+++ ")) {
		size_t line = x->next - 1;
		const char *from = below_root(x, line, name_in(x, l, 4));
		const char *to = below_root(x, line, name_in(x, &x->lines.v[x->next++], 4));

		x->rename_from = x->rename_to = NULL;
		/* Without a prefix on one side only, it is a copy of the other's name. */
		if (from && to && !exists(x, x->patch->is_reversed ? to : from) &&
		    exists(x, x->patch->is_reversed ? from : to))
			from = to = x->patch->is_reversed ? from : to;
		apply_file(x, line, from, to);
	}
}

/* The messages of a mailbox begin with "From " and a commit. */
static size_t message_end(const char *s, size_t n)
{
	for (const char *p = s; (p = memmem(p, n - (size_t)(p - s), "\nFrom ", 6)); p++) {
		size_t hash = strspn(p + 6, "0123456789abcdef");

		if (hash >= 7 && p[6 + hash] == ' ')
			return (size_t)(p + 1 - s);
	}
	return n;
}

void patch_apply(struct patch *p, const char *text, size_t n, struct overlay *o)
{
	struct applier x = { .patch = p, .arena = p->arena, .overlay = o };

	while (n) {
		size_t part = message_end(text, n);
		struct strbuf body = mail_body(p->arena, text, part);

		split(x.arena, body.s, body.n, &x.lines);
		text += part;
		n -= part;
	}
	while (x.next < x.lines.n)
		read_line(&x);
	finish_rename(&x);
	if (!p->files.n && x.lines.n)
		fail(&x, 0, "there is no patch in it");
}
