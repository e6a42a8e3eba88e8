// SPDX-License-Identifier: MIT
#include "core/catalogue.h"
#include "core/diag.h"

/* Words as they stand in reports, in the YAML files and on the command line. */

const char *severity_name(enum severity s)
{
	static const char *const name[] = {
		[SEV_OFF] = "off",
		[SEV_ADVICE] = "advice",
		[SEV_WARNING] = "warning",
		[SEV_ERROR] = "error",
	};

	return name[s];
}

const char *verdict_name(enum verdict v)
{
	static const char *const name[] = {
		[VERDICT_NOT_APPLICABLE] = "not-applicable",
		[VERDICT_PROVED] = "proved",
		[VERDICT_UNPROVED] = "unproved",
		[VERDICT_VIOLATED] = "violated",
	};

	return name[v];
}

const char *file_status_name(enum file_status s)
{
	static const char *const name[] = {
		[FILE_SKIPPED] = "skipped",
		[FILE_ANALYZED] = "analyzed",
		[FILE_NO_ATTRIBUTE] = "no-attribute",
		[FILE_INCOMPLETE] = "incomplete",
		[FILE_FAILED] = "failed",
	};

	return name[s];
}

const char *confirmation_name(enum confirmation_verdict v)
{
	static const char *const name[] = {
		[CONFIRMED] = "confirmed",
		[NOT_REPRODUCED] = "not-reproduced",
		[NO_ORACLE] = "no-dynamic-oracle",
	};

	return name[v];
}

const char *suppressor_name(enum suppressor by)
{
	static const char *const name[] = {
		[SUPPRESSED_IN_SOURCE] = "in-source",
		[SUPPRESSED_CONFIG] = "config",
		[SUPPRESSED_BASELINE] = "baseline",
		[SUPPRESSED_BEFORE] = "before",
	};

	return name[by];
}
