// SPDX-License-Identifier: MIT
/* MV204: some path accepts, unless show can never succeed either. */
#include "rules/table.h"

static void refute(struct rule_output *out, const struct rule_input *in)
{
	const struct trials *t = in->trials;
	struct finding *f = rule_violated(out, in->attr->store.def,
					  "%s() refuses every string, also what show prints",
					  in->attr->store.name);

	if (t->round_trips.n && t->round_trips.v[0].own.verdict == TRIAL_REFUSED)
		f->witness = rule_witness(out, &t->round_trips.v[0].own);
}

/* What a path returns count for is proved by a string that takes it, if one can be expected. */
static const char *refused(const struct rule_input *in)
{
	const struct trials *t = in->trials;

	return t->round_trips.n && t->round_trips.v[0].own.verdict == TRIAL_REFUSED &&
			       t->round_trips.v[0].line.verdict == TRIAL_REFUSED
		       ? "no string was found that is, and what show prints is not"
		       : NULL;
}

void rule_store_accepts(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");
	const struct config_switch *off = config_switch_of(in);
	const char *doubt = NULL;

	if (!s || in->trials->version) /* a trial accepted it */
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes) {
		if (!outcome_succeeds(o))
			continue;
		doubt = o->doubt ? o->doubt : refused(in);
		if (!doubt)
			return;
	}
	rule_followed(out, s);
	if (doubt)
		rule_unproved(out, in->attr->store.def, "whether any string is accepted: %s",
			      doubt);
	else if (in->show && !summary_can_succeed(in->show))
		rule_not_applicable(out, "show never succeeds either");
	else if (off)
		rule_unproved(out, off->loc, "success is configured off here: %s", off->text);
	else if (!s->incomplete)
		refute(out, in);
}
