// SPDX-License-Identifier: MIT
/*
 * Other settings around one in which store accepts what show prints.
 *
 * In each of them, either show prints something, and store should accept it
 * (MV301), or show fails, and store should refuse what it accepted before
 * (MV302). The settings are: all places least, all greatest, texts long, texts
 * with a blank; and each place that show read by itself with another value: 0,
 * 1, NULL, nothing, and the numbers around those that the driver's tests single
 * out; and a number 0, or with a flag less, along with another version. Names of types
 * come first: there is a limit to what is tried. What goes well in all of them is
 * taken to go well in any.
 */
#include <ctype.h>
#include <string.h>

#include "absint/trying.h"
#include "model/constants.h"

#define MAX_SETTINGS 64

struct surveying {
	struct trying *t;
	size_t nsettings, nfields, nversions, npairs; /* looked at so far */
	size_t nretried;			      /* of those below, by retry_strings() */
	VEC(const char *) seen;			      /* texts that store has accepted */
};

/* One place with another value. */
struct flip {
	uint32_t place;
	bool may_happen;
	wide was, is; /* a field of its number, if they differ */
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

#define FULL_DIGITS 5 /* 65535: a number of 16 bits may well be as great as it can be */

/* Whether the driver itself lets a number that show read be @number. */
static bool is_let_be(const struct surveying *v, const struct run *show, const char *number,
		      size_t digits)
{
	vec_for_each_ptr(const uint32_t, i, &show->trial.reads) {
		const struct place *p = &v->t->set->places.v[*i];
		char own[WIDE_CHARS];

		if (p->use != USE_NUMBER || !p->is_limited)
			continue;
		wide_format(p->read, own);
		if (strlen(own) == digits && !strncmp(number, own, digits))
			return true;
	}
	return false;
}

/* Whether all numbers of @text may well be so great. "-1" may be all the bits of a longer one. */
static bool has_likely_numbers(const struct surveying *v, const struct run *show, const char *text)
{
	size_t digits;

	for (; *text; text += digits + !digits) {
		digits = strspn(text, "0123456789");
		if (!strncmp(text, "-1", 2) && !isdigit((unsigned char)text[2]))
			return false;
		if (digits > FULL_DIGITS && !is_let_be(v, show, text, digits))
			return false;
	}
	return true;
}

static bool reads_element(const struct surveying *v, const struct run *r)
{
	vec_for_each_ptr(const uint32_t, place, &r->trial.reads)
		if (v->t->set->places.v[*place].is_element)
			return true;
	return false;
}

static bool is_plain(const char *text)
{
	while (isprint((unsigned char)*text))
		text++;
	return !*text;
}

/* The buffer that store makes its own version in is too small for this one, say. */
static bool is_refused_for_certain(struct surveying *v, const struct run *show,
				   const struct run *line, const struct run *own, const char *text)
{
	return v->t->set->values == SETTING_GREATEST && line->verdict == TRIAL_REFUSED &&
	       own->verdict == TRIAL_REFUSED && is_plain(text) &&
	       has_likely_numbers(v, show, text) && !reads_element(v, show) &&
	       !refusal_doubt(v->t, show, own);
}

#define MAX_RETRIED 8 /* versions that are tried with a tail, too */

static void add_retried(struct surveying *v, enum trial_input input, const struct run *r, size_t n)
{
	struct trial_result *result = vec_push(v->t->arena, &v->t->out->results);

	*result = result_of(input, r);
	result->nversion = n;
	result->test = r->trial.last_compared;
}

static void retry_tail(struct surveying *v, enum trial_input input, const char *text,
		       const char *tail)
{
	size_t n = strlen(text);
	struct run r = run_store(v->t, joined(v->t, text, n, tail, strlen(tail)), n + strlen(tail));

	if (r.verdict == TRIAL_ACCEPTED)
		add_retried(v, input, &r, n);
}

/* What follows a version that the driver may well have may matter where it did not in the first. */
static void retry_strings(struct surveying *v, const struct run *own, const struct run *line,
			  const char *text, const struct flip *f)
{
	if (!*text || !f || !f->may_happen ||
	    !trials_first(v->t->out, TRIAL_LINE, TRIAL_ACCEPTED) || v->nretried++ >= MAX_RETRIED)
		return;
	if (line->verdict == TRIAL_REFUSED) {
		add_retried(v, TRIAL_OWN, own, strlen(text));
		add_retried(v, TRIAL_LINE, line, strlen(text));
	}
	if (run_store(v->t, "~!", 2).verdict != TRIAL_REFUSED) /* a mode in which all passes */
		return;
	retry_tail(v, TRIAL_TAIL, text, "x");
	retry_tail(v, TRIAL_TAIL, text, " x");
	retry_tail(v, TRIAL_LINE_TAIL, text, "\nx");
}

/* show prints something: will store have it? */
static void check_text(struct surveying *v, const struct run *show, const char *when,
		       const struct flip *f)
{
	struct trying *t = v->t;
	const char *shown, *text;
	size_t n = shown_text(show, &shown);
	struct run line, own;

	text = arena_strndup(t->arena, shown, n);
	if (has_seen(v, text) || strstr(text, "(null)")) /* who prints that has no version */
		return;
	line = run_store(t, joined(t, text, n, "\n", 1), n + 1);
	own = line.verdict == TRIAL_ACCEPTED ? line : run_store(t, text, n);
	if (own.verdict == TRIAL_ACCEPTED) {
		retry_strings(v, &own, &line, text, f);
		*vec_push(t->arena, &v->seen) = text;
		return;
	}
	if (is_refused_for_certain(v, show, &line, &own, text)) {
		*vec_push(t->arena, &t->out->round_trips) =
			(struct round_trip){ .text = text,
					     .n = n,
					     .own = result_of(TRIAL_OWN, &own),
					     .line = result_of(TRIAL_LINE, &line) };
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

static struct run store_text(struct surveying *v, const char *text, size_t n)
{
	const char *end = trials_first(v->t->out, TRIAL_LINE, TRIAL_ACCEPTED) ? "\n" : "";

	return run_store(v->t, joined(v->t, text, n, end, strlen(end)), n + strlen(end));
}

/* The version with one of the numbers that a field had as what it is now. */
static bool store_replaced(struct surveying *v, const struct flip *f, struct run *out)
{
	const struct trials *o = v->t->out;
	char was[WIDE_CHARS], is[WIDE_CHARS];
	size_t n = strlen(wide_format(f->was, was)), i = 0, digits;

	wide_format(f->is, is);
	for (; i < o->nversion; i += digits + !digits) {
		struct strbuf b;

		digits = strspn(o->version + i, "0123456789");
		if (digits != n || strncmp(o->version + i, was, n) != 0)
			continue;
		strbuf_init(&b, v->t->arena);
		strbuf_addf(&b, "%.*s%s%.*s", (int)i, o->version, is, (int)(o->nversion - i - n),
			    o->version + i + n);
		*out = store_text(v, b.s, b.n);
		if (out->verdict == TRIAL_ACCEPTED)
			return true;
	}
	return false;
}

/*
 * The version that show prints otherwise may not be the one of this setting: so
 * what store compared it with is tried, too, and what a field of a number makes of it.
 */
static struct run store_any_version(struct surveying *v, const struct flip *f)
{
	const struct trials *o = v->t->out;
	struct run first = store_text(v, o->version, o->nversion), other;

	if (f->was != f->is && first.verdict == TRIAL_REFUSED && store_replaced(v, f, &other))
		return other;
	for (size_t i = 0; i < first.trial.texts.n && first.verdict == TRIAL_REFUSED; i++) {
		const char *text = first.trial.texts.v[i];

		if (!*text || strlen(text) > MAX_VERSION)
			continue;
		other = store_text(v, text, strlen(text));
		if (other.verdict == TRIAL_ACCEPTED)
			return other;
	}
	return first;
}

static const char *error_name(struct trying *t, wide ret)
{
	const char *name = constant_errno_name(-ret);
	char number[WIDE_CHARS];

	return name ? arena_printf(t->arena, "-%s", name)
		    : arena_printf(t->arena, "%s", wide_format(ret, number));
}

static bool is_errno_of(wide ret, const char *const *errnos)
{
	const char *name = constant_errno_name(-ret);

	while (name && *errnos && strcmp(name, *errnos) != 0)
		errnos++;
	return name && *errnos;
}

/* A driver says that it has no such thing, whatever it was asked for. */
static bool says_unsupported(wide ret)
{
	static const char *const errnos[] = { "ENXIO", "ENODEV", "ENOSYS", "EOPNOTSUPP", NULL };

	return is_errno_of(ret, errnos);
}

/* Something went wrong this time: nothing is said of what is supported. */
static bool says_failed(wide ret)
{
	static const char *const errnos[] = { "EIO",	"EREMOTEIO", "ETIMEDOUT", "ETIME",
					      "ENOMEM", "EINTR",     NULL };

	return is_errno_of(ret, errnos);
}

/* Whether show fails for the name alone: as it does for one that nobody has. */
static bool is_unknown_name(struct surveying *v, const struct run *show, uint32_t place)
{
	struct trying *t = v->t;
	const struct place before = t->set->places.v[place];
	struct run other;

	if (!setting_is_name(&before))
		return false;
	setting_fix_text(t->set, place, "nobody");
	other = run_show(t);
	t->set->places.v[place] = before;
	return other.verdict == TRIAL_REFUSED && other.ret == show->ret;
}

/* Whether show may really fail so, and store be asked then. */
static bool is_likely(struct surveying *v, const struct run *show, const struct run *store,
		      const struct flip *f)
{
	const struct place *p = &v->t->set->places.v[f->place];

	/* a store that sets the place first is not asked how it takes what was there */
	if (says_failed(show->ret) || is_unknown_name(v, show, f->place) ||
	    (!has_read(&store->trial, f->place) && mentions(v->t, v->t->store, p->key)))
		return false;
	return f->may_happen || (p->use == USE_NUMBER && says_unsupported(show->ret));
}

/* show fails: does store accept a version all the same? */
static void check_refusal(struct surveying *v, const struct run *show, const char *when,
			  const struct flip *f)
{
	struct trying *t = v->t;
	struct trials *o = t->out;
	struct run store = store_any_version(v, f);
	struct unsupported *u;

	o->nfailing++;
	if (store.verdict == TRIAL_ACCEPTED && is_likely(v, show, &store, f)) {
		u = vec_push(t->arena, &o->unsupported);
		u->when = when;
		u->show_error = error_name(t, show->ret);
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

/* @f: the place that another value was given, or NULL. */
static void look_at(struct surveying *v, const char *when, const struct flip *f)
{
	struct run show = run_show(v->t);

	if (show.verdict == TRIAL_ACCEPTED)
		check_text(v, &show, when, f);
	else if (show.verdict == TRIAL_REFUSED && f)
		check_refusal(v, &show, when, f);
}

static void look(struct surveying *v, const char *when, const struct flip *f)
{
	if (v->nsettings++ < MAX_SETTINGS)
		look_at(v, when, f);
	else
		v->t->out->round_trip_doubt = v->t->out->unsupported_doubt =
			"there are more settings than were tried";
}

static const char *describe(struct trying *t, const struct place *p)
{
	int n = (int)strcspn(p->key, PLACE_DETAIL);
	char number[WIDE_CHARS];

	return p->use == USE_NUMBER    ? arena_printf(t->arena, "'%.*s' is %s", n, p->key,
						      wide_format(p->fixed, number))
	       : p->use == USE_POINTER ? arena_printf(t->arena, "'%.*s' is NULL", n, p->key)
				       : arena_printf(t->arena, "'%.*s' is \"%s\"", n, p->key,
						      p->text ? p->text : "");
}

/*
 * Whether a driver must expect the alternative @i: a flag may be set or not,
 * memory is zeroed at first, an optional object absent. A number out of the
 * range that a test asks for may never occur, unless show says what that means;
 * nor may it that a lookup finds nothing (the driver's own data, before probe
 * has finished), or that a function is absent that all tables have. A name that the
 * driver looks for is one of those that there are.
 */
static bool may_happen(struct trying *t, const struct place *p, size_t i)
{
	if (p->use == USE_NUMBER)
		return i < 2;
	if (setting_is_name(p))
		return i < t->ntexts;
	return p->key[strlen(p->key) - 1] != ')' && !absint_always_has(t->x, t->show, p->key);
}

static void flip(struct surveying *v, uint32_t place)
{
	struct trying *t = v->t;
	const struct place before = t->set->places.v[place];

	for (size_t i = 0; i < alternatives(t, place) - (before.use == USE_NUMBER); i++) {
		set_alternative(t, place, i);
		look(v, describe(t, &t->set->places.v[place]),
		     &(struct flip){ .place = place, .may_happen = may_happen(t, &before, i) });
	}
	t->set->places.v[place] = before;
}

/* ---- fields of a number ---- */

#define MAX_FIELDS	 8
#define MAX_FIELD_VALUES 6
#define MAX_FIELD_LOOKS	 128 /* drivers may read a hundred registers */

/* A register whose bits are tested: each of its fields with the numbers that tests single out. */
static void flip_fields(struct surveying *v, uint32_t place)
{
	struct trying *t = v->t;
	const struct place before = t->set->places.v[place];
	const struct range any = range_of(0, UINT32_MAX);
	const wide word = setting_number(t->set, place, &any);

	for (size_t i = 0; i < t->fields.n && i < MAX_FIELDS; i++) {
		wide mask = t->fields.v[i], unit = mask & -mask, was = (word & mask) / unit;

		for (size_t k = 0; k < alternatives(t, place) && k < MAX_FIELD_VALUES; k++) {
			wide is = number_alternative(t, k, alternatives(t, place));

			if (is == was || is > mask / unit || v->nfields++ >= MAX_FIELD_LOOKS)
				continue;
			setting_fix(t->set, place, (word & ~mask) | is * unit);
			look_at(v,
				arena_printf(t->arena, "'%.*s' is 0x%llx",
					     (int)strcspn(before.key, PLACE_DETAIL), before.key,
					     (unsigned long long)t->set->places.v[place].fixed),
				&(struct flip){ .place = place, .was = was, .is = is });
		}
	}
	t->set->places.v[place] = before;
}

/* ---- two places ---- */

#define MAX_PAIRS    96
#define MAX_OTHERS   4	/* other values of one place */
#define MAX_NAMES    24 /* ... of a name */
#define MAX_VERSIONS 96 /* those of all places */

static void look_at_pair(struct surveying *v, uint32_t place, uint32_t other, wide number)
{
	struct trying *t = v->t;

	if (v->npairs++ >= MAX_PAIRS)
		return;
	setting_fix(t->set, other, number);
	look_at(v,
		arena_printf(t->arena, "%s and %s", describe(t, &t->set->places.v[place]),
			     describe(t, &t->set->places.v[other])),
		&(struct flip){ .place = other, .may_happen = true });
}

/*
 * Numbers that show reads are 0, or one of their flags is, in a setting in which another
 * version is the own one.
 */
static void flip_others(struct surveying *v, const struct run *show, uint32_t place)
{
	struct trying *t = v->t;
	const struct range any = range_of(0, UINT32_MAX);

	vec_for_each_ptr(const uint32_t, other, &show->trial.reads) {
		const struct place before = t->set->places.v[*other];
		wide word, flags;

		if (*other == place || before.use != USE_NUMBER)
			continue;
		word = setting_number(t->set, *other, &any);
		look_at_pair(v, place, *other, 0);
		for (flags = word & t->flags; flags; flags &= flags - 1)
			if (word != (flags & -flags))
				look_at_pair(v, place, *other, word & ~(flags & -flags));
		t->set->places.v[*other] = before;
	}
}

/* What show prints with the value numbered @i at @place; a type may want a number to be set. */
static struct run show_with(struct trying *t, uint32_t place, size_t i)
{
	bool is_name = setting_is_name(&t->set->places.v[place]);
	struct run r;

	set_alternative(t, place, i);
	r = run_show(t);
	return is_name && r.verdict == TRIAL_REFUSED ? repair_show(t, r) : r;
}

/*
 * What makes show fail with one type or row of a table may not matter for the one
 * that comes first.
 */
static void flip_two(struct surveying *v, uint32_t place)
{
	struct trying *t = v->t;
	const struct places before = places_now(t);
	const struct place *p = &t->set->places.v[place];
	const size_t most = setting_is_name(p) ? MAX_NAMES : MAX_OTHERS;
	struct trials own = *t->out;

	if (p->use == USE_POINTER)
		return;
	for (size_t i = 0; i < alternatives(t, place) && i < most; i++) {
		struct run show;
		const char *text;

		if (v->nversions++ >= MAX_VERSIONS)
			break;
		show = show_with(t, place, i);
		if (show.verdict == TRIAL_ACCEPTED) {
			t->out->nversion = shown_text(&show, &text);
			t->out->version = text;
			if (store_text(v, text, t->out->nversion).verdict == TRIAL_ACCEPTED)
				flip_others(v, &show, place);
			t->out->version = own.version;
			t->out->nversion = own.nversion;
		}
		places_restore(t, &before);
	}
}

/* Where numbers of their size make show fail, those that it tests are what lets it succeed. */
static void look_repaired(struct surveying *v, enum setting_values s)
{
	struct trying *t = v->t;
	struct run r = run_show(t);
	const struct places before = places_now(t);

	if (r.verdict != TRIAL_ACCEPTED && repair_show(t, r).verdict == TRIAL_ACCEPTED)
		look(v, setting_told(s), NULL);
	places_restore(t, &before);
}

/* In the order in which places are given other values. */
enum turn { NAMES, NUMBERS, POINTERS, TEXTS, TURNS };

/* Names choose the type or the row, so that the others come when the limit is reached. */
static enum turn turn_of(const struct place *p)
{
	return setting_is_name(p)      ? NAMES
	       : p->use == USE_NUMBER  ? NUMBERS
	       : p->use == USE_POINTER ? POINTERS
				       : TEXTS;
}

void survey(struct trying *t, const struct trial *show)
{
	const enum setting_values before = t->set->values;
	struct surveying v = { .t = t };

	for (enum setting_values s = 0; s < SETTING_ZERO; s++) {
		t->set->values = s;
		look(&v, setting_told(s), NULL);
		if (s == SETTING_GREATEST)
			look_repaired(&v, s);
	}
	t->set->values = before;
	for (enum turn k = NAMES; k < TURNS; k++)
		for (size_t i = 0; i < show->reads.n; i++)
			if (turn_of(&t->set->places.v[show->reads.v[i]]) == k)
				flip(&v, show->reads.v[i]);
	for (size_t i = 0; i < show->reads.n; i++)
		if (t->set->places.v[show->reads.v[i]].is_answer)
			flip_fields(&v, show->reads.v[i]);
	for (enum turn k = NAMES; k < TURNS; k++)
		for (size_t i = 0; i < show->reads.n; i++)
			if (turn_of(&t->set->places.v[show->reads.v[i]]) == k)
				flip_two(&v, show->reads.v[i]);
	t->out->nsurvey = v.seen.n;
}
