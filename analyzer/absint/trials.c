// SPDX-License-Identifier: MIT
/*
 * Which trials are run.
 *
 * First a setting is looked for in which show succeeds: where it fails, the
 * place it read last is to blame, and gets the values that tests in the driver
 * single out, one after the other. What show then prints is the own version v.
 * If store takes v (with or without a newline), strings made from it are tried.
 * If it doesn't, because it asks for something that show doesn't, that gets
 * other values, too. Without a show, a string that store compares with may be
 * such a v.
 *
 * Last comes a survey of other settings (trial_survey.c).
 *
 * Limits: what the setting has at places of one type is the same everywhere.
 */
#include <string.h>

#include "absint/trying.h"

#define MAX_REPAIRS	40 /* runs to make show succeed */
#define MAX_STORE_TRIES 24 /* runs to make store accept */

/* ---- a setting in which show succeeds ---- */

/* The place read last of those that have values left to try; false if there is none. */
static bool blame(const struct trying *t, const struct trial *tr, const size_t *used,
		  uint32_t *place)
{
	for (size_t i = tr->reads.n; i--;)
		if (used[tr->reads.v[i] % 64] < alternatives(t, tr->reads.v[i])) {
			*place = tr->reads.v[i];
			return true;
		}
	return false;
}

struct run repair_show(struct trying *t, struct run r)
{
	size_t used[64] = { 0 };
	uint32_t place;

	for (int i = 0; i < MAX_REPAIRS && r.verdict != TRIAL_ACCEPTED; i++) {
		size_t *n;

		if (!blame(t, &r.trial, used, &place))
			break;
		n = &used[place % 64];
		set_alternative(t, place, (*n)++);
		r = run_show(t);
		if (r.verdict != TRIAL_ACCEPTED && *n == alternatives(t, place))
			setting_release(t->set, place);
	}
	return r;
}

/* ---- a setting in which store accepts what show prints ---- */

static struct round_trip *new_trip(struct trying *t, const struct run *show)
{
	struct round_trip *trip = vec_push(t->arena, &t->out->round_trips);

	trip->n = shown_text(show, &trip->text);
	return trip;
}

static bool accepts(const struct round_trip *trip)
{
	return trip->own.verdict == TRIAL_ACCEPTED || trip->line.verdict == TRIAL_ACCEPTED;
}

static struct run give_back(struct trying *t, struct round_trip *trip)
{
	struct run own = run_store(t, trip->text, trip->n), line;

	line = run_store(t, joined(t, trip->text, trip->n, "\n", 1), trip->n + 1);
	trip->own = result_of(TRIAL_OWN, &own);
	trip->line = result_of(TRIAL_LINE, &line);
	return own;
}

/* Whether what show prints depends on @place: then it changes when that changes. */
static bool is_printed(struct trying *t, const struct run *show, uint32_t place)
{
	const struct place before = t->set->places.v[place];
	struct run r;
	bool same;

	setting_fix(t->set, place,
		    before.use != USE_NUMBER ? 0
		    : before.is_fixed	     ? !before.fixed
					     : 91);
	r = run_show(t);
	same = r.verdict == TRIAL_ACCEPTED && r.trial.nshown == show->trial.nshown &&
	       !memcmp(r.trial.shown, show->trial.shown, r.trial.nshown);
	t->set->places.v[place] = before;
	return !same;
}

/* A limit that store refuses by: the values of tests, then one that little exceeds. */
static bool set_limit(struct trying *t, uint32_t place, size_t k)
{
	size_t n = alternatives(t, place);

	if (k < n)
		set_alternative(t, place, k);
	else if (k == n && t->set->places.v[place].use == USE_NUMBER)
		setting_fix(t->set, place, INT32_MAX);
	else
		return false;
	return true;
}

/* What decides nothing in show, read there or not, may be what store refuses by. */
static void repair_store(struct trying *t, struct round_trip *trip, const struct run *show,
			 struct run store)
{
	int tries = 0;

	for (size_t i = store.trial.reads.n; i-- && tries < MAX_STORE_TRIES;) {
		uint32_t place = store.trial.reads.v[i];

		if (has_read(&show->trial, place) && is_printed(t, show, place))
			continue;
		for (size_t k = 0; tries < MAX_STORE_TRIES && set_limit(t, place, k); k++) {
			tries++;
			(void)give_back(t, trip);
			if (accepts(trip))
				return;
		}
		setting_release(t->set, place);
	}
	if (tries)
		(void)give_back(t, trip);
}

/* ---- why a refusal may not happen in a real driver ---- */

