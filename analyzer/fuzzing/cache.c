// SPDX-License-Identifier: MIT
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/fatal.h"
#include "base/hash.h"
#include "front/paths.h"
#include "fuzzing/cache.h"
#include "fuzzing/folder.h"

const char *cache_root(struct arena *a)
{
	const char *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME"), *root;

	/* The XDG specification: a relative path is to be ignored. */
	if (xdg && xdg[0] == '/')
		root = arena_printf(a, "%s/migver", xdg);
	else if (home && home[0] == '/')
		root = arena_printf(a, "%s/.cache/migver", home);
	else
		fatal("no place for the cache: set XDG_CACHE_HOME or HOME");
	folder_make(a, root);
	return root;
}

/* A descriptor that holds the lock of the file or folder @path, or -1. */
static int lock_path(const char *path, int flags, int how)
{
	int fd = open(path, flags | O_CLOEXEC, 0666);

	if (fd >= 0 && flock(fd, how) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

/* "clang-0123456789abcdef.x1y2z3": half filled, by somebody who is at it or who is gone. */
static bool is_temporary(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && strchr(name, '-') && strlen(dot + 1) == 6;
}

static void remove_left_behind(struct arena *a, const char *root)
{
	name_list names = folder_list(a, root);

	for (size_t i = 0; i < names.n; i++) {
		const char *path = path_join(a, root, names.v[i]);
		int fd;

		if (!is_temporary(names.v[i]))
			continue;
		fd = lock_path(path, O_RDONLY | O_DIRECTORY, LOCK_EX | LOCK_NB);
		if (fd < 0)
			continue;
		folder_remove(a, path);
		close(fd);
	}
}

struct cache_folder cache_open(struct arena *a, const char *kind, const char *key)
{
	const char *root = cache_root(a);
	struct cache_folder f = { arena_printf(a, "%s/%s-%.16s", root, kind, key), NULL, -1 };
	int all;

	if (path_is_dir(f.path))
		return f;
	/* Nobody may find the new folder before it is locked. */
	all = lock_path(path_join(a, root, "lock"), O_RDWR | O_CREAT, LOCK_EX);
	remove_left_behind(a, root);
	f.filling = folder_temporary(a, f.path);
	f.lock = lock_path(f.filling, O_RDONLY | O_DIRECTORY, LOCK_EX);
	if (all >= 0)
		close(all);
	return f;
}

static void let_go(struct cache_folder *f)
{
	if (f->lock >= 0)
		close(f->lock);
	f->lock = -1;
	f->filling = NULL;
}

void cache_close(struct arena *a, struct cache_folder *f)
{
	if (!f->filling)
		return;
	/* Another run may have been faster: then the folder is there, and the same. */
	if (rename(f->filling, f->path) != 0) {
		if (errno != EEXIST && errno != ENOTEMPTY)
			fatal("can't rename %s: %s", f->filling, strerror(errno));
		folder_remove(a, f->filling);
	}
	let_go(f);
}

void cache_abandon(struct arena *a, struct cache_folder *f)
{
	if (f->filling)
		folder_remove(a, f->filling);
	let_go(f);
}

/* ---- the sources ---- */

static bool is_source(const struct embedded_file *f)
{
	static const char *const parts[] = { "fuzz/", "include/", "strings/" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strncmp(f->path, parts[i], strlen(parts[i])) == 0)
			return true;
	return false;
}

static const char *hash_sources(struct arena *a)
{
	uwide h = hash_text(HASH_BEGIN, "migver sources 1");

	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *f = &embedded_files[i];

		if (is_source(f))
			h = hash_bytes(hash_text(h, f->path), f->bytes, f->size);
	}
	return hash_hex(a, h);
}

/* What a compiler brings itself and -nostdinc takes away, alone in a folder. */
static void unpack_builtin(struct arena *a, const char *into)
{
	static const char *const names[] = { "stdarg.h", "stddef.h" };

	folder_make(a, path_join(a, into, "builtin"));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *name = arena_printf(a, "include/%s", names[i]);
		const struct embedded_file *f = embedded_find(name);

		if (f)
			file_put(arena_printf(a, "%s/builtin/%s", into, names[i]), f->bytes,
				 f->size);
	}
}

static void unpack(struct arena *a, const char *into)
{
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *f = &embedded_files[i];
		const char *path = path_join(a, into, f->path);

		if (!is_source(f))
			continue;
		folder_make(a, path_dir(a, path));
		file_put(path, f->bytes, f->size);
	}
}

const char *cache_sources(struct arena *a)
{
	struct cache_folder f = cache_open(a, "src", hash_sources(a));

	if (f.filling) {
		unpack(a, f.filling);
		unpack_builtin(a, f.filling);
	}
	cache_close(a, &f);
	return f.path;
}
