// SPDX-License-Identifier: MIT
#include "report/comments.h"

struct scanner {
	struct arena *arena;
	struct comments *out;
	const char *s, *end;
	uint32_t line, col;
};

static void step(struct scanner *c)
{
	if (*c->s++ == '\n') {
		c->line++;
		c->col = 1;
		*vec_push(c->arena, &c->out->has_code) = false;
	} else {
		c->col++;
	}
}

static bool sees(const struct scanner *c, char first, char second)
{
	return c->end - c->s >= 2 && c->s[0] == first && c->s[1] == second;
}

static void mark_code(struct scanner *c)
{
	c->out->has_code.v[c->line - 1] = true;
}

static void take_comment(struct scanner *c, bool is_block)
{
	struct comment m = { .text = c->s + 2, .line = c->line, .col = c->col };

	step(c);
	step(c);
	while (c->s < c->end && !(is_block ? sees(c, '*', '/') : *c->s == '\n')) {
		/* A line comment goes on behind a backslash at its end. */
		if (!is_block && sees(c, '\\', '\n'))
			step(c);
		step(c);
	}
	m.n = (size_t)(c->s - m.text);
	for (int i = 0; is_block && i < 2 && c->s < c->end; i++)
		step(c);
	m.end_line = c->line;
	m.end_col = c->col;
	*vec_push(c->arena, &c->out->all) = m;
}

static void take_literal(struct scanner *c, char quote)
{
	mark_code(c);
	step(c);
	while (c->s < c->end && *c->s != quote && *c->s != '\n') {
		if (*c->s == '\\' && c->s + 1 < c->end)
			step(c);
		step(c);
	}
	if (c->s < c->end && *c->s == quote) {
		mark_code(c);
		step(c);
	}
}

struct comments comments_of(struct arena *a, const char *text, size_t n)
{
	struct comments out = { 0 };
	struct scanner c = { a, &out, text, text + n, 1, 1 };

	*vec_push(a, &out.has_code) = false;
	while (c.s < c.end) {
		if (sees(&c, '/', '*') || sees(&c, '/', '/')) {
			take_comment(&c, c.s[1] == '*');
		} else if (*c.s == '"' || *c.s == '\'') {
			take_literal(&c, *c.s);
		} else {
			if (*c.s != ' ' && (*c.s < '\t' || *c.s > '\r'))
				mark_code(&c);
			step(&c);
		}
	}
	return out;
}
