// SPDX-License-Identifier: MIT
/* What the rules about the shown text have in common: traits of it, and who brought them in. */
#include "rules/shown.h"

const struct handler_summary *shown_summary(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->show, in->show, "show");

	if (s && !summary_can_succeed(s)) {
		rule_not_applicable(out, "show never succeeds");
		return NULL;
	}
	return s;
}

/* Where the wrong length is returned, that is the finding (MV104). */
static const char *surplus(const struct outcome *o)
{
	bool is_wrong = !o->written_doubt && !range_is_empty(&o->minus_written) &&
			!range_contains(&o->minus_written, 0);

	return is_wrong ? "the value returned is not the length of the text (MV104)" : NULL;
}

static void check_trait(struct rule_output *out, const struct outcome *o,
			const struct shown_trait *t)
{
	const struct text_blame *b = &o->shown[t->trait];
	const char *doubt = b->doubt ? b->doubt : o->path_doubt ? o->path_doubt : surplus(o);

	if (!b->what)
		return;
	if (doubt) {
		rule_unproved(out, b->loc, "%s: %s", t->may, doubt);
		return;
	}
	rule_path(out, rule_violated(out, b->loc, "%s%s%s", t->before, b->what, t->after),
		  &o->path);
}

void shown_check(struct rule_output *out, const struct handler_summary *s,
		 const struct shown_trait *traits, size_t n)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		for (size_t i = 0; outcome_succeeds(o) && i < n; i++)
			check_trait(out, o, &traits[i]);
	rule_followed(out, s);
}
