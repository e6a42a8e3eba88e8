// SPDX-License-Identifier: MIT
/* MV215: arithmetic on parsed values keeps its range, before it is checked. */
#include "rules/table.h"

static const struct event_filter bad[] = {
	{ .kind = EVENT_OVERFLOW },
	{ .kind = EVENT_TRUNCATION },
	{ .kind = EVENT_WIDTH },
};

/* What a parser of the kernel's cuts is the kernel's; what the handler adds up is its own. */
static bool may_overflow(const struct handler_summary *s)
{
	vec_for_each_ptr(const struct event, ev, &s->events)
		if (ev->kind == EVENT_OVERFLOW)
			return true;
	return false;
}

void rule_store_range(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");
	const struct trial_result *r = trials_first(in->trials, TRIAL_WRAPPED, TRIAL_ACCEPTED);

	if (!s)
		return;
	rule_events(out, s, bad, sizeof(bad) / sizeof(*bad));
	if (r && !out->findings.n && may_overflow(s))
		rule_refuted(out, in, r, true,
			     "%s() reads a number that wraps round: %s passes for %s",
			     in->attr->store.name, rule_quote(out, r->bytes, r->n),
			     rule_quote(out, in->trials->version, in->trials->nversion));
}
