// SPDX-License-Identifier: MIT
/*
 * MV102: at most 4096 characters and at most what sysfs delivers, and no text
 * that was cut to fit.
 */
#include "rules/shown.h"
#include "rules/table.h"

#define NEAR_MISS 64 /* bytes: a test that lets more pass asks for something else */

static wide most_allowed(const struct limits *l)
{
	wide page = l->page_size - 1;

	return page < l->path_max ? page : l->path_max;
}

static const char *number(struct rule_output *out, wide v)
{
	char buf[WIDE_CHARS];

	if (v >= INT32_MAX)
		return "any number of";
	return arena_strdup(out->arena, wide_format(v, buf));
}

static void check_outcome(struct rule_output *out, const struct rule_input *in,
			  const struct outcome *o)
{
	wide most = most_allowed(in->limits);
	const char *doubt = o->written_doubt ? o->written_doubt : o->doubt;

	if (o->is_let_pass && range_max(&o->ret) > most && range_max(&o->ret) - most <= NEAR_MISS) {
		rule_path(
			out,
			rule_violated(out, outcome_place(o),
				      "a test lets up to %s bytes pass, but at most %s can be read",
				      number(out, range_max(&o->ret)), number(out, most)),
			&o->path);
		return;
	}
	if (range_is_empty(&o->written) || range_max(&o->written) <= most)
		return;
	if (doubt && range_min(&o->written) <= most)
		rule_unproved(out, outcome_place(o), "more than %s bytes may be shown: %s",
			      number(out, most), doubt);
	else
		rule_path(out,
			  rule_violated(out, outcome_place(o),
					"shows up to %s bytes, but at most %s can be read",
					number(out, range_max(&o->written)), number(out, most)),
			  &o->path);
}

void rule_show_length(struct rule_output *out, const struct rule_input *in)
{
	static const struct shown_trait cut[] = {
		{ TEXT_CUT, "", "() has more to show than fits in the page, and the rest is lost",
		  "whether all of the text fits in the page is not known" },
	};
	const struct handler_summary *s = shown_summary(out, in);

	if (!s)
		return;
	if (s->overlong.when) {
		const struct outcome *o = &s->overlong.outcome;

		rule_path(out,
			  rule_violated(out, outcome_place(o),
					"shows %s bytes, but at most %s can be read, %s",
					number(out, range_min(&o->written)),
					number(out, most_allowed(in->limits)), s->overlong.when),
			  &o->path);
	}
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (outcome_succeeds(o))
			check_outcome(out, in, o);
	shown_check(out, s, cut, 1);
}
