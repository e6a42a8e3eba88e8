// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "rules/rule.h"
#include "rules/table.h"

/* ---- what the checks say ---- */

static void worsen(struct rule_output *out, enum verdict v, const char *reason, struct loc loc)
{
	struct obligation *o = &out->obligation;
	bool is_worse = v > o->verdict ||
			(v == VERDICT_NOT_APPLICABLE && !o->reason && o->verdict == VERDICT_PROVED);

	if (!is_worse)
		return;
	o->verdict = v;
	o->reason = reason;
	o->loc = loc;
}

struct finding *rule_violated(struct rule_output *out, struct loc loc, const char *fmt, ...)
{
	struct finding *f = vec_push(out->arena, &out->findings);
	va_list ap;

	va_start(ap, fmt);
	f->message = arena_vprintf(out->arena, fmt, ap);
	va_end(ap);
	f->rule = out->info;
	f->severity = out->info->severity;
	f->loc = loc;
	f->attr = out->attr;
	worsen(out, VERDICT_VIOLATED, f->message, loc);
	return f;
}

void rule_unproved(struct rule_output *out, struct loc loc, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	worsen(out, VERDICT_UNPROVED, arena_vprintf(out->arena, fmt, ap), loc);
	va_end(ap);
}

void rule_not_applicable(struct rule_output *out, const char *fmt, ...)
{
	struct loc nowhere = { 0 };
	va_list ap;

	va_start(ap, fmt);
	worsen(out, VERDICT_NOT_APPLICABLE, arena_vprintf(out->arena, fmt, ap), nowhere);
	va_end(ap);
}

void rule_path(struct rule_output *out, struct finding *f, const struct path_list *path)
{
	vec_for_each_ptr(const struct path_step, s, &path->steps)
		*vec_push(out->arena, &f->path) = *s;
}

const struct handler_summary *rule_handler(struct rule_output *out, const struct handler *h,
					   const struct handler_summary *s, const char *what)
{
	if (s)
		return s;
	if (h->is_unknown)
		rule_unproved(out, h->bound, "the %s handler is bound at run time", what);
	else if (!h->name)
		rule_not_applicable(out, "there is no %s handler", what);
	else
		rule_unproved(out, h->def, "%s() is defined in none of the files given", h->name);
	return NULL;
}

static bool is_missing(const struct handler *h)
{
	return !h->name && !h->is_unknown;
}

void rule_each_handler(struct rule_output *out, const struct rule_input *in,
		       void (*check)(struct rule_output *out, const struct handler_summary *s,
				     bool is_store))
{
	const struct attribute *a = in->attr;

	if (is_missing(&a->show) && is_missing(&a->store)) {
		rule_not_applicable(out, "there is no handler");
		return;
	}
	if (!is_missing(&a->show) && rule_handler(out, &a->show, in->show, "show"))
		check(out, in->show, false);
	if (!is_missing(&a->store) && rule_handler(out, &a->store, in->store, "store"))
		check(out, in->store, true);
}

const struct handler_summary *rule_accepting_store(struct rule_output *out,
						   const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");

	if (!s || summary_can_succeed(s))
		return s;
	rule_not_applicable(out, "store never succeeds");
	return NULL;
}

void rule_followed(struct rule_output *out, const struct handler_summary *s)
{
	if (s->incomplete)
		rule_unproved(out, s->incomplete_loc, "%s", s->incomplete);
}

static bool filter_passes(const struct event_filter *f, const struct event *ev)
{
	bool in_buffer = ev->place == PLACE_USER;

	return f->kind == ev->kind &&
	       (f->way == EITHER_WAY || (f->way == WRITING) == ev->is_write) &&
	       (f->where == ANY_PLACE || (f->where == IN_USER_BUFFER) == in_buffer);
}

static void say_event(struct rule_output *out, const struct event *ev)
{
	struct finding *f;

	if (ev->doubt) {
		rule_unproved(out, ev->loc, "%s: %s", ev->message, ev->doubt);
		return;
	}
	f = rule_violated(out, ev->loc, "%s", ev->message);
	f->function = ev->function;
	rule_path(out, f, &ev->path);
}

