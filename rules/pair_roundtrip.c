// SPDX-License-Identifier: MIT
/* MV301: store accepts what show printed. */
#include "rules/table.h"

static bool accepts(const struct round_trip *r)
{
	return r->own.verdict == TRIAL_ACCEPTED || r->line.verdict == TRIAL_ACCEPTED;
}

static void judge(struct rule_output *out, const struct rule_input *in, const struct round_trip *r)
{
	const char *text = rule_quote(out, r->text, r->n);

	if (r->own.verdict != TRIAL_REFUSED || r->line.verdict != TRIAL_REFUSED)
		rule_unproved(out, in->attr->store.def, "whether store accepts %s is not known: %s",
			      text, r->line.why ? r->line.why : r->own.why);
	else if (r->doubt)
		rule_unproved(out, in->attr->store.def,
			      "store refuses %s as show prints it, but %s", text, r->doubt);
	else
		rule_refuted(out, in, &r->line, false, "%s() refuses what %s() prints: %s",
			     in->attr->store.name, in->attr->show.name, text);
}

void rule_pair_roundtrip(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *store =
		rule_handler(out, &in->attr->store, in->store, "store");
	const struct handler_summary *show = rule_handler(out, &in->attr->show, in->show, "show");
	const struct trials *t = in->trials;

	if (!store || !show)
		return;
	if (!summary_can_succeed(show)) {
		rule_not_applicable(out, "show never succeeds");
		return;
	}
	if (!summary_can_succeed(store)) {
		rule_not_applicable(out, "store never succeeds (MV204)");
		return;
	}
	vec_for_each_ptr(const struct round_trip, r, &t->round_trips)
		if (!accepts(r))
			judge(out, in, r);
	if (!t->round_trips.n)
		rule_unproved(out, in->attr->show.def, "what show prints was not tried: %s",
			      t->none ? t->none : "it is too long");
	else if (t->round_trip_doubt && !t->is_closed)
		rule_unproved(out, in->attr->store.def, "%s", t->round_trip_doubt);
}
