// SPDX-License-Identifier: MIT
/* MV109: show reads only memory that is there and was initialised. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_OUT_OF_BOUNDS, .way = READING },
	{ .kind = EVENT_NULL },
	{ .kind = EVENT_ERR_PTR },
	{ .kind = EVENT_FREED },
	{ .kind = EVENT_WILD },
	{ .kind = EVENT_UNINIT },
	{ .kind = EVENT_ABSENT_CALL },
};

void rule_show_reads(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->show, in->show, "show");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
