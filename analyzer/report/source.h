/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_SOURCE_H
#define MIGVER_REPORT_SOURCE_H

#include <stdint.h>

#include "base/arena.h"
#include "core/loc.h"

/** struct sources - the text of source files, read when first asked for. */
struct sources;

/** struct source_line - a line without its newline; text NULL if there is no such line. */
struct source_line {
	const char *text;
	size_t n;
};

struct sources *sources_new(struct arena *a);

/** source_line - line @line (from 1) of the file @path as it is on disk now. */
struct source_line source_line(struct sources *s, const char *path, uint32_t line);

/**
 * source_statement - the text of @loc's range, every run of white space one blank
 *
 * NULL if the file can't be read; a range of more than a few lines is cut.
 */
const char *source_statement(struct sources *s, const struct loc *loc);

#endif
