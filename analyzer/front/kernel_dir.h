/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_KERNEL_DIR_H
#define MIGVER_FRONT_KERNEL_DIR_H

#include <stdbool.h>

#include "front/args.h"

/*
 * A folder to build modules against: a distribution's headers package (split
 * in two on Debian and Ubuntu), /lib/modules/VERSION/build, or a source tree.
 */
struct kernel_dir {
	const char *given;	      /* as the user spelled it */
	const char *build;	      /* has include/generated and .config */
	const char *source;	      /* has include/linux; often the same */
	const char *arch;	      /* folder below arch/ */
	const char *target;	      /* clang's target triple */
	unsigned version, patchlevel; /* 6, 1; 0 if the Makefile doesn't tell */
	bool has_config;	      /* .config was found */
	bool has_fentry;	      /* function tracer by -mfentry */
	bool has_generated;	      /* include/generated/autoconf.h: the tree was configured */
	bool is_big_endian;
};

/** kernel_dir_open - NULL and the reason in @error if @path can't serve. */
const struct kernel_dir *kernel_dir_open(struct arena *a, const char *path, const char **error);

/** kernel_dir_installed - the newest headers installed on this machine, or NULL. */
const struct kernel_dir *kernel_dir_installed(struct arena *a);

/** kernel_dir_args - append what the kernel's Makefiles would pass for @file. */
void kernel_dir_args(struct arena *a, const struct kernel_dir *k, const char *file,
		     struct args *out);

/** kernel_dir_module_args - of these, the macros that name the module. */
void kernel_dir_module_args(struct arena *a, const char *file, struct args *out);

#endif
