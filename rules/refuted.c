// SPDX-License-Identifier: MIT
/* What the rules about the written string have in common: findings that a trial shows. */
#include <stdarg.h>

#include "base/strbuf.h"
#include "base/wide.h"
#include "rules/rule.h"

const char *rule_quote(struct rule_output *out, const char *bytes, size_t n)
{
	struct strbuf b;

	strbuf_init(&b, out->arena);
	strbuf_addc(&b, '"');
	strbuf_add_escaped(&b, bytes, n, false);
	strbuf_addc(&b, '"');
	return b.s;
}

struct witness *rule_witness(struct rule_output *out, const struct trial_result *r)
{
	struct witness *w = arena_new_of(out->arena, struct witness);
	struct strbuf b;
	char number[WIDE_CHARS];

	strbuf_init(&b, out->arena);
	strbuf_add_escaped(&b, r->bytes, r->n, false);
	w->write = b.s;
	w->n = r->n;
	w->expect = r->verdict == TRIAL_ACCEPTED ? "accepted"
						 : arena_printf(out->arena, "refused with %s",
								wide_format(r->ret, number));
	return w;
}

/* The test that a success rests on, the one that reaches farthest; or NULL. */
static const struct loc *deciding_test(const struct handler_summary *store)
{
	const struct outcome_input *best = NULL;

	vec_for_each_ptr(const struct outcome, o, &store->outcomes)
		if (outcome_succeeds(o) && o->input.function &&
		    (!best || o->input.extent > best->extent))
			best = &o->input;
	return best ? &best->loc : NULL;
}

struct finding *rule_refuted(struct rule_output *out, const struct rule_input *in,
			     const struct trial_result *r, bool by_test, const char *fmt, ...)
{
	const struct loc *test = !by_test	? NULL
				 : r->test.path ? &r->test
						: deciding_test(in->store);
	struct finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = rule_violated(out, test ? *test : r->loc, "%s", arena_vprintf(out->arena, fmt, ap));
	va_end(ap);
	rule_path(out, f, &r->path);
	f->witness = rule_witness(out, r);
	return f;
}

const char *rule_untried(const struct rule_input *in)
{
	return in->trials->none ? in->trials->none : "no trial refutes it";
}

const char *rule_doubt(const struct rule_input *in, const struct outcome *o)
{
	struct loc place = outcome_place(o);

	if (o->is_constant && !o->class_doubt)
		return NULL;
	if (!o->doubt || !range_is_single(&o->ret))
		return o->doubt;
	vec_for_each_ptr(const struct trial_result, r, &in->trials->results)
		if (r->returns && r->ret == range_min(&o->ret) && !loc_compare(&r->loc, &place))
			return NULL;
	return o->doubt;
}

bool trials_accept_all(const struct trials *t)
{
	return trials_first(t, TRIAL_CHANGED, TRIAL_ACCEPTED) &&
	       !trials_first(t, TRIAL_CHANGED, TRIAL_REFUSED) &&
	       !trials_first(t, TRIAL_CHANGED, TRIAL_UNKNOWN) &&
	       !trials_first(t, TRIAL_GARBAGE, TRIAL_REFUSED);
}
