/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_DIAG_H
#define MIGVER_CORE_DIAG_H

#include "base/map.h"
#include "core/attribute.h"
#include "core/catalogue.h"
#include "core/fuzz.h"

/** struct path_step - one step of the path that leads to a finding. */
struct path_step {
	struct loc loc;
	const char *message; /* "assuming 'ret < 0' is true" */
};

/** struct witness - what to write and what then happens. */
struct witness {
	const char *write; /* bytes, escaped as a C string without quotes */
	size_t n;	   /* how many they are */
	const char *expect;
};

struct finding {
	const struct rule_info *rule;
	enum severity severity;
	const char *message;
	struct loc loc;
	const char *function;  /* the function @loc is in, or NULL */
	const char *statement; /* source text of the statement, for the fingerprint; or NULL */
	const struct attribute *attr; /* NULL for a finding about the driver */
	VEC(struct path_step) path;
	const struct witness *witness;	 /* or NULL */
	const struct evidence *evidence; /* of the running judge; NULL: found by lint */
	const char *fingerprint;
};

typedef VEC(struct finding) finding_list;

/** finding_compare - for qsort(): by place, rule, severity, message. */
int finding_compare(const void *a, const void *b);

/** enum suppressor - why a finding doesn't count. */
enum suppressor {
	SUPPRESSED_IN_SOURCE, /* a migver-ignore comment */
	SUPPRESSED_CONFIG,    /* an "ignore" entry of the configuration */
	SUPPRESSED_BASELINE,  /* known before */
	SUPPRESSED_BEFORE,    /* not caused by the patch */
};

const char *suppressor_name(enum suppressor by);

/** struct suppressed - a finding that is known and accepted. */
struct suppressed {
	struct finding finding;
	enum suppressor by;
	const char *reason; /* in the words of who suppressed it; NULL: none was given */
};

/* Worse verdicts are greater, so that a row of a matrix is their maximum. */
enum verdict {
	VERDICT_NOT_APPLICABLE,
	VERDICT_PROVED,
	VERDICT_UNPROVED,
	VERDICT_VIOLATED,
};

const char *verdict_name(enum verdict v);

/** struct obligation - a rule's verdict on an attribute. */
struct obligation {
	const struct rule_info *rule;
	enum verdict verdict;
	const char *reason; /* why unproved or not applicable; else NULL */
	struct loc loc;	    /* what the reason is about; path may be NULL */
};

struct attr_report {
	const struct attribute *attr;
	VEC(struct obligation) obligations; /* one per rule that is on, in catalogue order */
};

enum file_status {
	FILE_SKIPPED, /* not parsed: nothing in it can matter */
	FILE_ANALYZED,
	FILE_NO_ATTRIBUTE,
	FILE_INCOMPLETE,
	FILE_FAILED,
};

const char *file_status_name(enum file_status s);

struct file_report {
	const char *path;
	enum file_status status;
	const char *flags_from;
	VEC(struct path_step) reasons; /* where and why incomplete or failed */
};

/** struct run_report - everything a reporter prints. */
struct run_report {
	struct arena *arena;
	const struct catalogue *catalogue;
	const char *libclang; /* version text */
	VEC(struct file_report) files;
	VEC(struct attr_report) attrs;
	finding_list findings; /* sorted by place, then rule */
	VEC(struct suppressed) suppressed;
	struct map *renamed;	       /* from old to new paths in fingerprints; or NULL */
	struct sources *sources;       /* report/source.h: the text that the places are in */
	const struct fuzz_facts *fuzz; /* of "migver fuzz"; NULL: this is a report of lint */
};

#endif
