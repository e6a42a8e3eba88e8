// SPDX-License-Identifier: MIT
/*
 * The result of parsing and lowering a file depends on its text, its path, its
 * flags, the program, libclang, and the headers it reads. All but the headers
 * make the key, under which an entry lies; which headers there are is known
 * only after the parse, so the entry lists them with the hash of each, and is
 * good only while all of them are the same. An entry:
 *
 *	migver-cache 1 LENGTH
 *	HASH PATH	for each file
 *	(an empty line)
 *	LENGTH bytes of result
 *
 * Limit: a header that appears in a folder which is searched before that of
 * one with the same name is not noticed. Results of files that did not parse
 * completely are not kept, since there it is what is missing that decides.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/map.h"
#include "front/unit_cache.h"
#include "front/paths.h"

#define MAGIC	    "migver-cache 1 "
#define ENTRY_BYTES ((size_t)256 << 20)
#define INPUT_BYTES ((size_t)64 << 20)

struct unit_cache {
	struct arena *arena;
	const char *folder, *cwd;
	uwide salt;
	struct map *hashes; /* of files, as hexadecimal digits; "" if one can't be read */
};

/* Like mkdir -p. */
static bool make_folder(struct arena *a, const char *path)
{
	char *copy = arena_strdup(a, path);

	for (char *p = copy + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		mkdir(copy, 0777);
		*p = '/';
	}
	return mkdir(copy, 0777) == 0 || (errno == EEXIST && path_is_dir(copy));
}

struct unit_cache *unit_cache_open(struct arena *a, const char *folder, uwide salt)
{
	struct unit_cache *c = arena_new_of(a, struct unit_cache);
	const char *cwd = path_real(a, ".");
	struct stat st;

	if (!make_folder(a, folder) || !cwd || stat("/proc/self/exe", &st) != 0)
		return NULL;
	*c = (struct unit_cache){ a, folder, cwd, salt, map_new(a) };
	/* Another build of this program is another program, whatever its version says. */
	c->salt = hash_text(c->salt, MIGVER_VERSION);
	c->salt = hash_bytes(c->salt, &st.st_size, sizeof(st.st_size));
	c->salt = hash_bytes(c->salt, &st.st_mtim, sizeof(st.st_mtim));
	c->salt = hash_text(c->salt, front_libclang_version(a));
	return c;
}

static const char *hash_file(struct unit_cache *c, const char *path)
{
	struct arena *scratch;
	const char *why = NULL, *found = map_get(c->hashes, path);
	size_t n = 0;
	char *text;

	if (found)
		return found;
	scratch = arena_new();
	text = file_read(scratch, path, INPUT_BYTES, &n, &why);
	found = text ? hash_hex(c->arena, hash_bytes(HASH_BEGIN, text, n)) : "";
	map_put(c->hashes, arena_strdup(c->arena, path), arena_strdup(c->arena, found));
	arena_drop(scratch);
	return found;
}

const char *unit_cache_key(struct unit_cache *c, const char *path, const struct flags *f)
{
	const char *own = hash_file(c, path);
	uwide h = c->salt;

	if (!own[0])
		return NULL;
	h = hash_text(h, c->cwd); /* relative paths in flags and results */
	h = hash_text(h, path);
	h = hash_text(h, own);
	h = hash_text(h, f->from);
	h = hash_text(h, f->note);
	for (size_t i = 0; i < f->args.n; i++)
		h = hash_text(h, f->args.v[i]);
	return hash_hex(c->arena, h);
}

static const char *entry_path(struct unit_cache *c, const char *key)
{
	return arena_printf(c->arena, "%s/%.2s/%s", c->folder, key, key);
}

/* Whether the files of the entry's list are as they were; *end is behind the list. */
static bool are_files_same(struct unit_cache *c, char *list, char **end)
{
	while (*list && *list != '\n') {
		char *path = strchr(list, ' '), *line = strchr(list, '\n');

		if (!path || !line || path > line)
			return false;
		*path++ = *line = '\0';
		if (strcmp(hash_file(c, path), list) != 0)
			return false;
		list = line + 1;
	}
	*end = list + (*list == '\n');
	return *list == '\n';
}

const char *unit_cache_get(struct unit_cache *c, const char *key, size_t *n)
{
	const char *why = NULL;
	size_t size = 0;
	char *text = file_read(c->arena, entry_path(c, key), ENTRY_BYTES, &size, &why), *list,
	     *body;

	if (!text || strncmp(text, MAGIC, strlen(MAGIC)) != 0)
		return NULL;
	*n = strtoul(text + strlen(MAGIC), &list, 10);
	if (*list++ != '\n' || !are_files_same(c, list, &body) ||
	    *n != size - (size_t)(body - text))
		return NULL;
	return body;
}

static bool write_entry(struct unit_cache *c, const char *path, const struct strbuf *b)
{
	char *temp = arena_printf(c->arena, "%s.XXXXXX", path);
	int fd = mkstemp(temp);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
	bool ok;

	if (!f)
		return false;
	ok = fwrite(b->s, 1, b->n, f) == b->n;
	ok = fclose(f) == 0 && ok && rename(temp, path) == 0;
	if (!ok)
		unlink(temp);
	return ok;
}

void unit_cache_put(struct unit_cache *c, const char *key, const char *files, const char *text,
		    size_t n)
{
	const char *path = entry_path(c, key);
	struct strbuf b;

	strbuf_init(&b, c->arena);
	strbuf_addf(&b, MAGIC "%zu\n", n);
	while (*files) {
		size_t len = strcspn(files, "\n");
		const char *file = arena_strndup(c->arena, files, len), *hash = hash_file(c, file);

		if (!hash[0])
			return;
		strbuf_addf(&b, "%s %s\n", hash, file);
		files += len + (files[len] == '\n');
	}
	strbuf_addc(&b, '\n');
	strbuf_add_bytes(&b, text, n);
	mkdir(path_dir(c->arena, path), 0777);
	write_entry(c, path, &b);
}
