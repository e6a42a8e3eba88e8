// SPDX-License-Identifier: MIT
/*
 * A driver's identifiers betray the kernel it was written for: the mdev API
 * changed its names with nearly every change of its types. Each identifier of
 * the table votes for the eras that had it; comments and strings don't count.
 */
#include <ctype.h>
#include <string.h>

#include "front/era.h"
#include "front/paths.h"

#define MAX_DEPTH    4
#define MAX_FILES    64
#define HEADER_BYTES ((size_t)4 << 20)

#define A 1
#define B 2
#define C 4
#define D 8

static const struct vote {
	const char *name;
	unsigned char eras, weight;
} votes[] = {
	{ "mdev_parent_ops", A | B, 3 },
	{ "mdev_attr_groups", A | B, 3 },
	{ "dev_attr_groups", A | B, 1 },
	{ "supported_type_groups", A | B | C, 3 },
	{ "mdev_register_device", A | B | C, 3 },
	{ "mdev_unregister_device", A | B | C, 3 },
	{ "mdev_type_attribute", A | B | C, 2 },
	{ "MDEV_TYPE_ATTR", A | B | C, 2 },
	{ "MDEV_TYPE_ATTR_RW", A | B | C, 2 },
	{ "MDEV_TYPE_ATTR_RO", A | B | C, 2 },
	{ "MDEV_TYPE_ATTR_WO", A | B | C, 2 },
	{ "mdev_get_drvdata", A | B, 2 },
	{ "mdev_set_drvdata", A | B, 2 },
	{ "mdev_parent_dev", A | B | C, 1 },
	{ "mtype_get_parent_dev", B | C, 4 },
	{ "mtype_get_type_group_id", B | C, 4 },
	{ "mdev_get_type_group_id", B | C, 4 },
	{ "mdev_register_driver", B | C | D, 1 },
	{ "mdev_driver", C | D, 1 },
	{ "vfio_register_emulated_iommu_dev", B | C | D, 2 },
	{ "mdev_register_parent", D, 4 },
	{ "mdev_unregister_parent", D, 4 },
	{ "show_description", D, 2 },
	{ "get_available", D, 2 },
	{ "pretty_name", D, 2 },
	{ "sysfs_name", D, 2 },
};

struct scan {
	struct arena *arena;
	int score[ERA_NR];
	bool has_own_type_attribute, has_const_core;
	size_t nfiles;
	char last[7][48]; /* the tokens before this one, the latest first */
};

static void cast_votes(struct scan *s, unsigned int eras, int weight)
{
	for (int i = 0; i < ERA_NR; i++)
		if (eras & (1u << i))
			s->score[i] += weight;
}

static bool last_is(const struct scan *s, int back, const char *token)
{
	return strcmp(s->last[back], token) == 0;
}

/* "const struct class_attribute *" and "(const struct bus_type *x, char *": handlers of 6.4. */
static bool is_const_core(const struct scan *s)
{
	if (last_is(s, 0, "class_attribute"))
		return last_is(s, 1, "struct") && last_is(s, 2, "const");
	return last_is(s, 0, "char") && last_is(s, 1, ",") && last_is(s, 3, "*") &&
	       last_is(s, 4, "bus_type") && last_is(s, 5, "struct") && last_is(s, 6, "const");
}

/* What single identifiers can't tell: "kobject *x, struct device" and "struct mdev_type *". */
static void see_phrase(struct scan *s, const char *token)
{
	if (strcmp(token, "device") == 0 && last_is(s, 0, "struct") && last_is(s, 1, ",") &&
	    last_is(s, 3, "*") && last_is(s, 4, "kobject"))
		cast_votes(s, A, 6);
	if (strcmp(token, "{") == 0 && last_is(s, 0, "mdev_type_attribute") &&
	    last_is(s, 1, "struct"))
		s->has_own_type_attribute = true;
	if (strcmp(token, "*") == 0 && is_const_core(s))
		s->has_const_core = true;
	if (strcmp(token, "*") == 0 && last_is(s, 0, "mdev_type") && last_is(s, 1, "struct"))
		cast_votes(s, B | C | D, 3);
	if (strcmp(token, "*") == 0 && last_is(s, 0, "mdev_type_attribute"))
		cast_votes(s, B | C, 3);
	/* ".show = (void *)f": a cast says that f's prototype is not the member's */
	if ((strcmp(token, "void") == 0 || strcmp(token, "ssize_t") == 0) && last_is(s, 0, "(") &&
	    last_is(s, 1, "=") && (last_is(s, 2, "show") || last_is(s, 2, "store")))
		cast_votes(s, B | C, 8);
}

