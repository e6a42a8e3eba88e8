/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_LINEHASH_H
#define MIGVER_REPORT_LINEHASH_H

#include "report/source.h"

/** struct linehashes - primaryLocationLineHash of each line of the files asked for. */
struct linehashes;

struct linehashes *linehashes_new(struct arena *a, struct sources *s);

/**
 * linehash - of line @line of @path, e.g. "8b7cf3e952e7aeb2:1"; NULL if there is no such line
 *
 * What GitHub's upload action computes when a SARIF file lacks it, so that an
 * alert is the same one whoever computed it: see linehash.c.
 */
const char *linehash(struct linehashes *h, const char *path, uint32_t line);

#endif
