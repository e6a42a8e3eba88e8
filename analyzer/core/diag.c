// SPDX-License-Identifier: MIT
#include <string.h>

#include "core/diag.h"

int finding_compare(const void *a, const void *b)
{
	const struct finding *f = a, *g = b;
	int d = loc_compare(&f->loc, &g->loc);

	if (!d)
		d = strcmp(f->rule->id, g->rule->id);
	if (!d)
		d = (int)g->severity - (int)f->severity;
	return d ? d : strcmp(f->message, g->message);
}
