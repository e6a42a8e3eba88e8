// SPDX-License-Identifier: MIT
/* MV207: store decides on the whole string, not on a part that the writer chooses. */
#include <ctype.h>
#include <string.h>

#include "rules/table.h"

/* Of the beginning that was written, without a newline behind it. */
static size_t length_of(const struct trial_result *r)
{
	return r->n - (r->bytes[r->n - 1] == '\n');
}

/* A number less its last digits is another number, which may be as good. */
static bool ends_a_field(const struct trials *t, const struct trial_result *r)
{
	for (size_t i = length_of(r); i < t->nversion; i++)
		if (!isxdigit((unsigned char)t->version[i]))
			return true;
	return false;
}

static bool compares_as_written(const struct handler_summary *store)
{
	vec_for_each_ptr(const struct outcome, o, &store->outcomes)
		if (outcome_succeeds(o) && o->input.extent == INPUT_USER_PREFIX)
			return true;
	return false;
}

/*
 * Two beginnings of the version, one a little longer than the other, are
 * accepted, and neither is if its last character is another: it is compared as
 * far as it goes. (A single one may be an older version that is supported.)
 * Between them, half a byte's digits may be refused, where the text decides
 * that a test looks at as much as was written.
 */
static const struct trial_result *accepted_prefix(const struct rule_input *in)
{
	const struct trials *t = in->trials;
	bool as_written = compares_as_written(in->store);
	const struct trial_result *last = NULL;

	for (size_t i = 0; i + 1 < t->results.n; i++) {
		const struct trial_result *r = &t->results.v[i], *changed = r + 1;

		if (r->input == TRIAL_PREFIX && r->verdict != TRIAL_ACCEPTED && !as_written)
			last = NULL;
		if (r->input != TRIAL_PREFIX || r->verdict != TRIAL_ACCEPTED ||
		    changed->input != TRIAL_PREFIX_CHANGED)
			continue;
		if (changed->verdict == TRIAL_REFUSED && last)
			return last;
		last = changed->verdict == TRIAL_REFUSED && (as_written || ends_a_field(t, r))
			       ? r
			       : NULL;
	}
	return NULL;
}

/* Between the parts of one name or number, there may be fewer of them in an older one. */
static bool is_field_end(char c)
{
	return ispunct((unsigned char)c) && !strchr("._-+", c);
}

/*
 * Two beginnings that end where a field does, and neither passes with another last
 * character: the fields are compared as far as there are any. A list of what the source
 * has may be shorter anywhere.
 */
static bool accepted_fields(const struct trials *t, const struct trial_result *out[2])
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < t->results.n && n < 2; i++) {
		const struct trial_result *r = &t->results.v[i], *changed = r + 1;

		if (r->input == TRIAL_PREFIX && r->verdict == TRIAL_ACCEPTED &&
		    changed->input == TRIAL_PREFIX_CHANGED && changed->verdict == TRIAL_REFUSED &&
		    is_field_end(t->version[length_of(r)]))
			out[n++] = r;
	}
	return n == 2 && !trials_first(t, TRIAL_WITHOUT, TRIAL_ACCEPTED);
}

static const struct trial_result *accepted_tail(const struct trials *t)
{
	const struct trial_result *r = trials_first(t, TRIAL_TAIL, TRIAL_ACCEPTED);

	return r ? r : trials_first(t, TRIAL_LINE_TAIL, TRIAL_ACCEPTED);
}

/* A store that keeps something of what is written may well take any text: a label. */
static bool keeps_something(const struct handler_summary *store)
{
	vec_for_each_ptr(const struct outcome, o, &store->outcomes)
		vec_for_each_ptr(const struct fact, f, &o->facts)
			if (outcome_succeeds(o) && f->kind == FACT_CHANGED)
				return true;
	return false;
}

