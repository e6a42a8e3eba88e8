// SPDX-License-Identifier: MIT
/* What MV105 and MV202 share: a failure is an errno that user space can see. */
#include "rules/table.h"

/* include/linux/errno.h: codes that must never leave the kernel. */
static const struct {
	int code;
	const char *name;
} internal_errnos[] = {
	{ 512, "ERESTARTSYS" },
	{ 513, "ERESTARTNOINTR" },
	{ 514, "ERESTARTNOHAND" },
	{ 515, "ENOIOCTLCMD" },
	{ 516, "ERESTART_RESTARTBLOCK" },
	{ 517, "EPROBE_DEFER" },
	{ 518, "EOPENSTALE" },
	{ 519, "ENOPARAM" },
	{ 521, "EBADHANDLE" },
	{ 522, "ENOTSYNC" },
	{ 523, "EBADCOOKIE" },
	{ 524, "ENOTSUPP" },
	{ 525, "ETOOSMALL" },
	{ 526, "ESERVERFAULT" },
	{ 527, "EBADTYPE" },
	{ 528, "EJUKEBOX" },
	{ 529, "EIOCBQUEUED" },
	{ 530, "ERECALLCONFLICT" },
};

/* -ERESTARTSYS and its like, which the signal code turns into a restart or EINTR. */
#define RESTART_FIRST 512
#define RESTART_LAST  516

static const char *internal_name(wide code)
{
	for (size_t i = 0; i < sizeof(internal_errnos) / sizeof(*internal_errnos); i++)
		if (internal_errnos[i].code == code)
			return internal_errnos[i].name;
	return "an internal code";
}

static void check_internal(struct rule_output *out, const struct outcome *o, const char *doubt)
{
	wide code = -range_max(&o->ret);

	if (o->interrupted && range_min(&o->ret) >= -RESTART_LAST && code >= RESTART_FIRST)
		return; /* straight after a wait that a signal ended: the right idiom */
	if (doubt) {
		rule_unproved(out, o->origin, "a kernel-internal errno may be returned: %s", doubt);
		return;
	}
	rule_path(out,
		  rule_violated(out, o->origin,
				"returns -%s (%d), which is internal to the kernel: user space "
				"gets an unknown error",
				internal_name(code), (int)code),
		  &o->path);
}

static void check_wild(struct rule_output *out, const struct outcome *o, const char *doubt)
{
	if (doubt)
		rule_unproved(out, o->origin, "a value below -4095 may be returned: %s", doubt);
	else
		rule_path(out,
			  rule_violated(out, o->origin,
					"returns a negative value that is no errno"),
			  &o->path);
}

static void check_bare(struct rule_output *out, const struct outcome *o, const char *doubt)
{
	struct finding *f;

	if (!range_is_single(&o->ret) || range_min(&o->ret) != -1 || o->named_errno)
		return;
	if (doubt) {
		rule_unproved(out, o->origin, "a bare -1 may be returned: %s", doubt);
		return;
	}
	f = rule_violated(out, o->origin,
			  "returns a bare -1, which user space reads as EPERM: name the errno");
	f->severity = out->info->lesser;
	rule_path(out, f, &o->path);
}

/* Whether another way to this return tells where the same value comes from, and this one doesn't.
 */
static bool is_told_better(const struct handler_summary *s, const struct outcome *than)
{
	if (loc_compare(&than->origin, &than->loc) != 0)
		return false;
	vec_for_each_ptr(const struct outcome, o, &s->outcomes)
		if (loc_compare(&o->loc, &than->loc) == 0 && range_equal(&o->ret, &than->ret) &&
		    loc_compare(&o->origin, &o->loc) != 0)
			return true;
	return false;
}

void rule_check_errnos(struct rule_output *out, const struct rule_input *in,
		       const struct handler_summary *s)
{
	vec_for_each_ptr(const struct outcome, o, &s->outcomes) {
		const char *doubt = rule_doubt(in, o);

		if (is_told_better(s, o))
			continue;
		if (o->cls == RET_INTERNAL)
			check_internal(out, o, doubt);
		else if (o->cls == RET_WILD)
			check_wild(out, o, doubt);
		else if (o->cls == RET_ERRNO)
			check_bare(out, o, doubt);
	}
	rule_followed(out, s);
}
