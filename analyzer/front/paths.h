/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_PATHS_H
#define MIGVER_FRONT_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

bool path_is_file(const char *path);
bool path_is_dir(const char *path);

/** path_exists_in - whether @dir/@name is a regular file. */
bool path_exists_in(struct arena *a, const char *dir, const char *name);

/** path_dir - what stands before the last slash, "." without one. */
char *path_dir(struct arena *a, const char *path);

/** path_base - what stands after the last slash. */
const char *path_base(const char *path);

/** path_join - @dir/@name without "./" parts; @name alone if it is absolute or @dir is NULL. */
char *path_join(struct arena *a, const char *dir, const char *name);

/** path_from_cwd - @path relative to the working directory @cwd if it lies below it. */
const char *path_from_cwd(const char *cwd, const char *path);

/** path_real - the path with all links resolved; NULL if it doesn't exist. */
char *path_real(struct arena *a, const char *path);

/**
 * file_read - the bytes of a regular file of at most @limit bytes, NUL added
 *
 * Returns NULL and sets @why ("no such file", "is a directory", "too large
 * (the limit is 16 MB)") if there is none.
 */
char *file_read(struct arena *a, const char *path, size_t limit, size_t *size, const char **why);

#endif
