/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_FRONT_H
#define MIGVER_FRONT_FRONT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/overlay.h"
#include "ir/program.h"

#define FRONT_TIMEOUT_S 60
#define FRONT_MEMORY_MB 2048

/** struct front_options - how source files become units; zero means the default. */
struct front_options {
	char **clang_args; /* what stands after "--" */
	size_t nclang_args;
	char **extra_args; /* added to the flags, wherever they come from */
	size_t nextra_args;
	const char *compiler; /* its name and maybe a wrapper's, for clang_args; or NULL */
	const char *compdb;   /* -p: compile_commands.json or its folder; or NULL */
	const char *kernel;   /* --kernel: a kernel build, headers or source folder; or NULL */
	const struct overlay *overlay; /* files in memory; or NULL */
	int jobs;		       /* workers at a time; default: one per CPU */
	const char *cache;	       /* folder of results of earlier runs; NULL: none */
	const char *cache_salt; /* what results depend on besides, e.g. the names of models */
	unsigned timeout_s;	/* for one file, default FRONT_TIMEOUT_S */
	unsigned memory_mb;	/* of one worker's address space, default FRONT_MEMORY_MB */
	bool verbose;		/* say on stderr where flags come from and which are removed */

	/** is_modelled - whether a model exists for @name; its header body is then left out. */
	bool (*is_modelled)(void *data, const char *name);
	void *data;
	const char *const *markers; /* identifiers whose places in a file are wanted */
	size_t nmarkers;

	/** progress - called when @done files of @total are through; may be NULL. */
	void (*progress)(void *data, size_t done, size_t total, const char *path);
	void *progress_data;
};

/**
 * front_load - parse and lower each of @paths in a worker process
 *
 * One unit per path, in the order given, is added to @prog, also for files
 * that failed: a missing file, a crash, a hang or too much memory cost that
 * file only. The result doesn't depend on the number of jobs. fatal() for a
 * compilation database or kernel folder that can't be used.
 */
void front_load(const struct front_options *o, char **paths, size_t n, struct program *prog);

/** front_libclang_version - e.g. "Debian clang version 19.1.7", in @a. */
const char *front_libclang_version(struct arena *a);

#endif
