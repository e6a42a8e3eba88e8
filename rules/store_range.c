// SPDX-License-Identifier: MIT
/* MV215: arithmetic on parsed values keeps its range, before it is checked. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_OVERFLOW },
	{ .kind = EVENT_TRUNCATION },
	{ .kind = EVENT_WIDTH },
};

void rule_store_range(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
