/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_EXPORT_H
#define MIGVER_FUZZING_EXPORT_H

#include "fuzzing/build.h"
#include "fuzzing/words.h"

/** struct export - a fuzz target as a folder that needs nothing outside it. */
struct export
{
	const char *folder;	   /* may exist: files in it are replaced */
	const struct build *build; /* linked, so that its stubs are known */
	const struct words *words;
	const char *options; /* of the target */
	const char *attrs;   /* for the README */
};

/** export_write - sources, runtime, build script, seeds, README; fatal() if it can't be done. */
void export_write(struct arena *a, const struct export *e);

#endif
