// SPDX-License-Identifier: MIT
/* MV208: store neither writes into the buffer nor keeps a pointer into it. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_CONST_WRITE, .where = IN_USER_BUFFER },
	{ .kind = EVENT_KEPT_POINTER },
};

void rule_store_const(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (s)
		rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}
