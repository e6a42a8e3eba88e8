// SPDX-License-Identifier: MIT
/* MV303: the node of the type and the node of the device decide alike. */
#include "rules/table.h"

void rule_pair_nodes(struct rule_output *out, const struct rule_input *in)
{
	const struct node_pair *p = in->pair;

	if (!p)
		rule_not_applicable(out, "the driver has one node only");
	else if (p->is_same_handler)
		return;
	else if (p->differs)
		rule_refuted(out, in, p->differs, false,
			     "%s() %s %s, but %s() of the other node %s it", in->attr->store.name,
			     p->differs->verdict == TRIAL_ACCEPTED ? "accepts" : "refuses",
			     rule_quote(out, p->differs->bytes, p->differs->n), p->other_name,
			     p->differs->verdict == TRIAL_ACCEPTED ? "refuses" : "accepts");
	else if (p->doubt)
		rule_unproved(out, in->attr->store.def, "%s", p->doubt);
}
