// SPDX-License-Identifier: MIT
#include <jansson.h>
#include <string.h>

#include "base/strbuf.h"
#include "front/compdb.h"
#include "front/paths.h"

#define DATABASE_BYTES ((size_t)256 << 20)

/* ---- positions: jansson tells them for syntax errors only ---- */

/* The end of the string literal that begins at @i. */
static size_t skip_string(const char *s, size_t n, size_t i)
{
	for (i++; i < n && s[i] != '"'; i++)
		if (s[i] == '\\')
			i++;
	return i;
}

/* The offset where element @k of the outermost array begins. */
static size_t element_offset(const char *s, size_t n, size_t k)
{
	size_t depth = 0;

	for (size_t i = 0; i < n; i++) {
		if (depth == 1 && !k && !strchr(" \t\r\n,", s[i]))
			return i;
		if (s[i] == '"')
			i = skip_string(s, n, i);
		else if (s[i] == '[' || s[i] == '{')
			depth++;
		else if (s[i] == ']' || s[i] == '}')
			depth--;
		else if (s[i] == ',' && depth == 1)
			k--;
	}
	return 0;
}

static const char *error_at(struct arena *a, const char *path, const char *s, size_t offset,
			    const char *reason)
{
	size_t line = 1, col = 1;

	for (size_t i = 0; i < offset; i++) {
		line += s[i] == '\n';
		col = s[i] == '\n' ? 1 : col + 1;
	}
	return arena_printf(a, "%s:%zu:%zu: %s", path, line, col, reason);
}

/* ---- entries ---- */

/* A member that must be a string if it is there; NULL and @reason if it is something else. */
static const char *string_member(struct arena *a, json_t *object, const char *key,
				 const char **reason)
{
	json_t *v = json_object_get(object, key);

	if (!v)
		return NULL;
	if (!json_is_string(v)) {
		*reason = arena_printf(a, "\"%s\" must be a string", key);
		return NULL;
	}
	return arena_strdup(a, json_string_value(v));
}

static void read_arguments(struct arena *a, json_t *array, struct compdb_entry *e,
			   const char **reason)
{
	json_t *v;
	size_t i;

	if (array && !json_is_array(array))
		*reason = "\"arguments\" must be an array of strings";
	json_array_foreach(array, i, v)
	{
		if (!json_is_string(v)) {
			*reason = "\"arguments\" must be an array of strings";
			return;
		}
		args_add(a, &e->arguments, arena_strdup(a, json_string_value(v)));
	}
}

/* Returns what is wrong with the entry, or NULL. */
static const char *read_entry(struct arena *a, json_t *object, struct compdb_entry *e)
{
	const char *reason = NULL;

	if (!json_is_object(object))
		return "an entry must be an object";
	e->directory = string_member(a, object, "directory", &reason);
	e->file = string_member(a, object, "file", &reason);
	e->command = string_member(a, object, "command", &reason);
	read_arguments(a, json_object_get(object, "arguments"), e, &reason);
	if (reason)
		return reason;
	if (!e->file)
		return "the entry has no \"file\"";
	if (!e->command && !e->arguments.n)
		return "the entry has neither \"arguments\" nor \"command\"";
	return NULL;
}

static const char *read_entries(struct arena *a, json_t *root, struct compdb *db, const char *text,
				size_t n)
{
	const char *reason;
	json_t *object;
	size_t i;

	if (!json_is_array(root))
		return error_at(a, db->path, text, 0, "an array of entries was expected");
	json_array_foreach(root, i, object)
	{
		reason = read_entry(a, object, vec_push(a, &db->entries));
		if (reason)
			return error_at(a, db->path, text, element_offset(text, n, i), reason);
	}
	return NULL;
}

struct compdb *compdb_parse(struct arena *a, const char *path, const char *text, size_t n,
			    const char **error)
{
	struct compdb *db = arena_new_of(a, struct compdb);
	json_error_t je;
	json_t *root = json_loadb(text, n, JSON_DECODE_ANY, &je);

	db->path = path;
	if (!root) {
		*error = arena_printf(a, "%s:%d:%d: %s", path, je.line < 1 ? 1 : je.line,
				      je.column < 1 ? 1 : je.column, je.text);
		return NULL;
	}
	*error = read_entries(a, root, db, text, n);
	json_decref(root);
	return *error ? NULL : db;
}

struct compdb *compdb_load(struct arena *a, const char *path, const char **error)
{
	const char *why = NULL;
	size_t n = 0;
	char *text;

	if (path_is_dir(path))
		path = path_join(a, path, "compile_commands.json");
	text = file_read(a, path, DATABASE_BYTES, &n, &why);
	if (!text) {
		*error = arena_printf(a, "%s: %s", path, why);
		return NULL;
	}
	return compdb_parse(a, path, text, n, error);
}

/* Resolving each of thousands of entries costs more than parsing: names are compared first. */
const struct compdb_entry *compdb_find(struct arena *a, const struct compdb *db, const char *file,
				       size_t *count)
{
	const struct compdb_entry *found = NULL;
	const char *real = path_real(a, file);
	const char *there;

	*count = 0;
	vec_for_each_ptr(struct compdb_entry, e, &db->entries) {
		if (!real || strcmp(path_base(e->file), path_base(file)) != 0)
			continue;
		there = path_real(a, path_join(a, e->directory, e->file));
		if (!there || strcmp(there, real) != 0)
			continue;
		if (!(*count)++)
			found = e;
	}
	return found;
}
