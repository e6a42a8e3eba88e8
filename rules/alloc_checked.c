// SPDX-License-Identifier: MIT
/* MV402: the result of an allocation is tested before it is used. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_UNCHECKED_ALLOC },
};

void rule_alloc_checked(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *show = rule_handler(out, &in->attr->show, in->show, "show");
	const struct handler_summary *store =
		rule_handler(out, &in->attr->store, in->store, "store");

	if (show)
		rule_events(out, show, bad, sizeof(bad) / sizeof(*bad));
	if (store)
		rule_events(out, store, bad, sizeof(bad) / sizeof(*bad));
}
