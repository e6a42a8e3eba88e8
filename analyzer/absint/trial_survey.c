// SPDX-License-Identifier: MIT
/*
 * Other settings around one in which store accepts what show prints.
 *
 * In each of them, either show prints something, and store should accept it
 * (MV301), or show fails, and store should refuse what it accepted before
 * (MV302). The settings are: all places least, all greatest, texts long, texts
 * with a blank; and each place that show read by itself with another value: 0,
 * 1, NULL, nothing, and the numbers around those that the driver's tests single
 * out. What goes well in all of them is taken to go well in any.
 */
#include <string.h>

#include "absint/trying.h"

#define MAX_SETTINGS 64

struct surveying {
	struct trying *t;
	size_t nsettings;
	VEC(const char *) seen; /* texts that store has accepted */
};

static const char *quoted(struct trying *t, const char *bytes, size_t n)
{
	struct strbuf b;

	strbuf_init(&b, t->arena);
	strbuf_add_escaped(&b, bytes, n, false);
	return b.s;
}

static bool has_seen(const struct surveying *v, const char *text)
{
	for (size_t i = 0; i < v->seen.n; i++)
		if (!strcmp(v->seen.v[i], text))
			return true;
	return false;
}

/* show prints something: will store have it? */
static void check_text(struct surveying *v, const struct run *show, const char *when)
{
	struct trying *t = v->t;
	const char *shown, *text;
	size_t n = shown_text(show, &shown);
	struct run line, own;

	text = arena_strndup(t->arena, shown, n);
	if (has_seen(v, text))
		return;
	line = run_store(t, joined(t, text, n, "\n", 1), n + 1);
	own = line.verdict == TRIAL_ACCEPTED ? line : run_store(t, text, n);
	if (own.verdict == TRIAL_ACCEPTED) {
		*vec_push(t->arena, &v->seen) = text;
		return;
	}
	if (t->out->round_trip_doubt)
		return;
	t->out->round_trip_doubt =
		own.verdict == TRIAL_REFUSED
			? arena_printf(t->arena, "store refuses \"%s\", which show prints when %s",
				       quoted(t, text, n), when)
			: arena_printf(t->arena, "whether store accepts \"%s\" is not known: %s",
				       quoted(t, text, n), own.why);
}

/* show fails: does store accept the version that it showed otherwise? */
static void check_refusal(struct surveying *v, const struct run *show, const char *when,
			  bool is_likely)
{
	struct trying *t = v->t;
	struct trials *o = t->out;
	const char *end = trials_first(o, TRIAL_LINE, TRIAL_ACCEPTED) ? "\n" : "";
	struct run store = run_store(t, joined(t, o->version, o->nversion, end, strlen(end)),
				     o->nversion + strlen(end));
	struct unsupported *u;

	o->nfailing++;
	if (store.verdict == TRIAL_ACCEPTED && is_likely) {
		u = vec_push(t->arena, &o->unsupported);
		u->when = when;
		u->show_ret = show->ret;
		u->store = result_of(TRIAL_OWN, &store);
	} else if (store.verdict != TRIAL_REFUSED && !o->unsupported_doubt) {
		o->unsupported_doubt = arena_printf(
			t->arena,
			store.verdict == TRIAL_ACCEPTED
				? "store accepts where show fails, when %s"
				: "what store does where show fails is not known, when %s",
			when);
	}
}

static void look(struct surveying *v, const char *when, bool is_flip, bool is_likely)
{
	struct run show;

	if (v->nsettings++ >= MAX_SETTINGS) {
		v->t->out->round_trip_doubt = v->t->out->unsupported_doubt =
			"there are more settings than were tried";
		return;
	}
	show = run_show(v->t);
	if (show.verdict == TRIAL_ACCEPTED)
		check_text(v, &show, when);
	else if (show.verdict == TRIAL_REFUSED && is_flip)
		check_refusal(v, &show, when, is_likely);
}

static const char *describe(struct trying *t, const struct place *p)
{
	char number[WIDE_CHARS];

	return p->use == USE_NUMBER
		       ? arena_printf(t->arena, "'%s' is %s", p->key, wide_format(p->fixed, number))
	       : p->use == USE_POINTER
		       ? arena_printf(t->arena, "'%s' is NULL", p->key)
		       : arena_printf(t->arena, "'%s' is \"%s\"", p->key, p->text ? p->text : "");
}

/*
 * Whether a driver must expect the alternative @i: a flag may be set or not,
 * memory is zeroed at first, an optional object absent. A number out of the
 * range that a test asks for may never occur, nor may it that a lookup finds
 * nothing (the driver's own data, before probe has finished).
 */
static bool may_happen(const struct place *p, size_t i)
{
	return p->use == USE_NUMBER ? i < 2 : p->key[strlen(p->key) - 1] != ')';
}

static void flip(struct surveying *v, uint32_t place)
{
	struct trying *t = v->t;
	const struct place before = t->set->places.v[place];

	for (size_t i = 0; i < alternatives(t, place); i++) {
		set_alternative(t, place, i);
		look(v, describe(t, &t->set->places.v[place]), true, may_happen(&before, i));
	}
	t->set->places.v[place] = before;
}

void survey(struct trying *t, const struct trial *show)
{
	/* a switch or a state first: it says best why show fails */
	static const enum place_use order[] = { USE_NUMBER, USE_POINTER, USE_TEXT };
	const enum setting_values before = t->set->values;
	struct surveying v = { .t = t };

	for (enum setting_values s = 0; s < SETTING_NR; s++) {
		t->set->values = s;
		look(&v, setting_told(s), false, false);
	}
	t->set->values = before;
	for (size_t k = 0; k < sizeof(order) / sizeof(*order); k++)
		for (size_t i = 0; i < show->reads.n; i++)
			if (t->set->places.v[show->reads.v[i]].use == order[k])
				flip(&v, show->reads.v[i]);
	t->out->nsurvey = v.seen.n;
}
