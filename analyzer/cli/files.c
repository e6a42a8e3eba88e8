// SPDX-License-Identifier: MIT
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/fatal.h"
#include "base/map.h"
#include "cli/files.h"
#include "front/compdb.h"
#include "front/paths.h"

/** struct search - the files found so far. */
struct search {
	struct arena *arena;
	struct map *seen; /* "device:inode" of each file, so that none comes twice */
	file_list *out;
};

static const char *shown(struct search *s, const char *path)
{
	struct strbuf b;

	strbuf_init(&b, s->arena);
	strbuf_add_escaped(&b, path, strlen(path), true);
	return b.s;
}

static void add_file(struct search *s, const char *path, const struct stat *st, bool is_found)
{
	const char *key = arena_printf(s->arena, "%llu:%llu", (unsigned long long)st->st_dev,
				       (unsigned long long)st->st_ino);

	if (map_get(s->seen, key))
		return;
	map_put(s->seen, key, s);
	*vec_push(s->arena, s->out) = (struct file_entry){ arena_strdup(s->arena, path), is_found };
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static string_list read_folder(struct search *s, const char *path)
{
	string_list names = { 0 };
	DIR *dir = opendir(path);

	if (!dir)
		fatal("%s: %s", shown(s, path), strerror(errno));
	for (struct dirent *e; (e = readdir(dir));)
		if (e->d_name[0] != '.')
			*vec_push(s->arena, &names) = arena_strdup(s->arena, e->d_name);
	closedir(dir);
	if (names.n)
		qsort(names.v, names.n, sizeof(*names.v), by_name);
	return names;
}

static bool is_c_source(const char *name)
{
	size_t n = strlen(name);

	return n > 2 && strcmp(name + n - 2, ".c") == 0;
}

static void search_folder(struct search *s, const char *path)
{
	const char *slash = path[0] && path[strlen(path) - 1] == '/' ? "" : "/";
	string_list names = read_folder(s, path);

	for (size_t i = 0; i < names.n; i++) {
		const char *child = arena_printf(s->arena, "%s%s%s", path, slash, names.v[i]);
		struct stat st;

		if (lstat(child, &st) == 0 && S_ISDIR(st.st_mode))
			search_folder(s, child);
		else if (is_c_source(child) && stat(child, &st) == 0 && S_ISREG(st.st_mode))
			add_file(s, child, &st, true);
	}
}

static void add_operand(struct search *s, const char *path)
{
	struct stat st;

	if (strcmp(path, "-") == 0)
		fatal("'-': a driver can't be read from standard input: its includes are "
		      "found relative to its file");
	if (stat(path, &st) != 0)
		fatal("%s: %s", shown(s, path), strerror(errno));
	if (S_ISDIR(st.st_mode))
		search_folder(s, path);
	else if (S_ISREG(st.st_mode))
		add_file(s, path, &st, false);
	else
		fatal("%s: neither a file nor a folder", shown(s, path));
}

/* Entries whose file is gone are stale, which is no mistake of the user's. */
static void add_database(struct search *s, const struct options *o)
{
	const char *error = NULL;
	struct compdb *db = compdb_load(s->arena, o->compdb, &error);
	string_list paths = { 0 };

	if (!db)
		fatal("%s", error);
	vec_for_each_ptr(const struct compdb_entry, e, &db->entries) {
		const char *path = path_join(s->arena, e->directory, e->file);

		if (is_c_source(path))
			*vec_push(s->arena, &paths) = arena_strdup(
				s->arena, path_from_cwd(path_real(s->arena, "."), path));
	}
	if (paths.n)
		qsort(paths.v, paths.n, sizeof(*paths.v), by_name);
	for (size_t i = 0; i < paths.n; i++) {
		struct stat st;

		if (stat(paths.v[i], &st) == 0 && S_ISREG(st.st_mode))
			add_file(s, paths.v[i], &st, true);
	}
	if (!s->out->n)
		fatal("lint: %s names no C file that there is", shown(s, db->path));
}

void files_expand(const struct options *o, file_list *out)
{
	struct search s = { .arena = o->arena, .seen = map_new(o->arena), .out = out };

	if (!o->operands.n && o->compdb) {
		add_database(&s, o);
		return;
	}
	if (!o->operands.n)
		fatal("lint: no files; try 'migver lint DRIVER.c'");
	for (size_t i = 0; i < o->operands.n; i++)
		add_operand(&s, o->operands.v[i]);
	if (!out->n)
		fatal("lint: there is no .c file in %s%s", shown(&s, o->operands.v[0]),
		      o->operands.n > 1 ? " and the other folders" : "");
}
