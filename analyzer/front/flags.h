/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_FLAGS_H
#define MIGVER_FRONT_FLAGS_H

#include <stdbool.h>

#include "front/compdb.h"
#include "front/front.h"
#include "front/kernel_dir.h"

/** struct flags - the compiler arguments of one file. */
struct flags {
	struct args args;    /* for libclang: no compiler name, no input file; of bundled headers
			      * only what comes besides */
	struct args removed; /* what was left out, for -v */
	const char *from;    /* "command line", "compile_commands.json", ... */
	const char *note;    /* something the user should know with -v, or NULL */
	bool is_kernel;	     /* arguments made from a kernel folder */
	bool is_bundled;     /* headers come from the binary: choose an era */
};

/** struct flag_source - where flags come from, for all files of a run. */
struct flag_source {
	const struct front_options *options;
	const char *cwd;
	struct compdb *compdb;		 /* or NULL */
	const struct kernel_dir *kernel; /* of --kernel, or NULL */
};

/** flag_source_open - reads the database and the kernel folder; fatal() if one is unusable. */
void flag_source_open(struct arena *a, const struct front_options *o, struct flag_source *s);

/** flags_for - the flags of @file: "--", database, .cmd file, --kernel, bundled, in this order. */
struct flags flags_for(struct arena *a, const struct flag_source *s, const char *file);

/** flags_bundled, flags_kernel - the two that need nothing from the user. */
struct flags flags_bundled(void);
struct flags flags_kernel(struct arena *a, const struct kernel_dir *k, const char *file);

/**
 * flags_clean - append to @out what of @args libclang shall see
 *
 * Left out: the compiler's name (if @has_compiler), input and output files,
 * dependency files, plugins, -Werror, what only gcc knows, and everything
 * that would write a file or run a program. Paths are made relative to @cwd
 * or absolute if @dir, the folder where the command runs, is not NULL.
 */
void flags_clean(struct arena *a, const struct args *args, bool has_compiler, const char *dir,
		 const char *cwd, struct flags *out);

#endif
