/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_SOURCE_H
#define MIGVER_REPORT_SOURCE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/overlay.h"
#include "core/loc.h"

/** struct sources - the text of source files, read when first asked for. */
struct sources;

/** struct source_line - a line without its newline; text NULL if there is no such line. */
struct source_line {
	const char *text;
	size_t n;
};

struct sources *sources_new(struct arena *a);

/** sources_overlay - let the files of @o stand before those on disk. */
void sources_overlay(struct sources *s, const struct overlay *o);

/**
 * sources_put - use @text for the file @path from now on, whatever is on disk
 *
 * @path as places spell it; @text must live as long as @s.
 */
void sources_put(struct sources *s, const char *path, const char *text, size_t n);

/** source_text - the whole file, NUL added; empty if it can't be read. */
struct source_line source_text(struct sources *s, const char *path);

/** source_line - line @line (from 1) of the file @path as it is on disk now. */
struct source_line source_line(struct sources *s, const char *path, uint32_t line);

/**
 * source_utf16_column - column @col of a line, which counts bytes, in UTF-16 units
 *
 * Both from 1. A byte that is no UTF-8 counts as one unit, as the replacement
 * character does that readers put there. A place that can't be read keeps @col.
 */
uint32_t source_utf16_column(struct sources *s, const char *path, uint32_t line, uint32_t col);

/**
 * source_statement - the text of @loc's range, every run of white space one blank
 *
 * NULL if the file can't be read; a range of more than a few lines is cut.
 */
const char *source_statement(struct sources *s, const struct loc *loc);

#endif
