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

bool model_writes_to(const struct model *m, const struct model_effect *e, size_t n)
{
	static const bool writing[ME_KIND_NR] = {
		[ME_PRINT] = true,  [ME_COPY_STRING] = true, [ME_COPY_BYTES] = true,
		[ME_TEXT] = true,   [ME_FILL] = true,	     [ME_STORE] = true,
		[ME_CHANGE] = true,
	};

	return (writing[e->kind] && e->to == (int)n) || (e->kind == ME_SCAN && n >= m->nparams);
}
