// SPDX-License-Identifier: MIT
/* MV302: where show says that migration is not supported, store does not succeed. */
#include "rules/table.h"

static bool show_can_fail(const struct handler_summary *show)
{
	vec_for_each_ptr(const struct outcome, o, &show->outcomes)
		if (!outcome_succeeds(o))
			return true;
	return show->incomplete != NULL;
}

static void refute(struct rule_output *out, const struct rule_input *in)
{
	vec_for_each_ptr(const struct unsupported, u, &in->trials->unsupported)
		rule_refuted(out, in, &u->store, false,
			     "%s() accepts %s where %s() fails with %s: when %s",
			     in->attr->store.name, rule_quote(out, u->store.bytes, u->store.n),
			     in->attr->show.name, u->show_error, u->when);
}

static bool succeeds_where(const struct handler_summary *store, const struct outcome *fails)
{
	vec_for_each_ptr(const struct outcome, o, &store->outcomes)
		if (outcome_succeeds(o) && !outcomes_exclude(fails, o))
			return true;
	return false;
}

static void prove(struct rule_output *out, const struct rule_input *in)
{
	const struct trials *t = in->trials;

	vec_for_each_ptr(const struct outcome, f, &in->show->outcomes) {
		if (outcome_succeeds(f) || outcome_is_transient(f) || !succeeds_where(in->store, f))
			continue;
		if (t->unsupported_doubt)
			rule_unproved(out, f->loc, "%s", t->unsupported_doubt);
		else if (!t->nfailing)
			rule_unproved(out, f->loc, "no trial was found in which show fails");
		else
			rule_unproved(out, f->loc,
				      "store refuses in the %zu trials in which show fails, but "
				      "whether it does wherever show fails here is not known",
				      t->nfailing);
		return;
	}
}

void rule_pair_support(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *store =
		rule_handler(out, &in->attr->store, in->store, "store");
	const struct handler_summary *show = rule_handler(out, &in->attr->show, in->show, "show");

	if (!store || !show)
		return;
	if (!show_can_fail(show)) {
		rule_not_applicable(out, "show never fails");
		return;
	}
	if (!summary_can_succeed(store)) {
		rule_not_applicable(out, "store never succeeds");
		return;
	}
	refute(out, in);
	if (in->trials->unsupported.n)
		return;
	rule_followed(out, show);
	rule_followed(out, store);
	prove(out, in);
}
