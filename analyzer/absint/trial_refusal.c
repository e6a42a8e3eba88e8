// SPDX-License-Identifier: MIT
/*
 * A trial in which store refused what show printed: is it the driver that does
 * so, or does a setting that no driver would have?
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "absint/trying.h"
#include "model/constants.h"

#define MAX_STORE_TRIES 24 /* runs to make store accept */

bool accepts(const struct round_trip *trip)
{
	return trip->own.verdict == TRIAL_ACCEPTED || trip->line.verdict == TRIAL_ACCEPTED;
}

struct run give_back(struct trying *t, struct round_trip *trip)
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
	same = r.verdict == TRIAL_ACCEPTED && shows_same(&r, show);
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

/*
 * The number at @place may be the length of the text that the driver keeps beside it:
 * with that, show prints the same, and store accepts it. It stays there, then.
 */
static bool repair_length(struct trying *t, struct round_trip *trip, const struct run *show,
			  uint32_t place)
{
	const struct place before = t->set->places.v[place];
	struct run r;

	if (before.use != USE_NUMBER)
		return false;
	setting_fix(t->set, place, (wide)trip->n);
	r = run_show(t);
	if (r.verdict == TRIAL_ACCEPTED && shows_same(&r, show)) {
		(void)give_back(t, trip);
		if (accepts(trip))
			return true;
	}
	t->set->places.v[place] = before;
	return false;
}

/* What decides nothing in show, read there or not, may be what store refuses by. */
void repair_store(struct trying *t, struct round_trip *trip, const struct run *show,
		  struct run store)
{
	int tries = 0;

