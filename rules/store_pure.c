// SPDX-License-Identifier: MIT
/* MV209: a write, accepted or refused, changes no driver state. */
#include "rules/table.h"

void rule_store_pure(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (!s)
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		rule_check_unchanged(out, o,
				     outcome_succeeds(o) ? "an accepted write" : "a refused write",
				     false);
	rule_followed(out, s);
}
