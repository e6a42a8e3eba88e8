/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_WRITE_H
#define MIGVER_BASE_WRITE_H

#include "base/strbuf.h"

/**
 * write_file - make @text the contents of the file @path, whole or not at all
 *
 * A new file beside it is written and then renamed, so readers see the old
 * report or the new one; a link stays a link. What is no plain file (a pipe,
 * /dev/stdout) is written to directly. fatal() if it can't be done.
 */
void write_file(const char *path, const struct strbuf *text);

#endif
