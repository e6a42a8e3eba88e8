// SPDX-License-Identifier: MIT
/* MV105: a failing show returns a user-visible negative errno. */
#include "rules/table.h"

void rule_show_errno(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->show, in->show, "show");

	if (s)
		rule_check_errnos(out, in, s);
}
