// SPDX-License-Identifier: MIT
#include <stdint.h>

#include "model/model.h"

struct models models_new(struct arena *a)
{
	return (struct models){ map_new(a), map_new(a), map_new(a) };
}

const struct model *model_find(const struct models *m, const char *name)
{
	return m->by_name ? map_get(m->by_name, name) : NULL;
}

enum model_source model_variable(const struct models *m, const char *name)
{
	return m->variables ? (enum model_source)(uintptr_t)map_get(m->variables, name)
			    : MODEL_STABLE;
}

const struct model_member *model_member(const struct models *m, const char *name)
{
	return m->members && name ? map_get(m->members, name) : NULL;
}
