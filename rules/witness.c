// SPDX-License-Identifier: MIT
/*
 * What to write to see a finding.
 *
 * A finding about store speaks of some path. To show it at work, store is run
 * on one string after the other, in a world of constants, and the rule is
 * asked again about that one run: if it finds the same at the same place, the
 * string is a witness. One that is not found says nothing against the finding.
 */
#include <string.h>

#include "base/wide.h"
#include "rules/rule.h"
#include "rules/table.h"

/* Rules that a single run can break. */
static const struct kind {
	const char *id;
	bool in_these_words; /* the words stand for what happens, so a run's must be the same */
} kinds[] = {
	{ "MV201", false }, { "MV202", true },	{ "MV205", false }, { "MV208", false },
	{ "MV209", true },  { "MV210", true },	{ "MV211", true },  { "MV212", true },
	{ "MV213", true },  { "MV215", true },	{ "MV216", true },  { "MV401", true },
	{ "MV402", true },  { "MV403", false },
};

struct witnessing {
	struct arena *arena;
	const struct rule_input *in;
	finding_list *findings;
	size_t first; /* of the attribute's findings */
};

static const struct kind *find_kind(const struct finding *f)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (!strcmp(kinds[i].id, f->rule->id))
			return &kinds[i];
	return NULL;
}

static bool is_wanting(const struct finding *f)
{
	return !f->witness && find_kind(f);
}

static bool is_same(const struct finding *f, const struct finding *again)
{
	return loc_compare(&again->loc, &f->loc) == 0 &&
	       (!find_kind(f)->in_these_words || !strcmp(again->message, f->message));
}

struct witness *witness_of(struct arena *a, const struct probe *p, const struct finding *f)
{
	struct witness *new = arena_new_of(a, struct witness);
	char number[WIDE_CHARS];
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add_escaped(&b, p->bytes, p->n, false);
	new->write = b.s;
	new->n = p->n;
	new->expect = !find_kind(f)->in_these_words || p->verdict == TRIAL_UNKNOWN ? f->message
		      : p->verdict == TRIAL_ACCEPTED
			      ? "accepted"
			      : arena_printf(a, "refused with %s", wide_format(p->ret, number));
	return new;
}

void rule_ask_run(struct rule_output *out, const struct rule_input *in, const struct probe *p)
{
	static const struct trials none = { .none = "this is one" };
	struct rule_input one = { .attr = in->attr, .trials = &none, .limits = in->limits };

	if (p->is_show)
		one.show = p->run;
	else
		one.store = p->run;
	rule_find(out->info->id)->check(out, &one);
}

/* A number that was cut is the own one again: what differs is accepted. */
static bool is_cut(const struct finding *f, const struct probe *p)
{
	return !strcmp(f->rule->id, "MV215") && p->wraps && p->verdict == TRIAL_ACCEPTED;
}

/* The rule of @f, asked about one run. */
static void ask_again(struct witnessing *w, struct finding *f, const struct probe *p)
{
	struct rule_output out = { .arena = w->arena, .info = f->rule, .attr = f->attr };

	if (is_cut(f, p)) {
		f->witness = witness_of(w->arena, p, f);
		return;
	}
	rule_ask_run(&out, w->in, p);
	vec_for_each_ptr(const struct finding, again, &out.findings)
		if (is_same(f, again))
			f->witness = witness_of(w->arena, p, again);
}

static bool see(void *ctx, const struct probe *p)
{
	struct witnessing *w = ctx;
	bool is_enough = true;

	for (size_t i = w->first; i < w->findings->n; i++) {
		struct finding *f = &w->findings->v[i];

		if (is_wanting(f))
			ask_again(w, f, p);
		is_enough &= !is_wanting(f);
	}
	return is_enough;
}

void rules_witness(struct arena *a, struct absint *x, const struct rule_input *in,
		   finding_list *findings, size_t first)
{
	struct witnessing w = { .arena = a, .in = in, .findings = findings, .first = first };
	bool any = false;

	for (size_t i = first; i < findings->n; i++)
		any |= is_wanting(&findings->v[i]);
	if (any && in->store && in->trials)
		trials_probe(x, in->store->handler, in->attr->driver, in->trials, see, &w);
}
