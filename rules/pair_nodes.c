// SPDX-License-Identifier: MIT
/*
 * MV303: the node of the type and the node of the device decide alike.
 *
 * They do if no state of the driver and no text lets one store succeed and the
 * other refuse: every path of the one that succeeds must have found something
 * (a test of the text, a number of the driver, the answer of a function that
 * both call) that every refusing path of the other has found otherwise.
 */
#include "rules/table.h"

/** struct clash - one node may succeed where the other may refuse, for all that is known. */
struct clash {
	const struct outcome *accepts, *refuses; /* NULL: it can't happen */
};

static struct clash find_clash(const struct handler_summary *a, const struct handler_summary *b)
{
	vec_for_each_ptr(const struct outcome, x, &a->outcomes) {
		if (!outcome_succeeds(x))
			continue;
		vec_for_each_ptr(const struct outcome, y, &b->outcomes)
			if (!outcome_succeeds(y) && !outcome_is_transient(y) &&
			    !outcomes_exclude(x, y))
				return (struct clash){ x, y };
	}
	return (struct clash){ 0 };
}

static void refute(struct rule_output *out, const struct rule_input *in)
{
	const struct trial_result *r = in->pair->differs;
	bool accepts = r->verdict == TRIAL_ACCEPTED;

	rule_refuted(out, in, r, false, "%s() %s %s, but %s() of the other node %s it",
		     in->attr->store.name, accepts ? "accepts" : "refuses",
		     rule_quote(out, r->bytes, r->n), in->pair->other->name,
		     accepts ? "refuses" : "accepts");
}

static void doubt(struct rule_output *out, const struct rule_input *in, const struct clash *c,
		  const struct handler *accepting, const struct handler *refusing)
{
	struct loc at = accepting == &in->attr->store ? c->accepts->loc : c->refuses->loc;

	if (in->pair->doubt)
		rule_unproved(out, at, "%s", in->pair->doubt);
	else
		rule_unproved(out, at,
			      "the nodes agree on the %zu strings that were tried, but whether "
			      "%s() refuses in line %u what %s() accepts in line %u is not known",
			      in->pair->ntried, refusing->name, c->refuses->loc.line,
			      accepting->name, c->accepts->loc.line);
}

static void prove(struct rule_output *out, const struct rule_input *in)
{
	const struct handler *own = &in->attr->store, *other = &in->twin->store;
	const struct handler_summary *ways = in->pair->ways, *others = in->pair->other_ways;
	struct clash c = find_clash(ways, others);

	rule_followed(out, ways);
	rule_followed(out, others);
	if (c.accepts) {
		doubt(out, in, &c, own, other);
		return;
	}
	c = find_clash(others, ways);
	if (c.accepts)
		doubt(out, in, &c, other, own);
}

void rule_pair_nodes(struct rule_output *out, const struct rule_input *in)
{
	const struct attribute *twin = in->twin;

	if (!twin) {
		rule_not_applicable(out, "the driver has one node only");
		return;
	}
	if (!rule_handler(out, &in->attr->store, in->store, "store") ||
	    !rule_handler(out, &twin->store, in->twin_store, "store"))
		return;
	if (in->pair->differs)
		refute(out, in);
	else
		prove(out, in);
}
