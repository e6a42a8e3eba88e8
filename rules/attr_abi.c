// SPDX-License-Identifier: MIT
/* MV004: the handlers' prototypes are those of the attribute struct's members. */
#include <string.h>

#include "rules/table.h"

static void check(struct rule_output *out, const struct handler *h, const char *what)
{
	if (h->is_unknown) {
		rule_unproved(out, h->bound, "the %s handler is bound at run time", what);
		return;
	}
	if (!h->name)
		return;
	if (!h->sig || !h->member_sig)
		rule_unproved(out, h->bound, "the prototype of %s() is not known", h->name);
	else if (strcmp(h->sig, h->member_sig) != 0)
		rule_violated(out, h->bound, "%s() is '%s', but the kernel calls it as '%s'",
			      h->name, h->sig, h->member_sig);
}

void rule_attr_abi(struct rule_output *out, const struct rule_input *in)
{
	check(out, &in->attr->show, "show");
	check(out, &in->attr->store, "store");
	if (!in->attr->show.name && !in->attr->store.name)
		rule_not_applicable(out, "no handler is bound");
}
