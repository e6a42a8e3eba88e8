/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_RESOLVE_H
#define MIGVER_BASE_RESOLVE_H

#include "base/arena.h"

/** path_resolved - @path absolute, links resolved; also of a file that is not there. */
const char *path_resolved(struct arena *a, const char *path);

/** path_work_tree - the git work tree around the absolute @path, with its final slash; or NULL. */
const char *path_work_tree(struct arena *a, const char *path);

#endif
