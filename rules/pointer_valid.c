// SPDX-License-Identifier: MIT
/* MV403: store uses no pointer that leads nowhere, and calls nothing that may be absent. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_NULL }, { .kind = EVENT_ERR_PTR },     { .kind = EVENT_FREED },
	{ .kind = EVENT_WILD }, { .kind = EVENT_ABSENT_CALL },
};

void rule_pointer_valid(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
