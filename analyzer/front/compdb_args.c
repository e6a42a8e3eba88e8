// SPDX-License-Identifier: MIT
/*
 * From the text of a command to its arguments, as a shell would split it and
 * as gcc and clang read "@file". Variables, globs and substitutions stay text.
 */
#include <string.h>

#include "base/strbuf.h"
#include "front/compdb.h"
#include "front/paths.h"

#define RESPONSE_BYTES ((size_t)4 << 20)
#define RESPONSE_DEPTH 8
#define RESPONSE_ARGS  100000

/* Consumes "..." or '...' at @s; returns what follows the closing quote. */
static const char *take_quoted(const char *s, struct strbuf *word)
{
	char quote = *s++;

	for (; *s && *s != quote; s++) {
		if (quote == '"' && *s == '\\' && s[1] && strchr("\"\\$`\n", s[1]))
			s++;
		strbuf_addc(word, *s);
	}
	return *s ? s + 1 : s;
}

/* Consumes one word; @stops are the unquoted bytes that end it. */
static const char *take_word(const char *s, const char *stops, struct strbuf *word)
{
	while (*s && !strchr(stops, *s)) {
		if (*s == '"' || *s == '\'') {
			s = take_quoted(s, word);
			continue;
		}
		if (*s == '\\' && s[1])
			s++;
		strbuf_addc(word, *s++);
	}
	return s;
}

static void split(struct arena *a, const char *s, const char *operators, struct args *out)
{
	static const char blanks[] = " \t\r\n";
	const char *stops = arena_printf(a, "%s%s", blanks, operators);
	struct strbuf word;

	for (;;) {
		s += strspn(s, blanks);
		if (!*s || strchr(operators, *s))
			return;
		strbuf_init(&word, a);
		s = take_word(s, stops, &word);
		args_add(a, out, word.s);
	}
}

void compdb_split(struct arena *a, const char *command, struct args *out)
{
	split(a, command, ";&|<>", out);
}

static void expand(struct arena *a, const char *dir, const char *arg, struct args *out, int depth)
{
	struct args words = { 0 };
	const char *why = NULL;
	char *text = NULL;
	size_t n;

	if (arg[0] == '@' && depth < RESPONSE_DEPTH && out->n < RESPONSE_ARGS)
		text = file_read(a, path_join(a, dir, arg + 1), RESPONSE_BYTES, &n, &why);
	if (!text) {
		args_add(a, out, arg);
		return;
	}
	split(a, text, "", &words);
	for (size_t i = 0; i < words.n; i++)
		expand(a, dir, words.v[i], out, depth + 1);
}

void compdb_expand(struct arena *a, const char *dir, const char *arg, struct args *out)
{
	expand(a, dir, arg, out, 0);
}

struct args compdb_arguments(struct arena *a, const struct compdb_entry *e)
{
	struct args words = e->arguments, out = { 0 };

	if (!words.n)
		compdb_split(a, e->command, &words);
	for (size_t i = 0; i < words.n; i++)
		compdb_expand(a, e->directory, words.v[i], &out);
	return out;
}
