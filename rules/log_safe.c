// SPDX-License-Identifier: MIT
/* MV211: user bytes are never a format, nor logged raw and unbounded. */
#include "rules/table.h"

static void check_event(struct rule_output *out, const struct event *e)
{
	struct finding *f;

	if (e->kind != EVENT_LOG_FORMAT && e->kind != EVENT_LOG_RAW)
		return;
	if (e->doubt) {
		rule_unproved(out, e->loc, "%s: %s", e->message, e->doubt);
		return;
	}
	f = rule_violated(out, e->loc, "%s", e->message);
	if (e->kind == EVENT_LOG_RAW)
		f->severity = out->info->lesser;
	rule_path(out, f, &e->path);
}

void rule_log_safe(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (!s)
		return;
	vec_for_each_ptr(const struct event, e, &s->events)
		check_event(out, e);
	rule_followed(out, s);
}
