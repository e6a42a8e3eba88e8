// SPDX-License-Identifier: MIT
/* MV205: store touches only memory it may, whatever the buffer holds. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_OUT_OF_BOUNDS },
	{ .kind = EVENT_CONST_WRITE, .where = ELSEWHERE },
};

void rule_store_bounds(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
