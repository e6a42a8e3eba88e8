// SPDX-License-Identifier: MIT
#include <string.h>

#include "core/loc.h"

int loc_compare(const struct loc *a, const struct loc *b)
{
	int d = strcmp(a->path ? a->path : "", b->path ? b->path : "");

	if (d)
		return d;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	return 0;
}
