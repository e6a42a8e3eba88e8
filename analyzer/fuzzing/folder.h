/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_FOLDER_H
#define MIGVER_FUZZING_FOLDER_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* Folders and whole files. Errors of what must work are fatal(), with the path. */

typedef VEC(const char *) name_list;

/** folder_make - @path and its parents; nothing to do if it is there. */
void folder_make(struct arena *a, const char *path);

/** folder_temporary - a new folder whose name begins with @prefix. */
const char *folder_temporary(struct arena *a, const char *prefix);

/** folder_remove - @path and everything below it; links are not followed. */
void folder_remove(struct arena *a, const char *path);

/** folder_list - the names in @path in sorted order, without hidden ones; empty if there is none.
 */
name_list folder_list(struct arena *a, const char *path);

/** file_put - make @n bytes the file @path (not atomic: for folders only we know yet). */
void file_put(const char *path, const void *bytes, size_t n);

/** file_copy - make @to a copy of @from, its mode too; false if @from can't be read. */
bool file_copy(struct arena *a, const char *from, const char *to);

/** file_get - the bytes of @path (at most @limit), or NULL. */
char *file_get(struct arena *a, const char *path, size_t limit, size_t *n);

#endif
