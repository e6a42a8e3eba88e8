// SPDX-License-Identifier: MIT
/* MV106: what is shown is one line: no NUL, no newline but one at its end. */
#include "rules/shown.h"
#include "rules/table.h"

static const struct shown_trait traits[] = {
	{ TEXT_LINE, "shows more than one line: a newline of ", " is not the last byte",
	  "whether more than one line is shown is not known" },
	{ TEXT_NUL, "shows ", " inside the text", "whether a NUL is shown is not known" },
};

/* What is returned beyond the text is NULs, and MV104's finding. */
static void check_surplus(struct rule_output *out, const struct outcome *o)
{
	const struct range *d = &o->minus_written;

	if (o->cls == RET_POSITIVE && !range_is_empty(d) && range_max(d) > 0)
		rule_unproved(out, outcome_place(o),
			      "NULs may follow the text: the value returned is not known to be its "
			      "length (MV104)");
}

void rule_show_line(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = shown_summary(out, in);

	if (!s)
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		check_surplus(out, o);
	shown_check(out, s, traits, sizeof(traits) / sizeof(*traits));
}
