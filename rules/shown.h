/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_RULES_SHOWN_H
#define MIGVER_RULES_SHOWN_H

#include "rules/rule.h"

/** struct shown_trait - a trait that the shown text must not have. */
struct shown_trait {
	enum text_trait trait;
	const char *before, *after; /* the finding, around what brought it in */
	const char *may;	    /* what is not proved: "the text may hold ..." */
};

/** shown_summary - of a show that can succeed; NULL after having said why there is none. */
const struct handler_summary *shown_summary(struct rule_output *out, const struct rule_input *in);

/** shown_check - no text shown with success has any of the @n @traits. */
void shown_check(struct rule_output *out, const struct handler_summary *s,
		 const struct shown_trait *traits, size_t n);

#endif
