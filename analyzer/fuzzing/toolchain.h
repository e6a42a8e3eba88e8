/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_TOOLCHAIN_H
#define MIGVER_FUZZING_TOOLCHAIN_H

#include "base/arena.h"

#define CLANG_OLDEST 14

/** struct toolchain - a clang that can link with the sanitizer and fuzzer runtimes. */
struct toolchain {
	const char *clang;   /* absolute path */
	const char *version; /* first line of --version */
	unsigned major;
	const char *symbolizer; /* llvm-symbolizer of about that version, or NULL */
};

/**
 * toolchain_find - $MIGVER_CLANG, or else the newest clang-N or clang in PATH that works
 *
 * "Works" is tried once per compiler: an empty target is linked with
 * -fsanitize=address,undefined,fuzzer. fatal() if none does; the message names
 * the packages. What is found is remembered in the cache.
 */
struct toolchain toolchain_find(struct arena *a);

/** toolchain_tool - the program @name ("llvm-cov") of the same LLVM, or NULL. */
const char *toolchain_tool(struct arena *a, const struct toolchain *t, const char *name);

/** program_find - the absolute path of @name in PATH, or NULL. */
const char *program_find(struct arena *a, const char *name);

#endif
