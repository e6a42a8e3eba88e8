// SPDX-License-Identifier: MIT
/*
 * Places and texts. A place is where the programmer wrote something: in the
 * file, for a macro's argument where the argument stands, for a macro's body
 * where the macro is used. clang_getFileLocation() answers just that.
 */
#include <string.h>

#include "front/lower_int.h"

#define TEXT_BYTES 60

/* ---- files ---- */

static bool is_in_folder(const struct lower *lo, CXFile f, const char *name)
{
	CXString real = clang_File_tryGetRealPathName(f);
	const char *path = clang_getCString(real);
	size_t n = strlen(lo->folder);
	bool is_in;

	if (!path || !*path)
		path = name;
	is_in = n ? strncmp(path, lo->folder, n) == 0 : path[0] != '/';
	clang_disposeString(real);
	return is_in;
}

static bool is_system(struct lower *lo, CXFile f)
{
	return clang_Location_isInSystemHeader(clang_getLocationForOffset(lo->tu, f, 0));
}

static struct source *source_new(struct lower *lo, CXFile f)
{
	struct source *s = arena_new_of(lo->scratch, struct source);
	CXString spelled = clang_getFileName(f);
	const char *name = clang_getCString(spelled);

	name = name ? name : "";
	while (name[0] == '.' && name[1] == '/')
		name += 2;
	s->handle = f;
	s->path = intern(lo->paths, name);
	s->text = clang_getFileContents(lo->tu, f, &s->size);
	s->is_driver = is_in_folder(lo, f, name) && !is_system(lo, f);
	clang_disposeString(spelled);
	*vec_push(lo->scratch, &lo->sources) = s;
	return s;
}

/* Files given in memory have no identity of their own: libclang takes all of them for equal. */
static bool same_file(CXFile a, CXFile b)
{
	CXString x, y;
	bool same;

	if (a == b || !a || !b || !clang_File_isEqual(a, b))
		return a == b;
	x = clang_getFileName(a);
	y = clang_getFileName(b);
	same = clang_getCString(x) && clang_getCString(y) &&
	       strcmp(clang_getCString(x), clang_getCString(y)) == 0;
	clang_disposeString(x);
	clang_disposeString(y);
	return same;
}

struct source *source_of(struct lower *lo, CXFile f)
{
	if (!f)
		return NULL;
	if (lo->last && lo->last->handle == f)
		return lo->last;
	lo->last = NULL;
	for (size_t i = 0; i < lo->sources.n && !lo->last; i++)
		if (same_file(lo->sources.v[i]->handle, f))
			lo->last = lo->sources.v[i];
	if (!lo->last)
		lo->last = source_new(lo, f);
	return lo->last;
}

struct source *source_at(struct lower *lo, CXSourceLocation l, unsigned *offset)
{
	CXFile f;

	clang_getFileLocation(l, &f, NULL, NULL, offset);
	return source_of(lo, f);
}

/* ---- places ---- */

static unsigned int ident_length(const struct source *s, unsigned int offset)
{
	struct lexer lx;
	struct tok t;

	if (!s->text || offset >= s->size)
		return 1;
	lx = (struct lexer){ s->text + offset, s->text + s->size };
	return tok_next(&lx, &t) && t.s == s->text + offset && t.kind != TOK_STRING
		       ? (unsigned int)t.n
		       : 1;
}

static bool macro_cursor(struct lower *lo, const struct tok *t, CXCursor *def)
{
	CXCursor *found;
	char name[128];

	if (t->kind != TOK_IDENT || t->n >= sizeof(name))
		return false;
	memcpy(name, t->s, t->n);
	name[t->n] = '\0';
	found = map_get(lo->macros, name);
	if (found)
		*def = *found;
	return found;
}

static bool is_macro_use(struct lower *lo, const struct source *s, unsigned int at)
{
	struct lexer lx = { s->text + at, s->text + s->size };
	CXCursor def;
	struct tok t;

	return tok_next(&lx, &t) && macro_cursor(lo, &t, &def);
}

/** struct point - where in a file a location is. */
struct point {
	CXFile file;
	unsigned int at;
	bool is_argument; /* it is in a macro's argument */
};

static struct point point_of(CXSourceLocation l)
{
	struct point p = { 0 };
	unsigned int use;

	clang_getFileLocation(l, &p.file, NULL, NULL, &p.at);
	clang_getExpansionLocation(l, NULL, NULL, NULL, &use);
	p.is_argument = use != p.at;
	return p;
}

static struct point use_of(CXSourceLocation l)
{
	struct point p = { 0 };

	clang_getExpansionLocation(l, &p.file, NULL, NULL, &p.at);
	return p;
}

