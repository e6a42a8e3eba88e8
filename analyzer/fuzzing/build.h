/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_BUILD_H
#define MIGVER_FUZZING_BUILD_H

#include "base/map.h"
#include "front/era.h"
#include "front/flags.h"
#include "fuzzing/folder.h"
#include "fuzzing/toolchain.h"

/*
 * From a driver's sources to a program that an engine can run:
 *
 *	driver files, fixture	the headers and flags that lint would use
 *	krt (fuzz/krt)		the same headers and flags, so that both agree on layouts
 *	harness (fuzz)		plain C of this machine
 *	stubs			one function per symbol that is still undefined
 *
 * krt and harness are built once per set of flags and kept in the cache.
 */

/** enum build_kind - what a target is built for. */
enum build_kind {
	BUILD_FUZZ,	/* libFuzzer, ASan, UBSan, coverage feedback */
	BUILD_REPLAY,	/* a plain main() that runs files */
	BUILD_COVERAGE, /* as replay, with the compiler's source-based coverage */
};

/** struct build_request - what to build, and where. */
struct build_request {
	const char *const *files; /* of the driver */
	size_t nfiles;
	const char *fixture;		 /* one more kernel-side file, or NULL */
	const struct flag_source *flags; /* as in lint */
	const char *const *extra;	 /* compiler arguments besides */
	size_t nextra;
	const char *folder; /* gets objects, stubs and programs; exists */
	const struct toolchain *toolchain;
	/** data_size - bytes of the external variable @name, 0 if it is a function or unknown. */
	size_t (*data_size)(void *data, const char *name);
	void *data;
	/** say - what takes long now; may be NULL. */
	void (*say)(void *data, const char *what);
};

/** struct headers - the headers and flags that driver and krt share. */
struct headers {
	enum { HEADERS_BUNDLED, HEADERS_KERNEL, HEADERS_GIVEN } kind;
	const char *from;		 /* in words, for the report */
	struct era_choice era;		 /* bundled */
	const struct kernel_dir *kernel; /* kernel */
	bool is_builtin;		 /* kernel: compiled as not a module */
};

/** struct build - what came out. */
struct build {
	struct arena *arena;
	const struct build_request *request;
	struct headers headers;
	name_list driver_objects;
	struct args dropped;  /* arguments that the compiler doesn't know */
	name_list stubs;      /* symbols that nobody defines */
	const char *error;    /* what the compiler said, if the driver did not compile; else NULL */
	const char *bad_file; /* the file it said it of */
};

/** build_driver - compile the driver's files; b->error is set if they don't compile. */
void build_driver(struct arena *a, const struct build_request *r, enum build_kind kind,
		  struct build *b);

/** build_link - link the program @path; fatal() if our own part fails. */
void build_link(struct build *b, enum build_kind kind, const char *path);

/** build_header_args - append the arguments that choose headers and macros for @file. */
void build_header_args(const struct build *b, const char *file, struct args *out);

#endif
