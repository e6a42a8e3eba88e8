/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CLI_FINISH_H
#define MIGVER_CLI_FINISH_H

#include "cli/pipeline.h"

/* What commands that ran the pipeline have in common at their end. */

/** finish_complain - say on stderr which files could not be analyzed. */
void finish_complain(const struct pipeline *p);

/** finish_is_complete - whether every file was analyzed completely. */
bool finish_is_complete(const struct pipeline *p);

/** finish_reports - print the report as --format says, write the --output files, complain. */
void finish_reports(const struct pipeline *p);

/** finish_status - the exit status that --fail-on and the state of the files ask for. */
int finish_status(const struct pipeline *p);

#endif
