// SPDX-License-Identifier: MIT
/*
 * Findings that a run meets where the analysis had to give up.
 *
 * A store that is too intricate to be followed is still run on one string after
 * the other, in a world of constants. What goes wrong there goes wrong in
 * fact, unless the world is to blame: the numbers that a driver keeps were made
 * up. So most of it has to go wrong twice, with numbers of some size and with
 * zeroes.
 */
#include <string.h>

#include "rules/rule.h"

/*
 * Rules that one run of store can break. An index or a size may be wrong only
 * because the numbers that a driver keeps are; what is returned and what is
 * written to hardly so.
 */
static const struct prey {
	const char *id;
	bool is_doubted; /* to be met in a world of zeroes, too */
} prey[] = {
	{ "MV201", false }, { "MV205", true },	{ "MV208", true }, { "MV209", false },
	{ "MV212", true },  { "MV216", false }, { "MV401", true }, { "MV403", true },
};

struct quarry {
	const struct prey *prey;
	struct obligation *obligation;
	struct finding found;
	bool is_found, is_confirmed;
};

struct hunt {
	struct arena *arena;
	const struct rule_input *in;
	VEC(struct quarry) quarries;
	bool is_second; /* findings have been met and are to be confirmed */
};

static const struct prey *prey_of(const struct obligation *o)
{
	for (size_t i = 0; i < sizeof(prey) / sizeof(*prey); i++)
		if (!strcmp(o->rule->id, prey[i].id) && o->verdict == VERDICT_UNPROVED)
			return &prey[i];
	return NULL;
}

static void look(struct hunt *h, struct quarry *q, const struct probe *p)
{
	struct rule_output out = { .arena = h->arena,
				   .info = q->obligation->rule,
				   .attr = h->in->attr };

	rule_ask_run(&out, h->in, p);
	vec_for_each_ptr(struct finding, f, &out.findings) {
		if (h->is_second) {
			q->is_confirmed |= !loc_compare(&f->loc, &q->found.loc);
		} else if (!q->is_found) {
			q->found = *f;
			q->found.witness = witness_of(h->arena, p, f);
			q->is_found = true;
			q->is_confirmed = !q->prey->is_doubted;
		}
	}
}

static bool see(void *ctx, const struct probe *p)
{
	struct hunt *h = ctx;
	bool is_enough = true;

	vec_for_each_ptr(struct quarry, q, &h->quarries) {
		if (h->is_second ? q->is_found && !q->is_confirmed : !q->is_found)
			look(h, q, p);
		is_enough &= h->is_second ? !q->is_found || q->is_confirmed : q->is_found;
	}
	return is_enough;
}

static bool is_any_doubted(const struct hunt *h)
{
	vec_for_each_ptr(const struct quarry, q, &h->quarries)
		if (q->is_found && !q->is_confirmed)
			return true;
	return false;
}

static void bring_home(struct hunt *h, finding_list *findings)
{
	vec_for_each_ptr(struct quarry, q, &h->quarries) {
		if (!q->is_confirmed)
			continue;
		q->obligation->verdict = VERDICT_VIOLATED;
		q->obligation->reason = q->found.message;
		q->obligation->loc = q->found.loc;
		*vec_push(h->arena, findings) = q->found;
	}
}

void rules_hunt(struct arena *a, struct absint *x, const struct rule_input *in,
		struct attr_report *report, finding_list *findings)
{
	struct hunt h = { .arena = a, .in = in };
	struct trials zeroes = { 0 };
	size_t driver = in->attr->driver;

	if (!in->show || !in->store || !in->trials || !in->trials->version)
		return;
	vec_for_each_ptr(struct obligation, o, &report->obligations)
		if (prey_of(o))
			*vec_push(a, &h.quarries) =
				(struct quarry){ .prey = prey_of(o), .obligation = o };
	if (!h.quarries.n)
		return;
	trials_probe(x, in->store->handler, driver, in->trials, see, &h);
	h.is_second = true;
	if (is_any_doubted(&h) && trials_elsewhere(x, in->show->handler, in->store->handler, driver,
						   SETTING_ZERO, &zeroes))
		trials_probe(x, in->store->handler, driver, &zeroes, see, &h);
	bring_home(&h, findings);
}
