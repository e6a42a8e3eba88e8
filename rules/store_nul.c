// SPDX-License-Identifier: MIT
/* MV214: text behind an embedded NUL is not silently ignored. */
#include "rules/table.h"

static bool refute(struct rule_output *out, const struct rule_input *in)
{
	const struct trial_result *r = trials_first(in->trials, TRIAL_NUL, TRIAL_ACCEPTED);

	if (!r)
		return false;
	rule_refuted(out, in, r, true, "%s() ignores what follows a NUL: %s passes for %s",
		     in->attr->store.name, rule_quote(out, r->bytes, r->n),
		     rule_quote(out, in->trials->version, in->trials->nversion));
	return true;
}

void rule_store_nul(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_accepting_store(out, in);

	if (!s)
		return;
	if (trials_accept_all(in->trials)) {
		rule_unproved(out, in->attr->store.def, "store seems to accept any string (MV203)");
		return;
	}
	if (refute(out, in))
		return;
	rule_followed(out, s);
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (outcome_succeeds(o) && !o->input.sees_nul)
			rule_unproved(out, o->input.function ? o->input.loc : o->loc,
				      "%s, but no test is seen that reaches behind a NUL",
				      rule_untried(in));
}
