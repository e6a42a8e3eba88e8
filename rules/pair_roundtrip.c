// SPDX-License-Identifier: MIT
/* MV301: store accepts what show printed. */
#include "base/wide.h"
#include "rules/table.h"

static bool accepts(const struct round_trip *r)
{
	return r->own.verdict == TRIAL_ACCEPTED || r->line.verdict == TRIAL_ACCEPTED;
}

/* Whatever the driver's state, store refuses what show printed on its outcome number @i. */
static bool is_refused(const struct rule_input *in, size_t i)
{
	const struct handler_summary *s = in->composed ? in->composed[i] : NULL;

	if (!s || s->incomplete)
		return false;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (outcome_succeeds(o))
			return false;
	return true;
}

/* One outcome alone would not do: the driver's state may never be one that leads to it. */
static bool is_all_refused(const struct rule_input *in)
{
	for (size_t i = 0; i < in->show->outcomes.n; i++)
		if (outcome_succeeds(&in->show->outcomes.v[i]) && !is_refused(in, i))
			return false;
	return true;
}

static void judge(struct rule_output *out, const struct rule_input *in, const struct round_trip *r)
{
	const char *text = rule_quote(out, r->text, r->n);

	if (r->own.verdict != TRIAL_REFUSED || r->line.verdict != TRIAL_REFUSED)
		rule_unproved(out, in->attr->store.def, "whether store accepts %s is not known: %s",
			      text, r->line.why ? r->line.why : r->own.why);
	else if (r->doubt && !is_all_refused(in))
		rule_unproved(out, in->attr->store.def,
			      "store refuses %s as show prints it, but %s", text, r->doubt);
	else
		rule_refuted(out, in, &r->line, false, "%s() refuses what %s() prints: %s",
			     in->attr->store.name, in->attr->show.name, text);
}

/* Whether what @shown printed can't be what @r says of the written text. */
static bool contradicts(const struct refusal *r, const struct outcome *shown)
{
	struct range lengths =
		range_of(range_min(&shown->written) - 1, wide_add(range_max(&shown->written), 1));
	struct range both = range_intersect(&r->count, &lengths);

	if (r->has_nul || range_is_empty(&both))
		return true; /* MV106 asks that show prints no NUL */
	return spelling_equal(r->text,
			      r->is_bare ? spelling_bare(shown->spelling) : shown->spelling);
}

/* Whether store can't end in @refusal if what @shown printed is written. */
static bool is_impossible(const struct outcome *refusal, const struct outcome *shown)
{
	if (outcomes_exclude(shown, refusal))
		return true;
	vec_for_each_ptr(const struct refusal_list, w, &refusal->ways) {
		bool is_out = false;

		vec_for_each_ptr(const struct refusal, r, &w->reasons)
			is_out |= contradicts(r, shown);
		if (!is_out)
			return false;
	}
	return refusal->ways.n > 0;
}

/* Whether store accepts what show printed on its outcome number @i, as a run with it says. */
static bool is_composed(const struct rule_input *in, size_t i)
{
	const struct handler_summary *s = in->composed ? in->composed[i] : NULL;
	bool accepts = false;

	if (!s || s->incomplete)
		return false;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes) {
		if (outcome_succeeds(o))
			accepts = true;
		else if (!outcome_is_transient(o) && !outcomes_exclude(&in->show->outcomes.v[i], o))
			return false;
	}
	return accepts;
}

/* No refusal of store is possible for anything that show prints. */
static const struct outcome *possible_refusal(const struct rule_input *in)
{
	vec_for_each_ptr(const struct outcome, o, &in->store->outcomes) {
		if (outcome_succeeds(o) || outcome_is_transient(o))
			continue;
		vec_for_each_ptr(const struct outcome, shown, &in->show->outcomes)
			if (outcome_succeeds(shown) && !is_impossible(o, shown) &&
			    !is_composed(in, (size_t)(shown - in->show->outcomes.v)))
				return o;
	}
	return NULL;
}

void rule_pair_roundtrip(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *store =
		rule_handler(out, &in->attr->store, in->store, "store");
	const struct handler_summary *show = rule_handler(out, &in->attr->show, in->show, "show");
	const struct trials *t = in->trials;
	const struct outcome *refusal;

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
	if (t->is_closed)
		return;
	rule_followed(out, show);
	rule_followed(out, store);
	refusal = possible_refusal(in);
	if (!refusal)
		return;
	if (!t->round_trips.n)
		rule_unproved(out, refusal->loc,
			      "what show prints was not tried (%s), and whether store may refuse "
			      "it here is not known",
			      t->none ? t->none : "it is too long");
	else if (t->round_trip_doubt)
		rule_unproved(out, refusal->loc, "%s", t->round_trip_doubt);
	else
		rule_unproved(
			out, refusal->loc,
			"store accepts the %zu texts that show printed in trials, but whether "
			"it may refuse another one here is not known",
			t->nsurvey);
}