/* The bytes from "MACRO" to the ")" of its arguments, or of the word alone. */
static unsigned int use_length(const struct source *s, unsigned int at)
{
	unsigned int n = ident_length(s, at);
	struct lexer lx = { s->text + at + n, s->text + s->size };
	struct tok t;

	if (at + n < s->size && tok_next(&lx, &t) && tok_is(&t, "(") && lexer_close(&lx))
		return (unsigned int)(lx.p - (s->text + at));
	return n;
}

/*
 * Both ends in one file, the end behind the beginning. What begins in a macro's
 * body and ends in its argument, or the other way round, is the whole use.
 */
struct source *source_span(struct lower *lo, CXSourceRange r, struct span *span)
{
	CXSourceLocation first = clang_getRangeStart(r);
	struct point start = point_of(first), end = point_of(clang_getRangeEnd(r));
	struct source *s;

	if (start.is_argument && !end.is_argument && end.at > start.at)
		start = use_of(first);
	s = source_of(lo, start.file);
	if (!s || !s->text || start.at >= s->size)
		return NULL;
	*span = (struct span){ start.at, end.at };
	if (!end.file || !clang_File_isEqual(start.file, end.file) || end.at <= start.at ||
	    end.at > s->size ||
	    (end.is_argument && !start.is_argument && is_macro_use(lo, s, start.at)))
		span->end = start.at + use_length(s, start.at);
	return s;
}

/* ---- lines ---- */

static bool is_line_end(const struct source *s, size_t i)
{
	return s->text[i] == '\n' ||
	       (s->text[i] == '\r' && !(i + 1 < s->size && s->text[i + 1] == '\n'));
}

static void find_lines(struct lower *lo, struct source *s)
{
	*vec_push(lo->scratch, &s->lines) = 0;
	for (size_t i = 0; i < s->size; i++)
		if (is_line_end(s, i))
			*vec_push(lo->scratch, &s->lines) = (unsigned int)i + 1;
}

static void position(struct lower *lo, struct source *s, unsigned int at, uint32_t *line,
		     uint32_t *col)
{
	size_t low = 0, high;

	if (!s->lines.n)
		find_lines(lo, s);
	for (high = s->lines.n; high - low > 1;) {
		size_t mid = low + (high - low) / 2;

		if (s->lines.v[mid] <= at)
			low = mid;
		else
			high = mid;
	}
	*line = (uint32_t)low + 1;
	*col = at - s->lines.v[low] + 1;
}

struct loc loc_of_span(struct lower *lo, struct source *s, struct span span)
{
	struct loc l = { .path = s->path };

	position(lo, s, span.start, &l.line, &l.col);
	position(lo, s, span.end, &l.end_line, &l.end_col);
	return l;
}

struct loc loc_of_range(struct lower *lo, CXSourceRange r)
{
	struct span span;
	struct source *s = source_span(lo, r, &span);

	return s ? loc_of_span(lo, s, span) : (struct loc){ 0 };
}

struct loc loc_of(struct lower *lo, CXCursor c)
{
	return loc_of_range(lo, clang_getCursorExtent(c));
}

struct loc loc_end_of(struct lower *lo, CXCursor c)
{
	struct loc l = loc_of(lo, c);

	if (l.end_col > 1) {
		l.line = l.end_line;
		l.col = l.end_col - 1;
	}
	return l;
}

/* ---- texts ---- */

struct lexer lexer_of(struct lower *lo, CXCursor c)
{
	struct span span;
	struct source *s = source_span(lo, clang_getCursorExtent(c), &span);

	if (!s)
		return (struct lexer){ NULL, NULL };
	return (struct lexer){ s->text + span.start, s->text + span.end };
}

struct lexer lexer_at(struct lower *lo, CXCursor c)
{
	struct span span;
	struct source *s = source_span(lo, clang_getCursorExtent(c), &span);

	if (!s)
		return (struct lexer){ NULL, NULL };
	return (struct lexer){ s->text + span.start, s->text + s->size };
}

struct lexer lexer_spelled(struct lower *lo, CXCursor c)
{
	unsigned int at;
	struct source *s;
	CXFile f;

