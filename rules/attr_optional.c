// SPDX-License-Identifier: MIT
/* MV005: an attribute that can never succeed is better left out. */
#include "rules/table.h"

static bool never_succeeds(const struct handler *h, const struct handler_summary *s)
{
	return (!h->name && !h->is_unknown) || (s && !summary_can_succeed(s));
}

void rule_attr_optional(struct rule_output *out, const struct rule_input *in)
{
	const struct attribute *a = in->attr;
	const struct config_switch *off;

	if ((a->show.name && !in->show) || (a->store.name && !in->store)) {
		rule_unproved(out, a->loc, "a handler is defined in none of the files given");
		return;
	}
	if (!a->show.name || !never_succeeds(&a->show, in->show) ||
	    !never_succeeds(&a->store, in->store))
		return;
	off = config_switch_of(in);
	if (off)
		rule_unproved(out, off->loc, "success is configured off here: %s", off->text);
	else
		rule_violated(
			out, a->loc,
			"'%s' can never be read or written with success: a type that does not "
			"migrate had better not have it",
			a->name);
}
