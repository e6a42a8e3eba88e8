// SPDX-License-Identifier: MIT
/* MV108: reading changes no driver state. */
#include "rules/table.h"

void rule_show_pure(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->show, in->show, "show");

	if (!s)
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		rule_check_unchanged(out, o, "reading the attribute", false);
	rule_followed(out, s);
}
