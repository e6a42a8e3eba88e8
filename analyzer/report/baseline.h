/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_BASELINE_H
#define MIGVER_REPORT_BASELINE_H

#include "base/strbuf.h"
#include "core/baseline.h"
#include "core/diag.h"

/**
 * baseline_apply - move the findings that @b knows from r->findings to r->suppressed
 *
 * Entries whose finding is gone become findings about @b's file (MV903).
 */
void baseline_apply(struct run_report *r, const struct baseline *b);

/** enum baseline_change - what baseline_merge() may do. */
enum baseline_change {
	BASELINE_ADD = 1,  /* findings that are not in it */
	BASELINE_DROP = 2, /* entries whose finding is gone */
};

/**
 * baseline_merge - @old, changed as @changes allows by the findings of @r
 *
 * Entries that stay keep their text, reasons included. Sorted by file, rule and
 * fingerprint, so that two branches seldom touch the same lines.
 */
struct baseline baseline_merge(struct run_report *r, const struct baseline *old,
			       unsigned int changes);

/** baseline_print - the text of the file. */
void baseline_print(const struct baseline *b, struct strbuf *out);

#endif