void rule_events(struct rule_output *out, const struct handler_summary *s,
		 const struct event_filter *filters, size_t n)
{
	vec_for_each_ptr(const struct event, ev, &s->events)
		for (size_t i = 0; i < n; i++)
			if (filter_passes(&filters[i], ev)) {
				say_event(out, ev);
				break;
			}
	rule_followed(out, s);
}

struct finding *rule_check_zero(struct rule_output *out, const struct rule_input *in,
				const struct outcome *o, const char *why)
{
	const char *doubt = rule_doubt(in, o);
	struct finding *f;

	if (doubt) {
		rule_unproved(out, outcome_place(o), "0 may be returned: %s", doubt);
		return NULL;
	}
	f = rule_violated(out, outcome_place(o), "%s", why);
	rule_path(out, f, &o->path);
	return f;
}

bool summary_can_succeed(const struct handler_summary *s)
{
	if (s->incomplete)
		return true;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (outcome_succeeds(o))
			return true;
	return false;
}

const struct config_switch *config_switch_of(const struct rule_input *in)
{
	if (in->show && in->show->switches.n)
		return &in->show->switches.v[0];
	return in->store && in->store->switches.n ? &in->store->switches.v[0] : NULL;
}

/* ---- running them ---- */

const struct rule *rule_find(const char *id)
{
	for (size_t i = 0; i < rule_count; i++)
		if (!strcmp(rule_table[i].id, id))
			return &rule_table[i];
	return NULL;
}

static bool same_finding(const struct finding *a, const struct finding *b)
{
	return loc_compare(&a->loc, &b->loc) == 0 && !strcmp(a->message, b->message);
}

/* Several paths may lead to one finding: keep the shortest. */
static void keep_finding(struct arena *a, finding_list *all, size_t first, const struct finding *f)
{
	for (size_t i = first; i < all->n; i++)
		if (same_finding(&all->v[i], f)) {
			if (f->path.n < all->v[i].path.n)
				all->v[i] = *f;
			return;
		}
	*vec_push(a, all) = *f;
}

void rules_run(struct arena *a, const struct catalogue *c, const struct rule_input *in,
	       struct attr_report *report, finding_list *findings)
{
	report->attr = in->attr;
	for (size_t i = 0; i < c->rules.n; i++) {
		struct rule_output out = { .arena = a, .info = &c->rules.v[i], .attr = in->attr };
		const struct rule *r = rule_find(out.info->id);
		size_t first = findings->n;

		if (out.info->severity == SEV_OFF || out.info->is_upkeep)
			continue;
		out.obligation = (struct obligation){ .rule = out.info, .verdict = VERDICT_PROVED };
		if (r)
			r->check(&out, in);
		else
			rule_unproved(&out, in->attr->loc, "not implemented yet");
		vec_for_each_ptr(const struct finding, f, &out.findings)
			keep_finding(a, findings, first, f);
		*vec_push(a, &report->obligations) = out.obligation;
	}
}

void rules_run_driver(struct arena *a, const struct catalogue *c, const struct driver_facts *d,
		      finding_list *findings)
{
	const struct rule_info *info = catalogue_find(c, "MV005");
	struct finding *f;

	if (!info || info->severity == SEV_OFF || d->has_attribute || !d->support ||
	    !d->registers_mdev)
		return;
	f = vec_push(a, findings);
	f->rule = info;
	f->severity = info->severity;
	f->loc = d->register_loc;
	f->message = arena_printf(a,
				  "the driver supports migration ('%s' is used), but its mdev "
				  "types have no migration_version attribute",
				  d->support);
	*vec_push(a, &f->path) = (struct path_step){ d->support_loc, "migration support is here" };
}

bool outcomes_exclude(const struct outcome *a, const struct outcome *b)
{
	vec_for_each_ptr(const struct condition, x, &a->conditions)
		vec_for_each_ptr(const struct condition, y, &b->conditions) {
			struct range both = range_intersect(&x->range, &y->range);

			if (x->key == y->key && range_is_empty(&both))
				return true;
		}
	return false;
}

bool outcome_is_transient(const struct outcome *o)
{
	return o->interrupted || (range_is_single(&o->ret) && range_min(&o->ret) == -ENOMEM);
}

bool outcome_returns_count(const struct outcome *o)
{
	if (range_is_single(&o->minus_count))
		return range_min(&o->minus_count) == 0;
	return range_contains(&o->minus_count, 0) && !range_is_single(&o->ret);
}