/* Garbage that is as long as the version passes, though other bytes may not: no part decides. */
static const struct trial_result *accepted_garbage(const struct rule_input *in)
{
	if (keeps_something(in->store))
		return NULL;
	vec_for_each_ptr(const struct outcome, o, &in->store->outcomes)
		if (!outcome_succeeds(o) && o->bytes_tests > 0)
			return trials_first(in->trials, TRIAL_GARBAGE, TRIAL_ACCEPTED);
	return NULL;
}

static bool refute_any(struct rule_output *out, const struct rule_input *in)
{
	const struct trial_result *r = accepted_garbage(in);

	if (r)
		rule_refuted(out, in, r, true,
			     "%s() does not compare the characters: %s passes for %s",
			     in->attr->store.name, rule_quote(out, r->bytes, r->n),
			     rule_quote(out, in->trials->version, in->trials->nversion));
	return r;
}

static bool refute_prefix(struct rule_output *out, const struct rule_input *in)
{
	const struct trial_result *r = accepted_prefix(in);

	if (r)
		rule_refuted(out, in, r, true,
			     "%s() compares no more than was written: %s passes for %s, as does "
			     "every other beginning of it",
			     in->attr->store.name, rule_quote(out, r->bytes, r->n),
			     rule_quote(out, in->trials->version, in->trials->nversion));
	return r;
}

static bool refute_words(struct rule_output *out, const struct rule_input *in)
{
	const struct trial_result *r = trials_first(in->trials, TRIAL_SHORT, TRIAL_ACCEPTED);

	if (r)
		rule_refuted(out, in, r, true,
			     "%s() compares no more of a word than was written: %s passes for %s",
			     in->attr->store.name, rule_quote(out, r->bytes, r->n),
			     rule_quote(out, in->trials->version, in->trials->nversion));
	return r;
}

static bool refute_fields(struct rule_output *out, const struct rule_input *in)
{
	const struct trials *t = in->trials;
	const struct trial_result *r[2];

	if (!accepted_fields(t, r))
		return false;
	rule_refuted(out, in, r[0], true, "%s() does not ask for all fields: %s and %s pass for %s",
		     in->attr->store.name, rule_quote(out, r[0]->bytes, r[0]->n),
		     rule_quote(out, r[1]->bytes, r[1]->n),
		     rule_quote(out, t->version, t->nversion));
	return true;
}

static bool refute_tail(struct rule_output *out, const struct rule_input *in)
{
	const struct trial_result *r = accepted_tail(in->trials);

	if (r)
		rule_refuted(out, in, r, true,
			     "%s() does not look at what follows: %s passes for %s",
			     in->attr->store.name, rule_quote(out, r->bytes, r->n),
			     rule_quote(out, r->bytes, r->nversion))
			->severity = out->info->lesser;
	return r;
}

static void prove(struct rule_output *out, const struct rule_input *in)
{
	static const char *const limits[] = {
		[INPUT_NOTHING] = "no test that is understood lets it pass",
		[INPUT_FIXED_PREFIX] = "a test looks at its first bytes only",
		[INPUT_USER_PREFIX] = "a test looks at as much as was written only",
	};

	vec_for_each_ptr(const struct outcome, o, &in->store->outcomes) {
		const struct outcome_input *i = &o->input;

		if (!outcome_succeeds(o) || i->extent == INPUT_WHOLE)
			continue;
		if (i->doubt)
			rule_unproved(
				out, i->doubt_loc,
				"%s, but how much of the string is looked at is not known: %s",
				rule_untried(in), i->doubt);
		else
			rule_unproved(out, i->function ? i->loc : o->loc, "%s, but %s",
				      rule_untried(in), limits[i->extent]);
	}
}

void rule_store_whole(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_accepting_store(out, in);

	if (!s)
		return;
	if (refute_any(out, in))
		return;
	if (trials_accept_all(in->trials)) {
		rule_unproved(out, in->attr->store.def, "store seems to accept any string (MV203)");
		return;
	}
	if (refute_prefix(out, in) || refute_fields(out, in) || refute_words(out, in) ||
	    refute_tail(out, in))
		return;
	rule_followed(out, s);
	prove(out, in);
}
