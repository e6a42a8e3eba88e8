/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_FILES_H
#define MIGVER_CLI_FILES_H

#include "cli/options.h"

/** struct file_entry - a source file, and how it came in. */
struct file_entry {
	const char *path;
	bool is_found; /* by a search: the user did not name it */
};

typedef VEC(struct file_entry) file_list;

/**
 * files_expand - the source files that the operands of @o stand for
 *
 * Files are taken as they are, folders are searched for *.c in sorted order.
 * Hidden folders and links to folders inside are left out, so a search ends. A
 * file named twice comes once. Without operands the C files of the compilation
 * database are meant. fatal() for what is no file and for no files.
 */
void files_expand(const struct options *o, file_list *out);

#endif
