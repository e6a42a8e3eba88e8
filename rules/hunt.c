// SPDX-License-Identifier: MIT
/*
 * Findings that a run meets where the analysis had to give up.
 *
 * A store that is too intricate to be followed is still run on one string after
 * the other, in a world of constants. What goes wrong there goes wrong in
 * fact, unless the world is to blame: the numbers that a driver keeps were made
 * up. So it has to go wrong in other worlds, too: where they are all 0, which
 * indexes and sizes may be, and where they are all 1, which lengths may be. A
 * world in which store accepts nothing says nothing. Rules that made-up numbers
 * hardly break are looked at for the other types of the driver, too.
 *
 * What is still unproved then is looked for in runs of show and store in which
 * one function after the other fails. Made-up numbers are hardly to blame for
 * what becomes of the failure.
 */
#include <string.h>

#include "rules/rule.h"

/* Rules that one run can break. */
static const struct prey {
	const char *id;
	bool is_sure;	   /* made-up numbers are hardly to blame: one world is enough */
	bool is_by_return; /* about what is returned, which may be such a number */
	bool is_by_fault;  /* what a handler makes of a failure may break it */
} preys[] = {
	{ "MV105", true, false, true },	  { "MV201", false, true, false },
	{ "MV202", false, true, true },	  { "MV205", false, false, false },
	{ "MV208", false, false, false }, { "MV209", true, false, false },
	{ "MV210", true, false, true },	  { "MV211", true, false, false },
	{ "MV212", false, false, true },  { "MV213", true, false, true },
	{ "MV215", true, false, false },  { "MV216", true, false, true },
	{ "MV401", false, false, true },  { "MV402", true, false, true },
	{ "MV403", false, false, false },
};

static const enum setting_values other_worlds[] = { SETTING_ZERO, SETTING_ONE };
static const size_t worlds = sizeof(other_worlds) / sizeof(*other_worlds);

struct quarry {
	const struct prey *prey;
	struct obligation *obligation;
	struct finding found;
	bool is_found;
	wide ret, n;	  /* of the run that found it: what it returned for how many bytes */
	size_t confirmed; /* other worlds that it was met in */
};

struct hunt {
	struct arena *arena;
	const struct rule_input *in;
	VEC(struct quarry) quarries;
	size_t voted; /* other worlds that were looked at and have a version */
	bool is_elsewhere;
	bool is_by_fault; /* something fails in the runs that are seen */
	bool is_of_types; /* the runs are of other types, one of each */
};

static const struct prey *prey_of(const struct obligation *o)
{
	for (size_t i = 0; i < sizeof(preys) / sizeof(*preys); i++)
		if (!strcmp(o->rule->id, preys[i].id) && o->verdict == VERDICT_UNPROVED)
			return &preys[i];
	return NULL;
}

/* Whether the quarry is still looked for where the hunt is. */
static bool is_wanted(const struct hunt *h, const struct quarry *q)
{
	if (!h->is_elsewhere)
		return !q->is_found;
	return q->is_found && !q->prey->is_sure && q->confirmed == h->voted;
}

static bool is_same(const struct quarry *q, const struct finding *f, const struct probe *p)
{
	if (loc_compare(&f->loc, &q->found.loc))
		return false;
	return !q->prey->is_by_return || p->ret == q->ret || p->ret - (wide)p->n == q->ret - q->n;
}

static void look(struct hunt *h, struct quarry *q, const struct probe *p)
{
	struct rule_output out = { .arena = h->arena,
				   .info = q->obligation->rule,
				   .attr = h->in->attr };

	rule_ask_run(&out, h->in, p);
	vec_for_each_ptr(struct finding, f, &out.findings) {
		if (!is_wanted(h, q))
			return;
		if (h->is_elsewhere) {
			q->confirmed += is_same(q, f, p);
			continue;
		}
		q->found = *f;
		if (!h->is_by_fault)
			q->found.witness = witness_of(h->arena, p, f);
		q->is_found = true;
		q->ret = p->ret;
		q->n = (wide)p->n;
	}
}

