// SPDX-License-Identifier: MIT
#include <string.h>

#include "front/tokens.h"

static bool is_ident_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *skip_comment(const char *p, const char *end)
{
	if (p[1] == '/') {
		while (p < end && *p != '\n')
			p++;
		return p;
	}
	for (p += 2; p + 1 < end; p++)
		if (p[0] == '*' && p[1] == '/')
			return p + 2;
	return end;
}

static const char *skip_space(const char *p, const char *end)
{
	while (p < end) {
		if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
			p++;
		else if (*p == '\\' && p + 1 < end && (p[1] == '\n' || p[1] == '\r'))
			p += 2;
		else if (*p == '/' && p + 1 < end && (p[1] == '/' || p[1] == '*'))
			p = skip_comment(p, end);
		else
			break;
	}
	return p;
}

static const char *skip_quoted(const char *p, const char *end)
{
	char quote = *p++;

	for (; p < end && *p != quote && *p != '\n'; p++)
		if (*p == '\\' && p + 1 < end)
			p++;
	return p < end ? p + 1 : end;
}

static const char *skip_word(const char *p, const char *end, bool is_number)
{
	while (p < end && (is_ident_start(*p) || is_digit(*p) || (is_number && *p == '.')))
		p++;
	return p;
}

bool tok_next(struct lexer *lx, struct tok *t)
{
	const char *p = skip_space(lx->p, lx->end), *end = lx->end;

	t->s = p;
	if (p >= end) {
		t->kind = TOK_END;
	} else if (is_ident_start(*p)) {
		t->kind = TOK_IDENT;
		p = skip_word(p, end, false);
	} else if (is_digit(*p)) {
		t->kind = TOK_NUMBER;
		p = skip_word(p, end, true);
	} else if (*p == '"' || *p == '\'') {
		t->kind = *p == '"' ? TOK_STRING : TOK_CHAR;
		p = skip_quoted(p, end);
	} else {
		t->kind = TOK_PUNCT;
		p += end - p >= 3 && memcmp(p, "...", 3) == 0 ? 3 : 1;
	}
	t->n = (size_t)(p - t->s);
	lx->p = p;
	return t->kind != TOK_END;
}

bool tok_is(const struct tok *t, const char *s)
{
	return strlen(s) == t->n && memcmp(s, t->s, t->n) == 0;
}

bool lexer_has(struct lexer lx, const char *s)
{
	struct tok t;

	while (tok_next(&lx, &t))
		if (tok_is(&t, s))
			return true;
	return false;
}

static bool is_bracket(const struct tok *t, const char *set)
{
	return t->kind == TOK_PUNCT && memchr(set, *t->s, strlen(set));
}

bool lexer_close(struct lexer *lx)
{
	struct tok t;
	int depth = 1;

	while (depth && tok_next(lx, &t)) {
		if (is_bracket(&t, "([{"))
			depth++;
		else if (is_bracket(&t, ")]}"))
			depth--;
	}
	return depth == 0;
}
