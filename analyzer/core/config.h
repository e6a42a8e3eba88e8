/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_CONFIG_H
#define MIGVER_CORE_CONFIG_H

#include <stddef.h>

#include "base/vec.h"

/** struct path_ignore - rules that don't count in some files. */
struct path_ignore {
	const char *path;   /* a glob, from the configuration's folder on */
	const char **rules; /* ids, names, globs */
	size_t nrules;
	const char *reason;
};

/** struct config - a .migver.yaml, its paths made usable from the current folder. */
struct config {
	const char *path; /* of the file; NULL: there is none */
	const char *dir;  /* its folder, absolute, without a final slash unless it is "/" */
	const char *profile;
	const char **attributes;
	size_t nattributes;
	const char **models;
	size_t nmodels;
	const char *baseline;
	const char *kernel;
	const char *database; /* as -p takes it */
	const char *cache;    /* a folder, or "auto" */
	const char *fail_on;  /* a word that --fail-on takes */
	VEC(struct path_ignore) ignores;
};

#endif