	clang_getSpellingLocation(clang_getRangeStart(clang_getCursorExtent(c)), &f, NULL, NULL,
				  &at);
	s = source_of(lo, f);
	if (!s || !s->text || at >= s->size)
		return (struct lexer){ NULL, NULL };
	return (struct lexer){ s->text + at, s->text + s->size };
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void cut_text(struct strbuf *b)
{
	size_t n = TEXT_BYTES;

	if (b->n <= TEXT_BYTES)
		return;
	while (n && ((unsigned char)b->s[n] & 0xc0) == 0x80)
		n--;
	b->n = n;
	b->s[n] = '\0';
	strbuf_add(b, "...");
}

const char *text_of(struct lower *lo, CXCursor c)
{
	struct lexer lx = lexer_of(lo, c);
	struct strbuf b;

	strbuf_init(&b, lo->scratch);
	for (; lx.p < lx.end && b.n <= TEXT_BYTES; lx.p++) {
		if (lx.p[0] == '\\' && lx.p + 1 < lx.end && is_space(lx.p[1]))
			continue;
		if (!is_space(*lx.p) && *lx.p)
			strbuf_addc(&b, *lx.p);
		else if (b.n && b.s[b.n - 1] != ' ')
			strbuf_addc(&b, ' ');
	}
	cut_text(&b);
	return lower_intern(lo, b.s);
}

/* ---- macros ---- */

/* Code stands where a macro's name is written only if that macro made it. */
static bool macro_at(struct lower *lo, CXCursor c, CXCursor *def)
{
	struct lexer lx = lexer_at(lo, c);
	struct tok t;

	return tok_next(&lx, &t) && macro_cursor(lo, &t, def);
}

bool is_in_macro(struct lower *lo, CXCursor c)
{
	CXCursor def;

	return macro_at(lo, c, &def);
}

bool is_in_foreign_macro(struct lower *lo, CXCursor c)
{
	unsigned int offset;
	struct source *s;
	CXCursor def;

	if (!macro_at(lo, c, &def))
		return false;
	s = source_at(lo, clang_getCursorLocation(def), &offset);
	return !s || !s->is_driver;
}

bool macro_body(struct lower *lo, const struct tok *name, struct lexer *body)
{
	CXCursor def;
	struct tok t;

	if (!macro_cursor(lo, name, &def))
		return false;
	*body = lexer_of(lo, def);
	return tok_next(body, &t);
}

static bool is_errno_name(const struct tok *t)
{
	if (t->n < 2 || t->s[0] != 'E')
		return false;
	for (size_t i = 1; i < t->n; i++)
		if (!((t->s[i] >= 'A' && t->s[i] <= 'Z') || (t->s[i] >= '0' && t->s[i] <= '9')))
			return false;
	return true;
}

static bool is_number(const struct tok *t, wide value)
{
	wide v = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->s[i] < '0' || t->s[i] > '9' || v > 99999)
			return false;
		v = v * 10 + (t->s[i] - '0');
	}
	return t->kind == TOK_NUMBER && v == value;
}

static const char *tok_intern(struct lower *lo, const struct tok *t)
{
	return lower_intern(lo, arena_strndup(lo->scratch, t->s, t->n));
}

/*
 * An errno macro is E and capitals for a plain number, possibly by way of
 * another macro. @budget bounds the search through macros of macros.
 */
static const char *find_errno(struct lower *lo, const struct tok *t, wide value, int *budget)
{
	const char *name = NULL;
	struct lexer body;
	struct tok in;

	if (t->kind != TOK_IDENT || --*budget < 0 || !macro_body(lo, t, &body))
		return NULL;
	while (!name && tok_next(&body, &in)) {
		if (is_errno_name(t) && is_number(&in, value))
			return tok_intern(lo, t);
		name = find_errno(lo, &in, value, budget);
	}
	return name;
}

/* The macro whose definition's line holds offset @at of @s. */
static bool defined_at(const struct source *s, unsigned int at, struct tok *name)
{
	const char *line = s->text + at;
	struct lexer lx = { NULL, s->text + s->size };
	struct tok t;

	while (line > s->text && line[-1] != '\n')
		line--;
	lx.p = line;
	return tok_next(&lx, &t) && tok_is(&t, "#") && tok_next(&lx, &t) && tok_is(&t, "define") &&
	       tok_next(&lx, name);
}

/* 1: @name spelled the literal; 0: it did not; -1: this libclang doesn't know. */
static int spelled_by(struct lower *lo, CXCursor c, struct tok *name)
{
	CXSourceLocation l = clang_getRangeStart(clang_getCursorExtent(c));
	unsigned int at, spelled_at;
	struct source *used = source_at(lo, l, &at), *s;
	CXFile f;

	clang_getSpellingLocation(l, &f, NULL, NULL, &spelled_at);
	s = source_of(lo, f);
	if (!s || !s->text || spelled_at >= s->size || (s == used && at == spelled_at))
		return -1;
	return defined_at(s, spelled_at, name) && is_errno_name(name);
}

const char *errno_name(struct lower *lo, CXCursor c, wide value)
{
	struct lexer lx = lexer_at(lo, c);
	struct tok t, name;
	int budget = 200;

	if (value < 1 || value > 4095 || !tok_next(&lx, &t) || t.kind != TOK_IDENT)
		return NULL;
	switch (spelled_by(lo, c, &name)) {
	case 0:
		return NULL;
	case 1:
		return find_errno(lo, &name, value, &budget);
	default:
		return find_errno(lo, &t, value, &budget);
	}
}
