// SPDX-License-Identifier: MIT
#include <stdint.h>
#include <string.h>

#include "model/model.h"

struct models models_new(struct arena *a)
{
	return (struct models){ map_new(a), map_new(a), map_new(a), map_new(a), map_new(a) };
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

bool model_tells_kind(const struct models *m, const char *member)
{
	return m->kinds && map_get(m->kinds, member);
}

bool model_is_shared(const struct models *m, const char *member)
{
	const char *dot = strchr(member, '.');
	char tag[64];

	if (!m->shared || !dot || (size_t)(dot - member) >= sizeof(tag))
		return false;
	memcpy(tag, member, (size_t)(dot - member));
	tag[dot - member] = '\0';
	return map_get(m->shared, tag);
}
