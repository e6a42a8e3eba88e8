// SPDX-License-Identifier: MIT
/* MV101: every byte shown is printable ASCII, but for newlines (MV106) and NULs (MV106). */
#include "rules/shown.h"
#include "rules/table.h"

static const struct shown_trait traits[] = {
	{ TEXT_HIGH, "shows ", ", which is no ASCII",
	  "whether bytes above 0x7e are shown is not known" },
	{ TEXT_CONTROL, "shows ", ", a control character",
	  "whether control characters are shown is not known" },
};

void rule_show_ascii(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = shown_summary(out, in);

	if (s)
		shown_check(out, s, traits, sizeof(traits) / sizeof(*traits));
}
