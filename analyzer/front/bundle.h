/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_BUNDLE_H
#define MIGVER_FRONT_BUNDLE_H

#include <clang-c/Index.h>

#include "front/era.h"
#include "front/flags.h"

/*
 * The kernel API headers inside the binary, given to libclang as files in
 * memory below a folder that need not exist.
 */
#define BUNDLE_DIR "/migver-bundled"

/** struct bundle - CXUnsavedFile entries of the bundled headers. */
struct bundle {
	struct CXUnsavedFile *files;
	unsigned n;
};

/** bundle_all - every header; bundle_builtin - only <stdarg.h> and the like, for other flags. */
struct bundle bundle_all(struct arena *a);
struct bundle bundle_builtin(struct arena *a);

/**
 * bundle_args - append the arguments for @file in era @c
 *
 * @dir: where the headers are, BUNDLE_DIR for those in memory; with "include" below.
 */
void bundle_args(struct arena *a, const char *dir, const struct era_choice *c, const char *file,
		 struct args *out);

/** bundle_builtin_args - append the folder of bundle_builtin(), last to be searched. */
void bundle_builtin_args(struct arena *a, struct args *out);

#endif
