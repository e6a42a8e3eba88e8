// SPDX-License-Identifier: MIT
#include <string.h>

#include "core/catalogue.h"

const struct rule_info *catalogue_find(const struct catalogue *c, const char *id_or_name)
{
	vec_for_each_ptr(const struct rule_info, r, &c->rules)
		if (strcmp(r->id, id_or_name) == 0 || strcmp(r->name, id_or_name) == 0)
			return r;
	return NULL;
}
