/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_REPORT_H
#define MIGVER_REPORT_REPORT_H

#include "base/strbuf.h"
#include "core/diag.h"

/** struct report_options - how a report is to look; a machine format ignores most of it. */
struct report_options {
	bool color;
	bool matrix; /* every verdict */
	bool quiet;  /* findings only */
	bool verbose;
	bool unproved; /* unproved obligations are listed like findings */
};

/** struct reporter - a format; one row each. */
struct reporter {
	const char *name;
	void (*print)(const struct run_report *r, const struct report_options *o,
		      struct strbuf *out);
};

/** reporters - the formats; the first one is the default. */
extern const struct reporter reporters[];
extern const size_t reporter_count;

void report_text(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_json(const struct run_report *r, const struct report_options *o, struct strbuf *out);

/** report_matrix - per attribute, a line for each rule; part of the text. */
void report_matrix(const struct run_report *r, struct strbuf *out);

/** report_complaints - which files could not be analyzed, and why; for stderr. */
void report_complaints(const struct run_report *r, bool all_reasons, struct strbuf *out);

/** report_count - obligations with verdict @v, over all attributes. */
size_t report_count(const struct run_report *r, enum verdict v);

/**
 * report_escape - append bytes that came from the user: the gate to terminals and reports
 *
 * strbuf_add_escaped() with UTF-8 kept, but backslashes stay single: quoted
 * source code stays readable, and what passes is harmless either way.
 */
void report_escape(struct strbuf *out, const char *s, size_t n);

/** report_place - "path:line:col", escaped; only the path without a line, nothing without a path.
 */
void report_place(struct strbuf *out, const struct loc *loc);

#endif
