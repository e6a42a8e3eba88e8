/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_LOWER_H
#define MIGVER_FRONT_LOWER_H

#include <clang-c/Index.h>

#include "base/map.h"
#include "ir/ir.h"

struct lower_options {
	/** is_modelled - whether @name has a model: its body is never lowered. May be NULL. */
	bool (*is_modelled)(void *data, const char *name);
	void *data;
	/** markers - identifiers to report as unit->markers where they occur in the driver's files
	 */
	const char *const *markers;
	size_t nmarkers;
};

/**
 * lower_tu - the types, globals and functions of @tu that the driver can reach, into @u
 *
 * The driver's files are the main file and what it includes from its own
 * folder or below. All their functions with bodies and all their initialised
 * globals are lowered, and of other headers those inline functions that are
 * reached from there and not modelled (func->in_header). Everything else that
 * is referred to becomes a declaration.
 *
 * @tu must have been parsed with a detailed preprocessing record. Paths are
 * interned in @paths, spelled as clang spells them. Never fails: what can't be
 * expressed is OP_UNKNOWN with a reason, and a note in its function.
 */
void lower_tu(CXTranslationUnit tu, const struct lower_options *opt, struct map *paths,
	      struct ir_unit *u);

#endif