/* Whether one of the values that tests single out would have the round trip pass. */
static bool passes_with_another(struct trying *t, uint32_t place)
{
	const struct place before = t->set->places.v[place];
	struct round_trip trip = { 0 };

	for (size_t k = 0; k < alternatives(t, place) && !accepts(&trip); k++) {
		struct run show;

		set_alternative(t, place, k);
		show = run_show(t);
		trip.n = show.verdict == TRIAL_ACCEPTED ? shown_text(&show, &trip.text) : 0;
		if (trip.n && trip.n <= MAX_VERSION)
			repair_store(t, &trip, &show, give_back(t, &trip));
	}
	t->set->places.v[place] = before;
	return accepts(&trip);
}

/*
 * Whether store may never ask for @place: it did not, and where its code names
 * the member that may be one of a local, into which it parses.
 */
static bool is_passed_over(struct trying *t, const struct run *store, uint32_t place)
{
	const char *key = t->set->places.v[place].key;

	if (has_read(&store->trial, place))
		return false;
	return !mentions(t, t->store, key) ||
	       (has_local_with(t, t->store, key) && passes_with_another(t, place));
}

/*
 * A driver keeps its data in order: a text that it printed from numbers once,
 * a number that is never out of a range. So show and store must look at the
 * same places for their disagreement to be certain.
 */
const char *refusal_doubt(struct trying *t, const struct run *show, const struct run *store)
{
	const struct place *places = t->set->places.v;

	for (size_t i = 0; i < store->trial.reads.n; i++)
		if (places[store->trial.reads.v[i]].use != USE_POINTER &&
		    !has_read(&show->trial, store->trial.reads.v[i]))
			return arena_printf(t->arena, "store also looks at '%s'",
					    places[store->trial.reads.v[i]].key);
	for (size_t i = 0; i < show->trial.reads.n; i++) {
		uint32_t place = show->trial.reads.v[i];

		/* what a pointer leads to is a place of its own */
		if (places[place].use != USE_POINTER && is_printed(t, show, place) &&
		    is_passed_over(t, store, place))
			return arena_printf(t->arena,
					    "show prints '%s', which store does not look at",
					    places[place].key);
	}
	return NULL;
}

/* show's text goes to store; returns whether that accepts it. */
static bool round_trip(struct trying *t, const struct run *show)
{
	struct round_trip *trip = new_trip(t, show);
	struct run store;

	if (!trip->n || trip->n > MAX_VERSION) {
		t->out->round_trips.n--;
		return false;
	}
	store = give_back(t, trip);
	if (accepts(trip)) {
		t->out->is_closed = !show->trial.reads.n && !store.trial.reads.n;
		return true;
	}
	repair_store(t, trip, show, store);
	if (accepts(trip))
		return true;
	if (trip->own.verdict == TRIAL_REFUSED && trip->line.verdict == TRIAL_REFUSED)
		trip->doubt = refusal_doubt(t, show, &store);
	return false;
}

/* ---- all of it ---- */

static void use_version(struct trying *t, const struct round_trip *trip)
{
	t->out->values = t->set->values;
	t->out->version = trip->text;
	t->out->nversion = trip->n;
	t->out->is_shown = true;
}

/* Sets the version if one that show prints is accepted; returns the run of show that did. */
static struct run try_show(struct trying *t)
{
	struct run r = run_show(t), large;

	r = repair_show(t, r);
	if (r.verdict != TRIAL_ACCEPTED)
		return r;
	if (round_trip(t, &r))
		use_version(t, &t->out->round_trips.v[t->out->round_trips.n - 1]);
	t->set->values = SETTING_LARGE;
	large = run_show(t);
	if (large.verdict == TRIAL_ACCEPTED && round_trip(t, &large)) {
		use_version(t, &t->out->round_trips.v[t->out->round_trips.n - 1]);
		return large;
	}
	t->set->values = SETTING_SMALL;
	return r;
}

static void try_all(struct trying *t)
{
	struct run show = { 0 };

	t->set->values = SETTING_SMALL;
	if (t->show)
		show = try_show(t);
	if (!t->out->version && !find_candidate(t)) {
		t->out->none =
			t->show && show.verdict != TRIAL_ACCEPTED && show.why
				? arena_printf(t->arena, "no version to try: show, %s", show.why)
				: "no version that store accepts was found";
		return;
	}
	try_strings(t);
	if (t->out->is_shown)
		survey(t, &show.trial);
}

const struct trials *trials_new(struct absint *x, const struct handler *show,
				const struct handler *store, size_t driver)
{
	struct trying t = { .x = x,
			    .arena = absint_arena(x),
			    .set = absint_setting(x, driver),
			    .show = show,
			    .store = store };

	t.out = arena_new_of(t.arena, struct trials);
	if (!store) {
		t.out->none = "there is no store to try";
		return t.out;
	}
	if (show)
		find_constants(&t, show);
	find_constants(&t, store);
	try_all(&t);
	return t.out;
}

const struct trial_result *trials_first(const struct trials *t, enum trial_input input,
					enum trial_verdict verdict)
{
	vec_for_each_ptr(const struct trial_result, r, &t->results)
		if (r->input == input && r->verdict == verdict)
			return r;
	return NULL;
}