	for (size_t i = store.trial.reads.n; i-- && tries < MAX_STORE_TRIES;) {
		uint32_t place = store.trial.reads.v[i];

		if (repair_length(t, trip, show, place))
			return;
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

/* The round trip of what show prints now; of nothing if that is no text to try. */
static struct round_trip trip_now(struct trying *t, bool repairs)
{
	struct round_trip trip = { 0 };
	struct run show = run_show(t), store;

	trip.n = show.verdict == TRIAL_ACCEPTED ? shown_text(&show, &trip.text) : 0;
	if (trip.n > MAX_VERSION)
		trip.n = 0;
	if (!trip.n)
		return trip;
	store = give_back(t, &trip);
	if (repairs && !accepts(&trip))
		repair_store(t, &trip, &show, store);
	return trip;
}

/* The same with the value numbered @k of those that tests single out. */
static struct round_trip trip_with(struct trying *t, uint32_t place, size_t k, bool repairs)
{
	set_alternative(t, place, k);
	return trip_now(t, repairs);
}

/* Whether one of the values that tests single out would have the round trip pass. */
static bool passes_with_another(struct trying *t, uint32_t place)
{
	const struct place before = t->set->places.v[place];
	bool passes = false;

	for (size_t k = 0; k < alternatives(t, place) && !passes; k++) {
		struct round_trip trip = trip_with(t, place, k, true);

		passes = accepts(&trip);
	}
	t->set->places.v[place] = before;
	return passes;
}

/*
 * Whether show fills up the number at @place with zeros: a format with more digits than
 * it needs is made for numbers as small as that.
 */
static bool is_padded(struct trying *t, const struct run *show, uint32_t place)
{
	const struct place *p = &t->set->places.v[place];
	const char *text, *end;
	size_t n = shown_text(show, &text);

	if (p->use != USE_NUMBER)
		return false;
	text = arena_strndup(t->arena, text, n);
	for (const char *at = text; (at = strchr(at, '0')); at = end) {
		bool begins = at == text || !isalnum((unsigned char)at[-1]);

		end = at + strspn(at, "0123456789");
		if (begins && end - at > 1 && strtoull(at, NULL, 10) == (uint64_t)p->read)
			return true;
		end = at + strspn(at, "0123456789abcdefABCDEF");
		if (begins && end - at > 1 && strtoull(at, NULL, 16) == (uint64_t)p->read)
			return true;
	}
	return false;
}

/*
 * Whether store may never ask for @place: it did not, and where its code names
 * the member that may be one of a local, into which it parses.
 */
static bool is_passed_over(struct trying *t, const struct run *show, const struct run *store,
			   uint32_t place)
{
	const char *key = t->set->places.v[place].key;

	if (has_read(&store->trial, place))
		return false;
	return !mentions(t, t->store, key) ||
	       (has_local_with(t, t->store, key) && !is_padded(t, show, place) &&
		passes_with_another(t, place));
}

static bool same_refusal(const struct run *a, const struct run *b)
{
	return a->verdict == TRIAL_REFUSED && b->verdict == TRIAL_REFUSED && a->ret == b->ret &&
	       a->outcome && b->outcome && !loc_compare(&a->outcome->origin, &b->outcome->origin);
}

/* The errno of what a device cannot do, whatever the text says. */
static bool says_cannot(const struct run *store)
{
	const char *name = constant_errno_name(-store->ret);

	return name && !strcmp(name, "EOPNOTSUPP");
}

/*
 * Whether store refuses for what the driver has in @place, whatever is
 * written: what passes where that is another is refused here, for the same
 * reason. A driver may see to it that this is never so where show succeeds.
 */
static bool refuses_for_itself(struct trying *t, const struct run *store, uint32_t place)
{
	const struct place before = t->set->places.v[place];
	bool is_so = false;

	if (before.use != USE_NUMBER || !has_read(&store->trial, place) || !says_cannot(store))
		return false;
	for (size_t k = 0; k < alternatives(t, place) && !is_so; k++) {
		struct round_trip trip = trip_with(t, place, k, false);
		struct run other;

		t->set->places.v[place] = before;
		if (!accepts(&trip))
			continue;
		other = run_store(t, trip.text, trip.n);
		is_so = same_refusal(store, &other);
	}
	return is_so;
}

enum way_back { PRINTS_NOTHING, COMES_BACK, IS_REFUSED, WAYS_BACK };

static enum way_back way_back(struct trying *t)
{
	struct round_trip trip = trip_now(t, false);

	return !trip.n ? PRINTS_NOTHING : accepts(&trip) ? COMES_BACK : IS_REFUSED;
}

static enum way_back way_back_with(struct trying *t, uint32_t place, wide v)
{
	setting_fix(t->set, place, v);
	return way_back(t);
}

/* Two neighbours between @v[COMES_BACK] and @v[IS_REFUSED], which are not negative. */
static bool find_limit(struct trying *t, uint32_t place, wide *v)
{
	while (v[COMES_BACK] - v[IS_REFUSED] > 1 || v[IS_REFUSED] - v[COMES_BACK] > 1) {
		wide between = (v[COMES_BACK] + v[IS_REFUSED]) / 2;
		enum way_back way = way_back_with(t, place, between);

		if (way == PRINTS_NOTHING)
			return false;
		v[way] = between;
	}
	return true;
}

/* Up to 7 and 9, a number looks the same in another base. */
static bool is_digits_end(const wide *v)
{
	wide less = v[COMES_BACK] < v[IS_REFUSED] ? v[COMES_BACK] : v[IS_REFUSED];

	return less == 7 || less == 9;
}

/* Whether all on the one side come back, and none on the other, as far as some can tell. */
static bool is_half_line(struct trying *t, uint32_t place, const wide *v)
{
	static const wide steps[] = { 1, 2, 5, 11 };
	wide up = v[COMES_BACK] - v[IS_REFUSED];

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		wide in = v[COMES_BACK] + steps[i] * up, out = v[IS_REFUSED] - steps[i] * up;

		if ((in >= 0 && way_back_with(t, place, in) == IS_REFUSED) ||
		    (out >= 0 && way_back_with(t, place, out) == COMES_BACK))
			return false;
	}
	return true;
}

/* Whether another number of the run is @v. */
static bool is_another(const struct trying *t, const struct run *r, uint32_t place, wide v)
{
	const struct range any = range_of(0, UINT32_MAX);

	vec_for_each_ptr(const uint32_t, other, &r->trial.reads)
		if (*other != place && t->set->places.v[*other].use == USE_NUMBER &&
		    setting_number(t->set, *other, &any) == v)
			return true;
	return false;
}

/* What may keep a number of the driver's to those that come back. */
static bool is_limit(struct trying *t, const struct run *show, uint32_t place, const wide *v)
{
	bool is_asked = is_tested(t, v[COMES_BACK]) && is_tested(t, v[IS_REFUSED]);
	bool is_relation = is_another(t, show, place, v[COMES_BACK]) ||
			   is_another(t, show, place, v[IS_REFUSED]);

	return (is_asked || is_relation) && !is_digits_end(v) && is_half_line(t, place, v);
}

/*
 * Whether the numbers that come back and those that are refused meet where a test
 * of the driver's has its limit, or where another of its numbers is: then it may
 * see to it that the number keeps to that.
 */
static bool has_limit(struct trying *t, const struct run *show, uint32_t place)
{
	const struct place before = t->set->places.v[place];
	wide v[WAYS_BACK] = { -1, -1, -1 };
	size_t n = alternatives(t, place);
	bool is_found;

	if (before.use != USE_NUMBER)
		return false;
	for (size_t k = 0; k < n && (v[COMES_BACK] < 0 || v[IS_REFUSED] < 0); k++) {
		wide other = number_alternative(t, k, n);

		v[way_back_with(t, place, other)] = other;
	}
	is_found = v[COMES_BACK] >= 0 && v[IS_REFUSED] >= 0 && find_limit(t, place, v) &&
		   is_limit(t, show, place, v);
	t->set->places.v[place] = before;
	return is_found;
}

#define SOME_CHARS 3 /* of a text, which may be cut to its array */

/* Whether what show printed has a text of the driver's in it, as it is. */
static bool prints_text(struct trying *t, const struct run *show)
{
	const char *shown = arena_strndup(t->arena, show->trial.shown, show->trial.nshown);

	vec_for_each_ptr(const uint32_t, place, &show->trial.reads) {
		const struct place *p = &t->set->places.v[*place];
		size_t head = setting_is_name(p) ? strlen(SETTING_NAME) : 0;
		const char *text = setting_text(t->set, *place, head + SOME_CHARS + 1);

		if (p->use == USE_TEXT && strlen(text) > head && strstr(shown, text + head))
			return true;
	}
	return false;
}

/* Whether texts of another shape come back. */
static bool has_shape(struct trying *t, const struct run *show)
{
	const enum text_shape before = t->set->shape;
	bool is_found = false;

	if (!prints_text(t, show))
		return false;
	for (enum text_shape s = 0; s < SHAPE_NR && !is_found; s++) {
		t->set->shape = s;
		is_found = s != before && way_back(t) == COMES_BACK;
	}
	t->set->shape = before;
	return is_found;
}

static bool reads_text(const struct trying *t, const struct run *r)
{
	vec_for_each_ptr(const uint32_t, place, &r->trial.reads)
		if (t->set->places.v[*place].use == USE_TEXT)
			return true;
	return false;
}

static bool is_length(struct trying *t, const struct run *show, uint32_t place)
{
	const struct place before = t->set->places.v[place];
	struct round_trip trip = { 0 };
	bool is_so;

	trip.n = shown_text(show, &trip.text);
	is_so = repair_length(t, &trip, show, place);
	t->set->places.v[place] = before;
	return is_so;
}

/*
 * A driver keeps its data in order: a text that it printed from numbers once,
 * a number that is never out of a range. So show and store must look at the
 * same places for their disagreement to be certain.
 */
const char *refusal_doubt(struct trying *t, const struct run *show, const struct run *store)
{
	/* that show writes NULs is found elsewhere (MV106), if it really does */
	if (memchr(show->trial.shown, '\0', show->trial.nshown) && reads_text(t, show))
		return "it ends before what show printed does: a length and a text that the driver "
		       "keeps need not fit each other in a trial";
	if (has_shape(t, show))
		return "the driver may keep to texts of one kind, which store accepts";
	for (size_t i = 0; i < store->trial.reads.n; i++) {
		uint32_t place = store->trial.reads.v[i];

		if (t->set->places.v[place].use != USE_POINTER && !has_read(&show->trial, place))
			return arena_printf(t->arena, "store also looks at '%s'",
					    t->set->places.v[place].key);
		if (is_length(t, show, place))
			return arena_printf(t->arena, "'%s' may be the length of a text",
					    t->set->places.v[place].key);
	}
	for (size_t i = 0; i < show->trial.reads.n; i++) {
		uint32_t place = show->trial.reads.v[i];

		/* what a pointer leads to is a place of its own */
		if (t->set->places.v[place].use != USE_POINTER && is_printed(t, show, place) &&
		    is_passed_over(t, show, store, place))
			return arena_printf(t->arena,
					    "show prints '%s', which store does not look at",
					    t->set->places.v[place].key);
		if (has_limit(t, show, place))
			return arena_printf(t->arena,
					    "it depends on '%s', which may keep to what the driver "
					    "asks of it",
					    t->set->places.v[place].key);
		if (refuses_for_itself(t, store, place))
			return arena_printf(t->arena,
					    "with this '%s' store refuses other texts, too",
					    t->set->places.v[place].key);
	}
	return NULL;
}
