// SPDX-License-Identifier: MIT
/* MV002: the attribute object reaches a registered group or a create call. */
#include "rules/table.h"

void rule_attr_registered(struct rule_output *out, const struct rule_input *in)
{
	const struct attribute *a = in->attr;

	if (a->registrations.n)
		return;
	if (a->registration_doubt)
		rule_unproved(out, a->loc, "%s", a->registration_doubt);
	else
		rule_violated(
			out, a->loc,
			"'%s' is in no group or create call that reaches the kernel: the file "
			"never appears",
			a->object);
}
