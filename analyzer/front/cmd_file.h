/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_CMD_FILE_H
#define MIGVER_FRONT_CMD_FILE_H

#include <stdbool.h>

#include "front/args.h"

/** struct cmd_file - the command that kbuild compiled a file with. */
struct cmd_file {
	const char *path; /* .NAME.o.cmd beside the file */
	const char *dir;  /* where the command ran */
	struct args args; /* the compiler's name first */
};

/**
 * cmd_file_find - what a build left behind for the source @file; false if nothing usable
 *
 * Kbuild writes ".NAME.o.cmd" with a line "cmd_OBJECT := COMMAND", since 6.3
 * "savedcmd_OBJECT". It does not say where the command ran, which its relative
 * paths need: of @kernel (or NULL), the folders above @file and the installed
 * kernels' build folders, the first one that has all of them. Nothing is run.
 */
bool cmd_file_find(struct arena *a, const char *file, const char *kernel, struct cmd_file *out);

/** cmd_file_parse - the arguments in the text of such a file; false if there is no command. */
bool cmd_file_parse(struct arena *a, const char *text, struct args *out);

#endif
