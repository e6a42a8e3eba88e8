/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_DISCOVER_H
#define MIGVER_FRONT_DISCOVER_H

#include "base/strbuf.h"
#include "core/attribute.h"
#include "ir/program.h"

struct discover_options {
	const char *const *names; /* globs, e.g. "migration_version" or "*" */
	size_t nnames;
};

/** ATTR_NAME_UNKNOWN - the name of a file that is computed at run time; "*" matches it. */
#define ATTR_NAME_UNKNOWN "?"

/**
 * discover_attributes - the attributes of @p whose file name is asked for
 *
 * Also those whose name nearly is a literal name asked for (is_near_miss).
 * @p must be linked. Sorted by place, in @a; strings may be @p's.
 */
void discover_attributes(struct program *p, const struct attr_kinds *k,
			 const struct discover_options *o, struct arena *a, struct attribute **out,
			 size_t *n);

/** discover_drivers - one row per driver of @p; @attrs are those of discover_attributes(). */
void discover_drivers(struct program *p, const struct attr_kinds *k, const struct attribute *attrs,
		      size_t n, struct arena *a, struct driver_facts **out, size_t *nout);

/** discover_dump - the text of `--dump discover`. */
void discover_dump(const struct program *p, const struct attribute *attrs, size_t n,
		   struct strbuf *out);

/**
 * name_near_miss - whether a file called @name was probably meant to be called @meant
 *
 * Other letter case, other or missing separators, a plural, swapped words, or
 * up to two slips of the pen; but not a name with another word in it
 * ("migration_state", "migration_versions_supported") or a number behind.
 */
bool name_near_miss(const char *name, const char *meant);

#endif
