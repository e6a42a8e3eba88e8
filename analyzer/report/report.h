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
	bool no_summary;
	bool verbose;
	bool unproved;	       /* unproved obligations are listed like findings */
	enum severity fail_on; /* findings below this level fail no test case */
	bool fail_on_unproved; /* what is not proved fails one */
};

/** struct reporter - a format; one row each. */
struct reporter {
	const char *name;
	const char *help; /* what it is for, in a few words */
	bool is_whole;	  /* says itself what was not analyzed: nothing on stderr */
	void (*print)(const struct run_report *r, const struct report_options *o,
		      struct strbuf *out);
};

/** reporters - the formats; the first one is the default. */
extern const struct reporter reporters[];
extern const size_t reporter_count;

void report_text(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_json(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_jsonl(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_sarif(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_gitlab(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_junit(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_checkstyle(const struct run_report *r, const struct report_options *o,
		       struct strbuf *out);
void report_github(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_ktap(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_b4(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_b4_json(const struct run_report *r, const struct report_options *o, struct strbuf *out);
void report_html(const struct run_report *r, const struct report_options *o, struct strbuf *out);

/** report_matrix - per attribute, a line for each rule; part of the text. */
void report_matrix(const struct run_report *r, struct strbuf *out);

/** report_evidence - the lines about a finding's input: file, shell line, replay command. */
void report_evidence(const struct evidence *e, struct strbuf *out);

/** report_campaign - what was exercised and how, confirmations, coverage; part of the text. */
void report_campaign(const struct fuzz_facts *f, bool is_verbose, struct strbuf *out);

/** report_complaints - which files could not be analyzed, and why; for stderr. */
void report_complaints(const struct run_report *r, bool all_reasons, struct strbuf *out);

/** report_sources - the text of the files that @r's places are in. */
struct sources *report_sources(const struct run_report *r);

/** report_written - the bytes of a witness in quotes; of many only the first, and how many. */
const char *report_written(struct arena *a, const struct witness *w);

/** report_loc - where @f is; a finding without a place is at the start of the first file. */
struct loc report_loc(const struct run_report *r, const struct finding *f);

/** report_file - the file whose fingerprint_path() is @path, or NULL. */
const struct file_report *report_file(const struct run_report *r, const char *path);

/**
 * report_is_decided - whether a missing finding of @rule in @path says that there is none
 *
 * The file was asked for and analyzed completely (or need not be), the rule is
 * on, and it is unproved for no attribute.
 */
bool report_is_decided(const struct run_report *r, const char *path, const struct rule_info *rule);

/** report_count - obligations with verdict @v, over all attributes. */
size_t report_count(const struct run_report *r, enum verdict v);

/**
 * report_escape - append bytes that came from the user: the gate to terminals and reports
 *
 * strbuf_add_escaped() with UTF-8 kept, but backslashes stay single: quoted
 * source code stays readable, and what passes is harmless either way.
 */
void report_escape(struct strbuf *out, const char *s, size_t n);

/** report_quote - append @s as a double-quoted scalar of YAML and JSON. */
void report_quote(struct strbuf *out, const char *s);

/** report_place - "path:line:col", escaped; only the path without a line, nothing without a path.
 */
void report_place(struct strbuf *out, const struct loc *loc);

#endif
