// SPDX-License-Identifier: MIT
/* MV006: no near-miss of the name. */
#include "rules/table.h"

void rule_attr_name(struct rule_output *out, const struct rule_input *in)
{
	const struct attribute *a = in->attr;

	if (a->is_near_miss)
		rule_violated(out, a->loc, "the file is called '%s'; user space looks for '%s'",
			      a->name, a->meant);
}