static bool see(void *ctx, const struct probe *p)
{
	struct hunt *h = ctx;
	bool is_enough = true;

	vec_for_each_ptr(struct quarry, q, &h->quarries) {
		if (is_wanted(h, q))
			look(h, q, p);
		is_enough &= !is_wanted(h, q);
	}
	return is_enough;
}

static bool is_any_wanted(const struct hunt *h)
{
	vec_for_each_ptr(const struct quarry, q, &h->quarries)
		if (is_wanted(h, q))
			return true;
	return false;
}

/* What was found has to be met in each of the other worlds that have a version. */
static void hunt_elsewhere(struct hunt *h, struct absint *x)
{
	const struct handler *store = h->in->store->handler;
	size_t driver = h->in->attr->driver;

	h->is_elsewhere = true;
	for (size_t i = 0; i < worlds && is_any_wanted(h); i++) {
		struct trials world = { 0 };

		if (!trials_elsewhere(x, h->in->show->handler, store, driver, other_worlds[i],
				      &world))
			continue;
		trials_probe(x, store, driver, &world, see, h);
		h->voted++;
	}
}

static bool is_confirmed(const struct hunt *h, const struct quarry *q)
{
	return q->prey->is_sure || h->is_by_fault || (h->voted && q->confirmed == h->voted);
}

static void bring_home(struct hunt *h, finding_list *findings)
{
	vec_for_each_ptr(struct quarry, q, &h->quarries) {
		if (!q->is_found || !is_confirmed(h, q))
			continue;
		q->obligation->verdict = VERDICT_VIOLATED;
		q->obligation->reason = q->found.message;
		q->obligation->loc = q->found.loc;
		*vec_push(h->arena, findings) = q->found;
	}
}

static void find_quarries(struct hunt *h, struct attr_report *report)
{
	vec_for_each_ptr(struct obligation, o, &report->obligations) {
		const struct prey *prey = prey_of(o);

		if (prey && (prey->is_by_fault || !h->is_by_fault) &&
		    (prey->is_sure || !h->is_of_types))
			*vec_push(h->arena, &h->quarries) =
				(struct quarry){ .prey = prey, .obligation = o };
	}
}

static void hunt_strings(struct hunt *h, struct absint *x)
{
	const struct rule_input *in = h->in;

	if (!h->quarries.n || !in->show || !in->store || !in->trials->version)
		return;
	trials_probe(x, in->store->handler, in->attr->driver, in->trials, see, h);
	hunt_elsewhere(h, x);
}

static void hunt_types(struct hunt *h, struct absint *x)
{
	const struct rule_input *in = h->in;

	if (h->quarries.n && in->show && in->store && in->trials->version)
		trials_probe_types(x, in->show->handler, in->store->handler, in->attr->driver,
				   in->trials, see, h);
}

static void hunt_faults(struct hunt *h, struct absint *x)
{
	const struct rule_input *in = h->in;

	if (h->quarries.n)
		trials_faults(x, in->show ? in->show->handler : NULL,
			      in->store ? in->store->handler : NULL, in->attr->driver, in->trials,
			      see, h);
}

void rules_hunt(struct arena *a, struct absint *x, const struct rule_input *in,
		struct attr_report *report, finding_list *findings)
{
	struct hunt strings = { .arena = a, .in = in };
	struct hunt types = { .arena = a, .in = in, .is_of_types = true };
	struct hunt faults = { .arena = a, .in = in, .is_by_fault = true };

	if (!in->trials)
		return;
	find_quarries(&strings, report);
	hunt_strings(&strings, x);
	bring_home(&strings, findings);
	find_quarries(&types, report);
	hunt_types(&types, x);
	bring_home(&types, findings);
	find_quarries(&faults, report);
	hunt_faults(&faults, x);
	bring_home(&faults, findings);
}
