/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_FINGERPRINT_H
#define MIGVER_REPORT_FINGERPRINT_H

#include "core/diag.h"

/**
 * fingerprint_findings - give each finding of @r that has none its fingerprint
 *
 * 32 hexadecimal digits that stay the same when code moves: a hash of the
 * rule, the file's path (fingerprint_path), the function, the statement with
 * its white space collapsed, and a counter that tells equal ones apart.
 * Statements that rules left NULL are taken from the source.
 */
void fingerprint_findings(struct run_report *r);

/**
 * fingerprint_path - @path in a form that doesn't depend on the machine
 *
 * Relative to the git work tree it lies in, if it lies in one; else as given,
 * without "." and with at most its last three names if it is absolute or
 * begins with "..".
 */
const char *fingerprint_path(struct arena *a, const char *path);

#endif
