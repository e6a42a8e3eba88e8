// SPDX-License-Identifier: MIT
/* MV001: the mode is readable and writable, and both handlers are there. */
#include "base/strbuf.h"
#include "rules/table.h"

#define READ_BITS  0444u
#define WRITE_BITS 0222u

static void complain(struct strbuf *b, const char *what)
{
	if (b->n)
		strbuf_add(b, ", ");
	strbuf_add(b, what);
}

void rule_attr_rw(struct rule_output *out, const struct rule_input *in)
{
	const struct attribute *a = in->attr;
	struct strbuf b;

	strbuf_init(&b, out->arena);
	if (a->mode_known && !(a->mode & READ_BITS))
		complain(&b, "its mode lets nobody read");
	if (a->mode_known && !(a->mode & WRITE_BITS))
		complain(&b, "its mode lets nobody write");
	if (!a->show.name && !a->show.is_unknown)
		complain(&b, "it has no show handler (read fails with EIO)");
	if (!a->store.name && !a->store.is_unknown)
		complain(&b, "it has no store handler (write fails with EIO)");
	if (b.n) {
		if (a->mode_known)
			rule_violated(out, a->loc, "'%s' is not read-write: %s (mode %04o)",
				      a->name, b.s, a->mode);
		else
			rule_violated(out, a->loc, "'%s' is not read-write: %s", a->name, b.s);
	}
	if (!a->mode_known)
		rule_unproved(out, a->loc, "the mode is not a constant");
	if (a->show.is_unknown || a->store.is_unknown)
		rule_unproved(out, a->loc, "a handler is bound at run time");
}
