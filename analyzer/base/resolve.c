// SPDX-License-Identifier: MIT
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/resolve.h"

const char *path_work_tree(struct arena *a, const char *path)
{
	struct stat st;

	for (size_t n = strlen(path); n > 0; n--) {
		if (path[n - 1] != '/')
			continue;
		if (stat(arena_printf(a, "%.*s.git", (int)n, path), &st) == 0)
			return arena_strndup(a, path, n);
	}
	return NULL;
}

/* Length of @path without its last name, with the slash; 0 if there is no slash. */
static size_t folder_length(const char *path, size_t n)
{
	while (n > 1 && path[n - 1] == '/')
		n--;
	while (n > 0 && path[n - 1] != '/')
		n--;
	return n;
}

/* What is there of @path is resolved, the names behind it are kept. */
const char *path_resolved(struct arena *a, const char *path)
{
	size_t n = folder_length(path, strlen(path));
	char real[PATH_MAX];

	if (realpath(path, real))
		return arena_strdup(a, real);
	while (n && !realpath(arena_strndup(a, path, n), real))
		n = path[0] == '/' && n == 1 ? 0 : folder_length(path, n - 1);
	if (!n && path[0] == '/')
		return path;
	if (!n && !realpath(".", real))
		return arena_printf(a, "/%s", path);
	return arena_printf(a, "%s%s%s", real, real[1] ? "/" : "", path + n);
}
