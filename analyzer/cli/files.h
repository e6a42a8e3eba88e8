/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_FILES_H
#define MIGVER_CLI_FILES_H

#include "cli/options.h"

/**
 * files_expand - the source files that @operands stand for
 *
 * Files are taken as they are, folders are searched for *.c in sorted order.
 * Hidden folders and links to folders inside are left out, so a search ends. A
 * file named twice comes once. fatal() for what is no file and for no files.
 */
void files_expand(struct arena *a, const string_list *operands, string_list *out);

#endif
