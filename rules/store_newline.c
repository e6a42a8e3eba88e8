// SPDX-License-Identifier: MIT
/* MV206: v and v with a newline get the same verdict. */
#include "rules/table.h"

/* @refused: @bare itself, or the same with a newline. */
static void say(struct rule_output *out, const struct rule_input *in,
		const struct trial_result *refused, const struct trial_result *bare)
{
	const char *store = in->attr->store.name, *text = rule_quote(out, bare->bytes, bare->n);

	if (refused == bare)
		rule_refuted(out, in, refused, true,
			     "%s() accepts %s only with a newline behind it", store, text)
			->severity = out->info->lesser;
	else
		rule_refuted(out, in, refused, true,
			     "%s() accepts %s but not the same with the newline that echo adds",
			     store, text);
}

/* Refuted by a trial of the own version or of another text: returns true, having said so. */
static bool refute(struct rule_output *out, const struct rule_input *in)
{
	const trial_results *all = &in->trials->results;

	for (size_t i = 0; i + 1 < all->n; i++) {
		const struct trial_result *bare = &all->v[i], *line = bare + 1;

		if (!(bare->input == TRIAL_OWN && line->input == TRIAL_LINE) &&
		    !(bare->input == TRIAL_WORD && line->input == TRIAL_WORD_LINE))
			continue;
		if (bare->verdict == TRIAL_ACCEPTED && line->verdict == TRIAL_REFUSED)
			say(out, in, line, bare);
		else if (bare->verdict == TRIAL_REFUSED && line->verdict == TRIAL_ACCEPTED)
			say(out, in, bare, bare);
		else
			continue;
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
