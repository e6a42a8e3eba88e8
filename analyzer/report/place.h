/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_PLACE_H
#define MIGVER_REPORT_PLACE_H

#include "base/map.h"
#include "core/diag.h"

/*
 * Paths as other programs want them: relative to the root of the repository,
 * links resolved, forward slashes.
 */
struct places {
	struct arena *arena;
	const char *root;      /* with its final slash: a git work tree, or the current folder */
	struct map *relatives; /* of paths already asked for */
};

/** places_init - the root is that of the first file of @r. */
void places_init(struct places *p, const struct run_report *r);

/** place_path - @path from the root on; absolute if it is not below it. */
const char *place_path(struct places *p, const char *path);

/** place_uri - the same as a URI: a relative reference, or "file:///...". */
const char *place_uri(struct places *p, const char *path);

/** place_file_uri - "file://" and the absolute @path, encoded. */
const char *place_file_uri(struct arena *a, const char *path);

#endif
