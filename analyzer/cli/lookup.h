/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_LOOKUP_H
#define MIGVER_CLI_LOOKUP_H

#include "cli/options.h"
#include "cli/pipeline.h"

/** struct lookup - the search for definitions that the files given lack. */
struct lookup;

struct lookup *lookup_new(struct pipeline *p);

/**
 * lookup_next - files that seem to define what the handlers reach and nobody has
 *
 * Or that use an object through which an attribute may get registered.

 * Looks at the .c files of the folder in which a name is used and at the entries
 * of the compilation database below that folder's parent. Each file is named
 * once, however often this is called; an empty list ends the search. Only a
 * parse tells whether a file really defines the name.
 */
string_list lookup_next(struct lookup *l);

#endif
