// SPDX-License-Identifier: MIT
/* What MV108, MV209 and MV216 share: which outcomes leave the driver's state changed. */
#include "rules/table.h"

void rule_check_unchanged(struct rule_output *out, const struct outcome *o, const char *when,
			  bool by_input)
{
	vec_for_each_ptr(const struct fact, f, &o->facts) {
		const char *doubt = f->doubt ? f->doubt : by_input ? o->doubt : o->reach_doubt;

		if (f->kind != FACT_CHANGED || (by_input && f->what && !f->by_input))
			continue;
		if (!f->what) {
			rule_unproved(out, f->loc, "%s", f->doubt);
		} else if (doubt) {
			rule_unproved(out, f->loc, "%s may change %s: %s", when, f->what, doubt);
		} else {
			rule_path(out, rule_violated(out, f->loc, "%s changes %s", when, f->what),
				  &o->path);
			return; /* one place tells the path */
		}
	}
}
