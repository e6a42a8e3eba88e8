// SPDX-License-Identifier: MIT
/* MV302: where show says that migration is not supported, store does not succeed. */
#include "base/wide.h"
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
	char number[WIDE_CHARS];

	vec_for_each_ptr(const struct unsupported, u, &in->trials->unsupported)
		rule_refuted(out, in, &u->store, false,
			     "%s() accepts %s where %s() fails with %s: when %s",
			     in->attr->store.name, rule_quote(out, u->store.bytes, u->store.n),
			     in->attr->show.name, wide_format(u->show_ret, number), u->when);
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
	if (!in->trials->unsupported.n)
		rule_unproved(
			out, in->attr->show.def,
			in->trials->is_flipped
				? "store refuses in all trials in which show fails, but there "
				  "may be other reasons"
				: "no trial was found in which show fails");
}
