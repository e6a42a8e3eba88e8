/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_IGNORE_H
#define MIGVER_REPORT_IGNORE_H

#include "core/config.h"
#include "core/diag.h"

/**
 * ignore_apply - obey the migver-ignore comments of the files of @r
 *
 * Moves the findings they cover from r->findings to r->suppressed, and adds
 * findings about comments that are unused (MV901) or malformed (MV902). The
 * findings must have fingerprints; new ones get theirs, and the order is kept.
 */
void ignore_apply(struct run_report *r);

/** ignore_paths - move what the "ignore" entries of @c cover to r->suppressed. */
void ignore_paths(struct run_report *r, const struct config *c);

#endif
