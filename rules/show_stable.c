// SPDX-License-Identifier: MIT
/* MV107: no time, address, random or uninitialised data in the text. */
#include "rules/shown.h"
#include "rules/table.h"

static const struct shown_trait traits[] = {
	{ TEXT_TIME, "shows what depends on a clock: ", "",
	  "whether the text depends on a clock is not known" },
	{ TEXT_ADDRESS, "shows where something lies in memory: ", "",
	  "whether an address is shown is not known" },
	{ TEXT_RANDOM, "shows a random number: ", "",
	  "whether random numbers are shown is not known" },
	{ TEXT_UNINIT, "shows memory that was never set: ", "",
	  "whether memory that was never set is shown is not known" },
};

void rule_show_stable(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = shown_summary(out, in);

	if (s)
		shown_check(out, s, traits, sizeof(traits) / sizeof(*traits));
}
