// SPDX-License-Identifier: MIT
/* MV201: store returns exactly count or a negative errno. */
#include "rules/table.h"

#define LARGEST_ERRNO_IN_USE 133

static const char *describe(struct rule_output *out, const struct outcome *o)
{
	const struct range *d = &o->minus_count;
	char buf[WIDE_CHARS];

	if (o->is_bool)
		return "returns a truth value, not count: all but the first byte is written again";
	if (range_is_single(&o->ret) && range_max(&o->ret) <= LARGEST_ERRNO_IN_USE)
		return arena_printf(
			out->arena,
			"returns %s, not count: user space takes it for a partial write "
			"and writes the rest again",
			wide_format(range_min(&o->ret), buf));
	if (range_max(d) <= 0)
		return "may return less than count: user space writes the rest again";
	if (range_min(d) >= 0)
		return "may return more than count";
	return "the value returned on success is not count";
}

static void check_positive(struct rule_output *out, const struct rule_input *in,
			   const struct outcome *o)
{
	const struct range *d = &o->minus_count;
	const char *doubt = rule_doubt(in, o);

	if (range_is_single(d) && range_min(d) == 0)
		return;
	if (doubt)
		rule_unproved(out, outcome_place(o), "the value returned may not be count: %s",
			      doubt);
	else
		rule_path(out, rule_violated(out, outcome_place(o), "%s", describe(out, o)),
			  &o->path);
}

void rule_store_return(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (!s)
		return;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes) {
		if (o->cls == RET_POSITIVE)
			check_positive(out, in, o);
		else if (o->cls == RET_ZERO)
			rule_check_zero(out, in, o,
					"returns 0, not count: shells write again for ever");
	}
	rule_followed(out, s);
}
