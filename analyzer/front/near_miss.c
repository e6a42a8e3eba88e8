// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <string.h>

#include "base/distance.h"
#include "front/discover.h"

#define MAX_NAME  128
#define MAX_WORDS 8
#define MAX_SLIPS 2

static bool is_separator(char c)
{
	return c == '_' || c == '-' || c == '.' || c == ' ';
}

/* Lower case without separators, in a buffer of MAX_NAME; false if it doesn't fit. */
static bool squeeze(const char *s, char *out)
{
	size_t n = 0;

	for (; *s; s++) {
		if (is_separator(*s))
			continue;
		if (n == MAX_NAME - 1)
			return false;
		out[n++] = (char)tolower((unsigned char)*s);
	}
	out[n] = '\0';
	return true;
}

struct words {
	char text[MAX_NAME];
	char *v[MAX_WORDS];
	size_t n;
};

static bool split(const char *s, struct words *w)
{
	size_t n = 0;

	w->n = 0;
	if (strlen(s) >= MAX_NAME)
		return false;
	for (; *s; s++) {
		bool begins = !n || !w->text[n - 1];

		if (!is_separator(*s) && begins) {
			if (w->n == MAX_WORDS)
				return false;
			w->v[w->n++] = &w->text[n];
		}
		if (!is_separator(*s) || !begins)
			w->text[n++] = is_separator(*s) ? '\0' : (char)tolower((unsigned char)*s);
	}
	w->text[n] = '\0';
	return true;
}

static bool ends_in_digit(const char *s)
{
	return *s && isdigit((unsigned char)s[strlen(s) - 1]);
}

/* One word for another is no slip, even if they are near: "state" and "stats". */
static bool same_word(const char *a, const char *b)
{
	size_t shorter = strlen(a) < strlen(b) ? strlen(a) : strlen(b);

	return strcmp(a, b) == 0 || (shorter > 4 && edit_distance(a, b) <= MAX_SLIPS);
}

static bool swapped_words(const struct words *a, const struct words *b)
{
	if (a->n != 2 || b->n != 2)
		return false;
	return same_word(a->v[0], b->v[1]) && same_word(a->v[1], b->v[0]);
}

/* With as many words on both sides each must be its partner. */
static bool words_fit(const struct words *a, const struct words *b)
{
	for (size_t i = 0; a->n == b->n && i < a->n; i++)
		if (!same_word(a->v[i], b->v[i]))
			return false;
	return true;
}

bool name_near_miss(const char *name, const char *meant)
{
	char a[MAX_NAME], b[MAX_NAME];
	struct words wa, wb;

	if (strcmp(name, meant) == 0 || !squeeze(name, a) || !squeeze(meant, b))
		return false;
	if (strlen(b) <= 2 * MAX_SLIPS)
		return false;
	if (strcmp(a, b) == 0)
		return true;
	if (ends_in_digit(name) != ends_in_digit(meant) || !split(name, &wa) || !split(meant, &wb))
		return false;
	if (swapped_words(&wa, &wb))
		return true;
	return edit_distance(a, b) <= MAX_SLIPS && words_fit(&wa, &wb);
}
