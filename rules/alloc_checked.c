// SPDX-License-Identifier: MIT
/* MV402: the result of an allocation is tested before it is used. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_UNCHECKED_ALLOC },
};

static void check_summary(struct rule_output *out, const struct handler_summary *s, bool is_store)
{
	(void)is_store;
	rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
}

void rule_alloc_checked(struct rule_output *out, const struct rule_input *in)
{
	rule_each_handler(out, in, check_summary);
}
