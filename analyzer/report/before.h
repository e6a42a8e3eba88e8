/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_BEFORE_H
#define MIGVER_REPORT_BEFORE_H

#include "core/diag.h"

/**
 * before_apply - move the findings of @r that a change did not cause to r->suppressed
 *
 * @before is the report on the state without the change; before->renamed maps
 * its paths to those of @r. Both must have fingerprints.
 */
void before_apply(struct run_report *r, const struct run_report *before);

#endif
