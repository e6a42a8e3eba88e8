// SPDX-License-Identifier: MIT
/* The words that mutations take: a dictionary, and what show() printed. */
#include "mutate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edit.h"

/* Longer ones would only push out others. */
#define MAX_WORD 1024

void words_add(struct mutate_words *w, const void *bytes, size_t len)
{
	if (!len || len > MAX_WORD || w->n == MUTATE_MAX_WORDS || len > sizeof(w->pool) - w->used)
		return;
	for (unsigned i = 0; i < w->n; i++)
		if (w->word[i].len == len && !memcmp(w->pool + w->word[i].offset, bytes, len))
			return;
	w->word[w->n].offset = (unsigned)w->used;
	w->word[w->n].len = (unsigned)len;
	w->n++;
	memcpy(w->pool + w->used, bytes, len);
	w->used += len;
}

void words_add_version(struct mutate_words *w, const unsigned char *bytes, size_t len)
{
	struct edit e = { .data = (unsigned char *)bytes, .size = len };
	struct token tokens[EDIT_MAX_TOKENS];
	unsigned n;

	while (e.size && bytes[e.size - 1] == '\n')
		e.size--;
	words_add(w, bytes, e.size);
	n = edit_tokens(&e, tokens);
	for (unsigned i = 0; i < n; i++) {
		size_t end = tokens[i].at + tokens[i].len;

		words_add(w, bytes + tokens[i].at, tokens[i].len);
		words_add(w, bytes, end);
		words_add(w, bytes + tokens[i].at, e.size - tokens[i].at);
	}
}

static int hex_digit(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Decodes what stands between quotes; returns the bytes, or -1. Ends at the second quote. */
static int unquote(const char *s, unsigned char *out)
{
	int n = 0;

	for (; *s != '"'; s++) {
		if (*s == '\0' || *s == '\n' || n == MAX_WORD)
			return -1;
		if (*s != '\\') {
			out[n++] = (unsigned char)*s;
		} else if (s[1] == '\\' || s[1] == '"') {
			out[n++] = (unsigned char)*++s;
		} else if (s[1] == 'x' && hex_digit(s[2]) >= 0 && hex_digit(s[3]) >= 0) {
			out[n++] = (unsigned char)(hex_digit(s[2]) << 4 | hex_digit(s[3]));
			s += 3;
		} else {
			return -1;
		}
	}
	return n;
}

/* A line of a dictionary: nothing, a comment, or a word with or without a name. */
static bool add_line(struct mutate_words *w, const char *line)
{
	unsigned char word[MAX_WORD];
	const char *quote;
	int n;

	line += strspn(line, " \t\r\n");
	if (*line == '\0' || *line == '#')
		return true;
	quote = strchr(line, '"');
	n = quote ? unquote(quote + 1, word) : -1;
	if (n < 0)
		return false;
	words_add(w, word, (size_t)n);
	return true;
}

int words_load(struct mutate_words *w, const char *path)
{
	FILE *f = fopen(path, "r");
	char line[5000];
	int number = 0, bad = 0;

	if (!f)
		return -1;
	while (fgets(line, sizeof(line), f)) {
		number++;
		if (!add_line(w, line) && !bad)
			bad = number;
	}
	fclose(f);
	return bad;
}
