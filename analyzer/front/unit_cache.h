/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_UNIT_CACHE_H
#define MIGVER_FRONT_UNIT_CACHE_H

#include "base/strbuf.h"
#include "base/wide.h"
#include "front/flags.h"

/*
 * What parsing a file gave, kept in a folder and found by content: see unit_cache.c.
 * A cache that can't be read or written is no cache; it is never an error.
 */
struct unit_cache;

/** unit_cache_open - @folder is made if need be; @salt: what all results depend on. NULL: no cache.
 */
struct unit_cache *unit_cache_open(struct arena *a, const char *folder, uwide salt);

/** unit_cache_key - of @path parsed with @f; NULL if the file can't be read. */
const char *unit_cache_key(struct unit_cache *c, const char *path, const struct flags *f);

/** unit_cache_get - the result stored under @key if all files it depends on are as they were. */
const char *unit_cache_get(struct unit_cache *c, const char *key, size_t *n);

/** unit_cache_put - store a result; @files: the files that were read for it, one a line. */
void unit_cache_put(struct unit_cache *c, const char *key, const char *files, const char *text,
		    size_t n);

#endif
