// SPDX-License-Identifier: MIT
/* MV203: some failing path depends on the written bytes. */
#include "rules/table.h"

struct tally {
	const struct outcome *success;
	const char *doubt; /* why a refusal may depend on the bytes */
	bool refuses_by_bytes, refuses_by_count;
	const struct outcome *wrong; /* a success by the bytes that is not count: a lost refusal? */
};

static struct tally count_outcomes(const struct handler_summary *s)
{
	struct tally t = { 0 };

	vec_for_each_ptr(const struct outcome, o, &s->outcomes) {
		if (outcome_succeeds(o)) {
			if (o->bytes_tests && !outcome_returns_count(o))
				t.wrong = o;
			if (!t.success || (t.success->doubt && !o->doubt))
				t.success = o;
			continue;
		}
		t.refuses_by_bytes |= o->bytes_tests > 0;
		t.refuses_by_count |= o->count_tests > 0;
		if (o->bytes_doubt)
			t.doubt = o->bytes_doubt;
	}
	return t;
}

/* Two strings of one length, in the same world: one is accepted and one is not. */
static bool tells_apart(const struct trials *t)
{
	return t->version && trials_first(t, TRIAL_CHANGED, TRIAL_REFUSED);
}

static void refute(struct rule_output *out, const struct rule_input *in, const struct tally *t)
{
	const struct trial_result *r = trials_first(in->trials, TRIAL_FOREIGN, TRIAL_ACCEPTED);
	struct finding *f;

	f = rule_violated(out, in->attr->store.def,
			  t->refuses_by_count
				  ? "%s() looks at the length only: any string of an accepted "
				    "length is compatible"
				  : "%s() never refuses because of what was written: any string "
				    "is compatible",
			  in->attr->store.name);
	rule_path(out, f, &t->success->path);
	if (!r)
		r = trials_first(in->trials, TRIAL_CHANGED, TRIAL_ACCEPTED);
	if (r)
		f->witness = rule_witness(out, r);
}

void rule_store_rejects(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->store, in->store, "store");
	const struct config_switch *off;
	struct tally t;

	if (!s)
		return;
	t = count_outcomes(s);
	off = s->switches.n ? &s->switches.v[0] : NULL;
	if (t.refuses_by_bytes || tells_apart(in->trials))
		return;
	rule_followed(out, s);
	if (s->incomplete)
		return;
	if (!t.success)
		rule_not_applicable(out, "store never succeeds");
	else if (t.doubt)
		rule_unproved(out, in->attr->store.def,
			      "whether a refusal depends on the bytes: %s", t.doubt);
	else if (off)
		rule_unproved(out, off->loc, "the check may be configured off: %s", off->text);
	else if (t.wrong)
		rule_unproved(out, t.wrong->loc,
			      "what may be a refusal is returned as a success (MV201)");
	else if (t.success->doubt && !trials_accept_all(in->trials))
		rule_unproved(out, t.success->loc, "%s", t.success->doubt);
	else
		refute(out, in, &t);
}
