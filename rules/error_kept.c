// SPDX-License-Identifier: MIT
/* MV213: a failed check or read is neither turned into success nor printed as data. */
#include "rules/table.h"

/* What a device answers instead of 0 is a failure; what the driver itself returns need not be. */
static void check_status(struct rule_output *out, const struct outcome_failure *f, struct loc where,
			 const struct path_list *path)
{
	if (f->is_device)
		rule_path(out,
			  rule_violated(out, where,
					"returns success although the device answered %s() with "
					"another status than 0 (line %u)",
					f->callee, f->call.line),
			  path);
	else
		rule_unproved(out, where,
			      "%s() returns a positive number here, having filled nothing: nothing "
			      "tells whether that is a failure",
			      f->callee);
}

static void check_failure(struct rule_output *out, const struct outcome *o,
			  const struct outcome_failure *f)
{
	struct loc where = f->tested.path ? o->loc : f->call;
	const struct path_list *path = f->path.steps.n ? &f->path : &o->path;

	if (!f->is_relevant || f->is_deliberate || f->is_answered)
		return;
	if (o->class_doubt)
		rule_unproved(out, where, "the failure of %s() may end in success: %s", f->callee,
			      o->class_doubt);
	else if (f->is_status)
		check_status(out, f, where, path);
	else if (f->tested.path)
		rule_path(out,
			  rule_violated(out, where,
					"returns success although %s() failed (line %u)", f->callee,
					f->call.line),
			  path);
	else
		rule_path(out,
			  rule_violated(out, where,
					"the failure of %s() is ignored: the handler "
					"goes on and returns success",
					f->callee),
			  path);
}

/* A store that returns neither count nor an errno is MV201's business. */
static bool is_clean_success(const struct outcome *o, bool is_store)
{
	if (!is_store)
		return outcome_succeeds(o);
	return o->cls == RET_POSITIVE && outcome_returns_count(o);
}

static void check_summary(struct rule_output *out, const struct handler_summary *s, bool is_store)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (is_clean_success(o, is_store)) {
			if (o->failures_doubt)
				rule_unproved(out, o->loc, "a failure may have been lost: %s",
					      o->failures_doubt);
			vec_for_each_ptr(const struct outcome_failure, f, &o->failures)
				check_failure(out, o, f);
		}
	vec_for_each_ptr(const struct error_print, p, &s->prints)
		rule_path(out,
			  rule_violated(out, p->loc,
					"the error that %s() returned is printed as data",
					p->callee),
			  &p->path);
	rule_followed(out, s);
}

void rule_error_kept(struct rule_output *out, const struct rule_input *in)
{
	rule_each_handler(out, in, check_summary);
}
