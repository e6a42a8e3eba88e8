/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FUZZING_CONFIRM_H
#define MIGVER_FUZZING_CONFIRM_H

#include "core/diag.h"
#include "fuzzing/folder.h"

/**
 * confirm_rules - what the lint report in the file @path finds broken
 *
 * The rules' ids, each once; with a "-" behind, if it is in the rule's milder
 * form. fatal() if the report can't be read.
 */
name_list confirm_rules(struct arena *a, const char *path, const struct catalogue *catalogue);

/**
 * confirm_report - join the lint report in the file @path with what was found
 *
 * A finding of lint is confirmed by one of @found that has the same rule and is
 * at the same place, or in the same function, or, if it is about what a handler
 * answered, on the same attribute. Only findings in files of this run are looked
 * at. fatal() if the report can't be read.
 */
void confirm_report(struct arena *a, const char *path, const struct run_report *found,
		    struct fuzz_facts *facts);

#endif
