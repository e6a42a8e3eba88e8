/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_OVERLAY_H
#define MIGVER_BASE_OVERLAY_H

#include <stdbool.h>

#include "base/map.h"
#include "base/vec.h"

/*
 * Files in memory that stand before those on disk: what a patch makes of a
 * tree without writing to it.
 */
struct overlay_file {
	const char *path; /* resolved: path_resolved() */
	const char *text; /* NUL behind its @n bytes */
	size_t n;
	bool is_gone; /* deleted; the text is empty */
};

struct overlay {
	struct arena *arena;
	struct map *by_path;
	VEC(struct overlay_file *) files;
};

void overlay_init(struct overlay *o, struct arena *a);

/** overlay_put - @text for @path from now on; NULL: the file is gone. */
void overlay_put(struct overlay *o, const char *path, const char *text, size_t n);

/** overlay_find - the file in memory for @path, however it is spelled; NULL: ask the disk. */
const struct overlay_file *overlay_find(const struct overlay *o, const char *path);

#endif
