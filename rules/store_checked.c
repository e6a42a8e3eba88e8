// SPDX-License-Identifier: MIT
/* MV212: parsed values are used only after the parse is known to have succeeded. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_UNINIT },
	{ .kind = EVENT_UNCHECKED_PARSE },
};

void rule_store_checked(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
