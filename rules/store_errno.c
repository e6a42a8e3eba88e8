// SPDX-License-Identifier: MIT
/* MV202: a failing store returns a user-visible negative errno. */
#include "rules/table.h"

void rule_store_errno(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (s)
		rule_check_errnos(out, in, s);
}
