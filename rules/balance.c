// SPDX-License-Identifier: MIT
/* MV401: what a handler takes it gives back on every return, and it sleeps only where it may. */
#include "rules/table.h"

static void check_events(struct rule_output *out, const struct handler_summary *s)
{
	vec_for_each_ptr(const struct event, e, &s->events) {
		if (e->kind != EVENT_SLEEP_ATOMIC && e->kind != EVENT_DOUBLE_LOCK &&
		    e->kind != EVENT_UNLOCK_UNHELD)
			continue;
		if (e->doubt)
			rule_unproved(out, e->loc, "%s: %s", e->message, e->doubt);
		else
			rule_path(out, rule_violated(out, e->loc, "%s", e->message), &e->path);
	}
}

/* A store may switch something on and keep the reference until another switches it off. */
static const char *doubt_of(const struct outcome *o, const struct fact *f, bool is_store)
{
	if (f->doubt)
		return f->doubt;
	if (is_store && f->kind == FACT_REFERENCE && outcome_succeeds(o))
		return "a successful store may keep it as state";
	return o->reach_doubt;
}

static void check_fact(struct rule_output *out, const struct outcome *o, const struct fact *f,
		       bool is_store)
{
	const char *doubt = doubt_of(o, f, is_store);
	const char *held = f->kind == FACT_LOCK ? " is still held" : "";

	if (doubt)
		rule_unproved(out, o->loc, "%s%s on return (line %u): %s", f->what, held,
			      f->loc.line, doubt);
	else
		rule_path(out,
			  rule_violated(out, o->loc, "%s%s on this return (taken in line %u)",
					f->what, held, f->loc.line),
			  &o->path);
}

static void check_summary(struct rule_output *out, const struct handler_summary *s, bool is_store)
{
	check_events(out, s);
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		vec_for_each_ptr(const struct fact, f, &o->facts) {
			if (f->kind == FACT_LOCK || f->kind == FACT_OBJECT ||
			    f->kind == FACT_REFERENCE)
				check_fact(out, o, f, is_store);
			else if (f->kind == FACT_CHANGED && !f->what)
				rule_unproved(out, f->loc, "%s", f->doubt);
		}
	rule_followed(out, s);
}

void rule_balance(struct rule_output *out, const struct rule_input *in)
{
	rule_each_handler(out, in, check_summary);
}
