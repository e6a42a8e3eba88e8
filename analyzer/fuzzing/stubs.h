/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_STUBS_H
#define MIGVER_FUZZING_STUBS_H

#include "base/strbuf.h"
#include "fuzzing/folder.h"

/*
 * Kernel functions that krt doesn't have. A stub lets the driver link; it notes
 * that it was called and returns 0, which may be wrong: the report names the
 * stubs that were really called.
 */

/** stubs_find - add to @stubs, once each, the symbols that a linker's @output calls undefined. */
void stubs_find(struct arena *a, const char *output, name_list *stubs);

/** stubs_write - C source that defines @stubs; @data_size as in struct build_request. */
void stubs_write(const name_list *stubs, size_t (*data_size)(void *data, const char *name),
		 void *data, struct strbuf *out);

#endif
