// SPDX-License-Identifier: MIT
/*
 * Runs in which something fails: the memory, a lock that a signal interrupts, a
 * bus that is gone. The world is constant all the same, so what a handler makes
 * of the failure really happens, wherever in loops and helpers that is.
 */
#include "absint/trying.h"

#define MAX_FAULTS 32 /* calls of one run that fail, one in each run */

struct faulting {
	struct trying t;
	bool (*seen)(void *ctx, const struct probe *p);
	void *ctx;
	bool is_enough;
};

static struct run run_once(struct faulting *f, const char *bytes, size_t n)
{
	return bytes ? run_store(&f->t, bytes, n) : run_show(&f->t);
}

/* @bytes: what is written; NULL: it is show that runs. */
static void fail_each(struct faulting *f, const char *bytes, size_t n)
{
	struct run r = run_once(f, bytes, n);
	size_t last = r.trial.nfallible < MAX_FAULTS ? r.trial.nfallible : MAX_FAULTS;

	if (r.verdict != TRIAL_ACCEPTED)
		return;
	for (size_t i = 1; i <= last && !f->is_enough; i++) {
		struct probe probe;

		f->t.fault = i;
		r = run_once(f, bytes, n);
		probe = (struct probe){ .is_show = !bytes,
					.bytes = bytes,
					.n = n,
					.verdict = r.verdict,
					.ret = r.ret,
					.run = r.summary };
		f->is_enough = f->seen(f->ctx, &probe);
	}
	f->t.fault = 0;
}

static void fail_in(struct faulting *f, enum setting_values values)
{
	struct trying *t = &f->t;
	struct round_trip trip = { 0 };
	struct run show;

	t->set->values = values;
	if (!t->show || f->is_enough)
		return;
	show = run_show(t);
	if (show.verdict != TRIAL_ACCEPTED)
		return;
	fail_each(f, NULL, 0);
	trip.n = shown_text(&show, &trip.text);
	if (!t->store || !trip.n || trip.n > MAX_VERSION)
		return;
	(void)give_back(t, &trip);
	if (trip.line.verdict == TRIAL_ACCEPTED)
		fail_each(f, trip.line.bytes, trip.line.n);
	else if (trip.own.verdict == TRIAL_ACCEPTED)
		fail_each(f, trip.own.bytes, trip.own.n);
}

void trials_faults(struct absint *x, const struct handler *show, const struct handler *store,
		   size_t driver, const struct trials *t,
		   bool (*seen)(void *ctx, const struct probe *p), void *ctx)
{
	static const enum setting_values worlds[] = { SETTING_GREATEST, SETTING_ONE };
	struct trials ignored = { 0 };
	struct faulting f = { .t = { .x = x,
				     .arena = absint_arena(x),
				     .set = absint_setting(x, driver),
				     .show = show,
				     .store = store,
				     .is_checked = true,
				     .out = &ignored },
			      .seen = seen,
			      .ctx = ctx };

	f.t.set->shape = t->shape;
	fail_in(&f, t->values);
	for (size_t i = 0; i < sizeof(worlds) / sizeof(*worlds); i++)
		fail_in(&f, worlds[i]);
}