static void see_token(struct scan *s, const char *p, size_t n)
{
	char *token = s->last[0];

	if (n >= sizeof(s->last[0]))
		n = sizeof(s->last[0]) - 1;
	see_phrase(s, arena_strndup(s->arena, p, n));
	memmove(s->last[1], s->last[0], sizeof(s->last) - sizeof(s->last[0]));
	memcpy(token, p, n);
	token[n] = '\0';
	for (size_t i = 0; i < sizeof(votes) / sizeof(votes[0]); i++)
		if (strcmp(votes[i].name, token) == 0)
			cast_votes(s, votes[i].eras, votes[i].weight);
}

static size_t skip_comment(const char *p, size_t i, size_t n)
{
	if (p[i + 1] == '/') {
		while (i < n && p[i] != '\n')
			i++;
		return i;
	}
	for (i += 2; i + 1 < n; i++)
		if (p[i] == '*' && p[i + 1] == '/')
			return i + 2;
	return n;
}

static size_t skip_literal(const char *p, size_t i, size_t n)
{
	char quote = p[i];

	for (i++; i < n && p[i] != quote && p[i] != '\n'; i++)
		if (p[i] == '\\')
			i++;
	return i + 1;
}

static void scan_file(struct scan *s, const char *file, const char *text, size_t n, int depth);

/* #include "NAME", relative to the folder of @file. */
static void scan_include(struct scan *s, const char *file, const char *name, size_t n, int depth)
{
	const char *why = NULL;
	char *path, *text;
	size_t size = 0;

	if (depth >= MAX_DEPTH || ++s->nfiles > MAX_FILES)
		return;
	path = path_join(s->arena, path_dir(s->arena, file), arena_strndup(s->arena, name, n));
	text = file_read(s->arena, path, HEADER_BYTES, &size, &why);
	if (text)
		scan_file(s, path, text, size, depth + 1);
}

static size_t scan_word(struct scan *s, const char *p, size_t i, size_t n)
{
	size_t start = i;

	while (i < n && (isalnum((unsigned char)p[i]) || p[i] == '_'))
		i++;
	see_token(s, p + start, i - start);
	return i;
}

static void scan_file(struct scan *s, const char *file, const char *p, size_t n, int depth)
{
	for (size_t i = 0, end; i < n;) {
		unsigned char c = (unsigned char)p[i];

		if (c == '/' && i + 1 < n && (p[i + 1] == '*' || p[i + 1] == '/')) {
			i = skip_comment(p, i, n);
		} else if (c == '"' || c == '\'') {
			end = skip_literal(p, i, n);
			if (c == '"' && end <= n && last_is(s, 0, "include"))
				scan_include(s, file, p + i + 1, end - i - 2, depth);
			i = end;
		} else if (isalnum(c) || c == '_') {
			i = scan_word(s, p, i, n);
		} else {
			if (!isspace(c))
				see_token(s, p + i, 1);
			i++;
		}
	}
}

/* Eras by falling score; a file that votes for none is a plain driver of today. */
void era_guess(struct arena *a, const char *file, const char *text, size_t n,
	       struct era_choice order[ERA_NR])
{
	struct scan s = { .arena = a };
	bool is_taken[ERA_NR] = { false };

	scan_file(&s, file, text, n, 0);
	for (int rank = 0; rank < ERA_NR; rank++) {
		int best = -1;

		for (int i = 0; i < ERA_NR; i++)
			if (!is_taken[i] && (best < 0 || s.score[i] > s.score[best]))
				best = i;
		is_taken[best] = true;
		order[rank].era = best + 1;
		order[rank].has_own_type_attribute = s.has_own_type_attribute;
		order[rank].has_const_core = s.has_const_core;
	}
	if (!s.score[order[0].era - 1]) {
		order[0].era = ERA_NR;
		order[ERA_NR - 1].era = 1;
	}
}
