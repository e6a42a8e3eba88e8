/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_PARSE_H
#define MIGVER_FRONT_PARSE_H

#include "base/map.h"
#include "base/overlay.h"
#include "base/strbuf.h"
#include "front/flags.h"
#include "front/lower.h"

#define SOURCE_BYTES ((size_t)16 << 20)

/**
 * parse_unit - parse u->path with @f and lower it into @u
 *
 * Sets status, reasons and flags_from. Runs in a worker: it may crash, hang
 * or abort with the file. Bundled headers are tried era by era, and replaced
 * by installed kernel headers where they lack one that the file includes.
 * Files of @overlay (or NULL) are used instead of those on disk. @files gets
 * the names of the files on disk that were read, one a line.
 */
void parse_unit(struct ir_unit *u, struct map *paths, const struct flags *f,
		const struct overlay *overlay, const struct lower_options *lower,
		struct strbuf *files);

/** parse_setup - once per worker: let libclang's crashes be crashes. */
void parse_setup(void);

#endif
