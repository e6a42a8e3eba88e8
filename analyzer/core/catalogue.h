/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_CATALOGUE_H
#define MIGVER_CORE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

/* The contract as data: rules/catalogue.yaml and rules/contract.yaml, read by model/. */

enum severity {
	SEV_OFF, /* switched off by a profile or a --rules overlay */
	SEV_ADVICE,
	SEV_WARNING,
	SEV_ERROR,
};

const char *severity_name(enum severity s);

/** struct clause_info - a clause of the design text, or "review", "sysfs". */
struct clause_info {
	const char *id;	  /* "C1" */
	const char *text; /* in our words */
};

struct rule_info {
	const char *id;		/* "MV201": fixed, never reused */
	const char *name;	/* "store-return" */
	enum severity severity; /* of a violation, unless the rule lowers it */
	enum severity lesser; /* of the milder form, where there is one (MV105), else = severity */
	const char **clauses; /* ids of clause_info */
	size_t nclauses;
	const char *obligation; /* one sentence */
	const char *oracle;	/* what a running judge checks, or NULL */
	const char *why;	/* explain: what goes wrong in real use */
	const char *bad;	/* explain: C that breaks it */
	const char *good;	/* explain: C that keeps it */
	const char *checked;	/* explain: how lint decides, and when it says unproved */
	bool is_upkeep; /* about suppressions and baselines, not an obligation of an attribute */
};

struct limits {
	long page_size;	   /* bytes of the show buffer */
	long path_max;	   /* characters of the string */
	long errno_max;	   /* largest errno that is one: 4095 */
	long internal_min; /* kernel-internal codes: 512 .. 530 */
	long internal_max;
};

struct catalogue {
	VEC(struct clause_info) clauses;
	VEC(struct rule_info) rules; /* by id */
	struct limits limits;
	const char **attributes; /* globs of the names that the profile looks at */
	size_t nattributes;
	const char *profile; /* its name */
};

/** catalogue_find - by id or name, or NULL. */
const struct rule_info *catalogue_find(const struct catalogue *c, const char *id_or_name);

#endif
