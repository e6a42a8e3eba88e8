// SPDX-License-Identifier: MIT
/* MV216: a refused write leaves nothing changed behind. */
#include "rules/table.h"

void rule_store_atomic(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (!s)
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (!outcome_succeeds(o))
			rule_check_unchanged(out, o, "a refused write", true);
	rule_followed(out, s);
}
