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

#define MAX_REPAIRS 40 /* runs to make show succeed */
#define MAX_OTHERS  6  /* numbers that one place is made equal to */

/* ---- a setting in which show succeeds ---- */

/* The numbers that @tr read besides @place: two that are compared may have to be one. */
static size_t other_numbers(const struct trying *t, const struct trial *tr, uint32_t place,
			    wide *number, size_t max)
{
	size_t n = 0;

	if (t->set->places.v[place].use != USE_NUMBER)
		return 0;
	for (size_t i = 0; i < tr->reads.n && n < max; i++) {
		const struct place *p = &t->set->places.v[tr->reads.v[i]];

		if (tr->reads.v[i] != place && p->use == USE_NUMBER)
			number[n++] = p->read;
	}
	return n;
}

/* Gives @place the value numbered @i of those that may let show succeed; false if there is none. */
static bool set_repair(struct trying *t, const struct trial *tr, uint32_t place, size_t i)
{
	wide others[MAX_OTHERS];
	size_t n = alternatives(t, place);

	if (i < n) {
		set_alternative(t, place, i);
		return true;
	}
	if (i - n >= other_numbers(t, tr, place, others, MAX_OTHERS))
		return false;
	setting_fix(t->set, place, others[i - n]);
	return true;
}

/* The place read last of those that have values left to try gets the next one; false: none has. */
static bool repair(struct trying *t, const struct trial *tr, size_t *used)
{
	for (size_t i = tr->reads.n; i--;) {
		uint32_t place = tr->reads.v[i];

		if (set_repair(t, tr, place, used[place % 64])) {
			used[place % 64]++;
			return true;
		}
		setting_release(t->set, place);
	}
	return false;
}

struct run repair_show(struct trying *t, struct run r)
{
	size_t used[64] = { 0 };

	for (int i = 0; i < MAX_REPAIRS && r.verdict != TRIAL_ACCEPTED; i++) {
		if (!repair(t, &r.trial, used))
			break;
		r = run_show(t);
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
	t->out->shape = t->set->shape;
	t->out->version = trip->text;
	t->out->nversion = trip->n;
	t->out->is_shown = true;
}

/*
 * Where the driver may keep to texts of one shape, to numbers above some other one,
 * or to none that is less than another.
 */
static bool try_others(struct trying *t, const struct run *first, struct run *show)
{
	static const struct {
		enum setting_values values;
		enum text_shape shape;
	} others[] = {
		{ SETTING_SMALL, SHAPE_HEX },	  { SETTING_SMALL, SHAPE_DIGITS },
		{ SETTING_SMALL, SHAPE_LOWER },	  { SETTING_ONE, SHAPE_WORD },
		{ SETTING_GREATEST, SHAPE_WORD },
	};

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		size_t n = t->out->round_trips.n;

		t->set->values = others[i].values;
		t->set->shape = others[i].shape;
		*show = run_show(t);
		if (show->verdict != TRIAL_ACCEPTED || shows_same(first, show))
			continue;
		if (round_trip(t, show)) {
			use_version(t, &t->out->round_trips.v[n]);
			return true;
		}
		t->out->round_trips.n = n; /* to be refused here says nothing: it was worth a try */
	}
	return false;
}

/* Sets the version if one that show prints is accepted; returns the run of show that did. */
static struct run try_show(struct trying *t)
{
	struct run r = run_show(t), other;
	struct places before;

	r = repair_show(t, r);
	if (r.verdict != TRIAL_ACCEPTED)
		return r;
	if (round_trip(t, &r))
		use_version(t, &t->out->round_trips.v[t->out->round_trips.n - 1]);
	before = places_now(t);
	t->set->values = SETTING_LARGE;
	other = run_show(t);
	if (other.verdict == TRIAL_ACCEPTED && round_trip(t, &other)) {
		use_version(t, &t->out->round_trips.v[t->out->round_trips.n - 1]);
		return other;
	}
	places_restore(t, &before); /* what was tried in vain for this one is no use to the first */
	if (!t->out->version && try_others(t, &r, &other))
		return other;
	t->set->values = SETTING_SMALL;
	t->set->shape = SHAPE_WORD;
	return r;
}

static void try_all(struct trying *t)
{
	struct run show = { 0 };

	t->set->values = SETTING_SMALL;
	t->set->shape = SHAPE_WORD;
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

bool trials_elsewhere(struct absint *x, const struct handler *show, const struct handler *store,
		      size_t driver, enum setting_values values, struct trials *out)
{
	struct trying t = { .x = x,
			    .arena = absint_arena(x),
			    .set = absint_setting(x, driver),
			    .show = show,
			    .store = store,
			    .out = out };
	struct round_trip trip = { 0 };
	struct run r;

	t.set->values = values;
	r = run_show(&t);
	trip.n = r.verdict == TRIAL_ACCEPTED ? shown_text(&r, &trip.text) : 0;
	if (!trip.n || trip.n > MAX_VERSION)
		return false;
	(void)give_back(&t, &trip);
	if (!accepts(&trip))
		return false;
	use_version(&t, &trip);
	try_strings(&t);
	return true;
}

static bool is_answer_of(const struct outcome *o, const struct trial_result *r)
{
	return range_contains(&o->ret, r->ret) && !loc_compare(&o->loc, &r->left);
}

static bool is_foreseen(const struct handler_summary *store, const struct trial_result *r)
{
	vec_for_each_ptr(const struct outcome, o, &store->outcomes)
		if (is_answer_of(o, r))
			return true;
	return false;
}

const char *trials_contradict(struct arena *a, const struct trials *t,
			      const struct handler_summary *store)
{
	vec_for_each_ptr(const struct trial_result, r, &t->results) {
		struct strbuf b;

		if (r->verdict == TRIAL_UNKNOWN || !r->returns || is_foreseen(store, r))
			continue;
		strbuf_init(&b, a);
		strbuf_add_escaped(&b, r->bytes, r->n, false);
		return b.s;
	}
	return NULL;
}

const struct trial_result *trials_first(const struct trials *t, enum trial_input input,
					enum trial_verdict verdict)
{
	vec_for_each_ptr(const struct trial_result, r, &t->results)
		if (r->input == input && r->verdict == verdict)
			return r;
	return NULL;
}
