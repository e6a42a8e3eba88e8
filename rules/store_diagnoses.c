// SPDX-License-Identifier: MIT
/* MV210: every refusal leaves a message in the log. */
#include "rules/table.h"

#define ENOMEM 12 /* the allocator has complained */
#define EINTR  4  /* the writer knows that he was interrupted */

static bool is_refusal(const struct outcome *o)
{
	wide low = range_min(&o->ret);

	if (outcome_succeeds(o) || o->interrupted)
		return false;
	return !range_is_single(&o->ret) || (low != -ENOMEM && low != -EINTR);
}

static void check_outcome(struct rule_output *out, const struct outcome *o)
{
	const struct fact *logged = fact_any(&o->facts, FACT_LOGGED);
	const struct fact *changed = fact_any(&o->facts, FACT_CHANGED);
	const char *doubt = o->doubt;

	if (logged && !logged->doubt)
		return;
	if (logged)
		doubt = logged->doubt;
	for (size_t i = 0; !doubt && i < o->facts.n; i++)
		if (changed && o->facts.v[i].kind == FACT_CHANGED && !o->facts.v[i].what)
			doubt = o->facts.v[i].doubt; /* somebody unknown may have logged it */
	if (doubt)
		rule_unproved(out, o->loc, "a refusal may leave no message: %s", doubt);
	else
		rule_path(out,
			  rule_violated(out, o->loc,
					"this refusal leaves no message in the log: why the "
					"version was refused stays unknown"),
			  &o->path);
}

void rule_store_diagnoses(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");
	size_t refusals = 0;

	if (!s)
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (is_refusal(o)) {
			check_outcome(out, o);
			refusals++;
		}
	rule_followed(out, s);
	if (!refusals)
		rule_not_applicable(out, "store never refuses anything");
}
