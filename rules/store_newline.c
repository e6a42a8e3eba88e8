// SPDX-License-Identifier: MIT
/* MV206: v and v with a newline get the same verdict. */
#include "rules/table.h"

/* Refuted by a trial: returns true, having said so. */
static bool refute(struct rule_output *out, const struct rule_input *in)
{
	const struct trials *t = in->trials;
	const struct trial_result *own = trials_first(t, TRIAL_OWN, TRIAL_REFUSED);
	const struct trial_result *line = trials_first(t, TRIAL_LINE, TRIAL_REFUSED);

	if (line && trials_first(t, TRIAL_OWN, TRIAL_ACCEPTED)) {
		rule_refuted(out, in, line, true,
			     "%s() accepts %s but not the same with the newline that echo adds",
			     in->attr->store.name, rule_quote(out, t->version, t->nversion));
		return true;
	}
	if (own && trials_first(t, TRIAL_LINE, TRIAL_ACCEPTED)) {
		rule_refuted(out, in, own, true, "%s() accepts %s only with a newline behind it",
			     in->attr->store.name, rule_quote(out, t->version, t->nversion))
			->severity = out->info->lesser;
		return true;
	}
	return false;
}

/* Paths that take the newline off are paired with those that saw there is none. */
static void prove(struct rule_output *out, const struct rule_input *in)
{
	const struct outcome *seen = NULL, *absent = NULL;

	vec_for_each_ptr(const struct outcome, o, &in->store->outcomes) {
		const struct outcome_input *i = &o->input;

		if (!outcome_succeeds(o))
			continue;
		if (i->doubt)
			rule_unproved(out, i->doubt_loc,
				      "%s, but what is asked of the newline is not known: %s",
				      rule_untried(in), i->doubt);
		else if (i->newline == NEWLINE_SEEN)
			seen = o;
		else if (i->newline == NEWLINE_ABSENT)
			absent = o;
		else if (i->newline == NEWLINE_SENSITIVE && (i->function || o->count_tests))
			rule_unproved(out, i->function ? i->loc : o->loc,
				      "%s, but a newline may decide", rule_untried(in));
	}
	if (!seen != !absent)
		rule_unproved(out, seen ? seen->loc : absent->loc,
			      seen ? "%s, but whether a text without a newline passes is not known"
				   : "%s, but whether a text with a newline passes is not known",
			      rule_untried(in));
}

void rule_store_newline(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_accepting_store(out, in);

	if (!s)
		return;
	if (refute(out, in))
		return;
	rule_followed(out, s);
	prove(out, in);
}
