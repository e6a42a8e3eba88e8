// SPDX-License-Identifier: MIT
/* MV103: show writes nothing outside the page, nor outside anything else. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_OUT_OF_BOUNDS, .way = WRITING },
	{ .kind = EVENT_CONST_WRITE },
};

void rule_show_bounds(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->show, in->show, "show");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
