// SPDX-License-Identifier: MIT
/* MV104: success returns the number of bytes written, the NUL not counted, and more than none. */
#include <string.h>

#include "rules/table.h"

static const char *number(struct rule_output *out, wide v)
{
	char buf[WIDE_CHARS];

	return arena_strdup(out->arena, wide_format(v, buf));
}

/* What is wrong with a positive value that is not the count of bytes written. */
static const char *describe(struct rule_output *out, const struct rule_input *in,
			    const struct outcome *o)
{
	const struct range *d = &o->minus_written;

	if (range_is_single(&o->written) && range_min(&o->written) == 0)
		return "returns success although nothing was written to the buffer";
	if (range_min(&o->written) >= in->limits->page_size - 1 && range_min(d) > 0)
		return "returns the length the text would have had, but it was cut to fit";
	if (range_is_single(d) && range_min(d) > 0)
		return arena_printf(
			out->arena,
			"returns %s more than the bytes written: the surplus is NUL bytes",
			number(out, range_min(d)));
	if (range_is_single(d))
		return arena_printf(out->arena,
				    "returns %s less than the bytes written: the tail is lost",
				    number(out, -range_min(d)));
	if (range_min(d) >= 0)
		return "may return more than the bytes written: the surplus is NUL bytes";
	if (range_max(d) <= 0)
		return "may return less than the bytes written: the tail is lost";
	return "the value returned is not the number of bytes written";
}

static const char *source_of(struct rule_output *out, const struct mute_success *m)
{
	size_t n = strcspn(m->source, "(");

	return m->source[n] ? arena_printf(out->arena, "what %.*s() yields", (int)n, m->source)
			    : arena_printf(out->arena, "what a device puts into '%s'", m->source);
}

/* A trial met it: what a device answered became a success. NULL: none did so at @place. */
static struct finding *refute(struct rule_output *out, const struct mute_success *m,
			      struct loc place)
{
	struct finding *f;
	struct loc at;

	if (!m->outcome)
		return NULL;
	at = outcome_place(m->outcome);
	if (loc_compare(&at, &place))
		return NULL;
	f = rule_violated(out, at,
			  "returns %s, which comes of %s, although nothing was written to "
			  "the buffer",
			  number(out, m->ret), source_of(out, m));
	rule_path(out, f, &m->outcome->path);
	return f;
}

static void check_positive(struct rule_output *out, const struct rule_input *in,
			   const struct outcome *o)
{
	const struct range *d = &o->minus_written;

	if (range_is_single(d) && range_min(d) == 0)
		return;
	if (o->doubt || o->written_doubt) {
		if (refute(out, &in->trials->mute, outcome_place(o)))
			return;
		rule_unproved(out, outcome_place(o),
			      "the value returned may not be the bytes written: %s",
			      o->doubt ? o->doubt : o->written_doubt);
		return;
	}
	rule_path(out, rule_violated(out, outcome_place(o), "%s", describe(out, in, o)), &o->path);
}

/* Nothing is a text that a reader can't tell from a device without one. */
static void check_zero(struct rule_output *out, const struct rule_input *in,
		       const struct outcome *o)
{
	struct finding *f = NULL;

	if (rule_doubt(in, o))
		f = refute(out, &in->trials->mute, outcome_place(o));
	if (!f)
		f = rule_check_zero(out, in, o,
				    "returns 0: read(2) succeeds and yields an empty text");
	if (f)
		f->severity = out->info->lesser;
}

void rule_show_return(struct rule_output *out, const struct rule_input *in)
{
	const struct handler_summary *s = rule_handler(out, &in->attr->show, in->show, "show");

	if (!s)
		return;
	if (!summary_can_succeed(s)) {
		rule_not_applicable(out, "show never succeeds");
		return;
	}
	vec_for_each_ptr(const struct outcome, o, &s->outcomes) {
		if (o->cls == RET_POSITIVE)
			check_positive(out, in, o);
		else if (o->cls == RET_ZERO)
			check_zero(out, in, o);
	}
	rule_followed(out, s);
}
