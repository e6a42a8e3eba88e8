/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_BASELINE_H
#define MIGVER_CORE_BASELINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"

/** struct baseline_entry - a finding that was there when the baseline was made. */
struct baseline_entry {
	const char *fingerprint; /* what it is found by */
	const char *rule;	 /* id; this and the rest are for people */
	const char *file;	 /* as fingerprint_path() gives it */
	const char *function;	 /* or NULL */
	const char *message;
	const char *reason; /* why it stays, in the words of who wrote it there; or NULL */
	uint32_t line;	    /* of the entry in the baseline's file; 0: a new one */
};

/** struct baseline - the findings that are known. */
struct baseline {
	const char *path;
	VEC(struct baseline_entry) entries;
};

#endif
