// SPDX-License-Identifier: MIT
#include "options.h"

#include <fnmatch.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

enum option_type { OPTION_LIST, OPTION_NUMBER, OPTION_TEXT };

static const struct {
	const char *key;
	enum option_type type;
	size_t offset;
} rows[] = {
	{ "attr", OPTION_LIST, offsetof(struct options, attrs) },
	{ "off", OPTION_LIST, offsetof(struct options, off) },
	{ "lint", OPTION_LIST, offsetof(struct options, by_lint) },
	{ "expect", OPTION_LIST, offsetof(struct options, expected) },
	{ "minimise", OPTION_NUMBER, offsetof(struct options, minimise) },
	{ "alloc-fail", OPTION_NUMBER, offsetof(struct options, alloc_period) },
	{ "thorough", OPTION_NUMBER, offsetof(struct options, thorough) },
	{ "single", OPTION_NUMBER, offsetof(struct options, single) },
	{ "abort", OPTION_NUMBER, offsetof(struct options, abort_on) },
	{ "dict", OPTION_TEXT, offsetof(struct options, dictionary) },
	{ "dir", OPTION_TEXT, offsetof(struct options, dir) },
};

static bool set_number(unsigned *field, const char *value)
{
	char *end;
	unsigned long n = strtoul(value, &end, 10);

	if (*value < '0' || *value > '9' || *end || n > 1000000000ul)
		return false;
	*field = (unsigned)n;
	return true;
}

/* Grows by doubling: it is full where its size is a power of two. */
static bool add_item(struct options_list *list, const char *value)
{
	if (!(list->n & (list->n - 1))) {
		size_t size = list->n ? 2 * (size_t)list->n : 1;
		const char **item = realloc(list->item, size * sizeof(*item));

		if (!item)
			return false;
		list->item = item;
	}
	list->item[list->n++] = value;
	return true;
}

static bool set_option(struct options *o, size_t row, const char *value)
{
	void *field = (char *)o + rows[row].offset;

	switch (rows[row].type) {
	case OPTION_NUMBER:
		return set_number(field, value);
	case OPTION_TEXT:
		*(const char **)field = value;
		return true;
	case OPTION_LIST:
		return add_item(field, value);
	}
	return false;
}

static bool read_word(struct options *o, char *word)
{
	char *value = strchr(word, '=');

	if (!value)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (strlen(rows[i].key) == (size_t)(value - word) &&
		    !strncmp(rows[i].key, word, (size_t)(value - word)))
			return set_option(o, i, value + 1);
	return false;
}

/* The whole file, with a NUL behind it; NULL: errno says why. */
static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rbe");
	char *text = NULL;
	size_t size = 0;
	ssize_t n;

	if (!file)
		return NULL;
	n = getdelim(&text, &size, '\0', file);
	fclose(file);
	if (n < 0) { /* it is empty */
		free(text);
		return strdup("");
	}
	return text;
}

const char *options_read(struct options *o, const char *text)
{
	char *rest, *word;

	memset(o, 0, sizeof(*o));
	o->minimise = 2000;
	o->alloc_period = 64;
	o->text = text && *text == '@' ? read_file(text + 1) : strdup(text ? text : "");
	if (!o->text)
		return strerror(errno);
	for (rest = o->text; (word = strsep(&rest, ";"));)
		if (*word && !read_word(o, word))
			return word;
	if (!o->attrs.n && !add_item(&o->attrs, "migration_version"))
		return strerror(errno);
	return NULL;
}

void options_free(struct options *o)
{
	free(o->attrs.item);
	free(o->off.item);
	free(o->by_lint.item);
	free(o->expected.item);
	free(o->text);
	memset(o, 0, sizeof(*o));
}

bool options_has(const struct options_list *list, const char *word)
{
	for (unsigned i = 0; i < list->n; i++)
		if (!strcmp(list->item[i], word))
			return true;
	return false;
}

bool options_selects(const struct options *o, const char *name, const char *path)
{
	for (unsigned i = 0; i < o->attrs.n; i++) {
		const char *glob = o->attrs.item[i];

		if (fnmatch(glob, strchr(glob, '/') ? path : name, 0) == 0)
			return true;
	}
	return false;
}
