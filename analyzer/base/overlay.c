// SPDX-License-Identifier: MIT
#include "base/overlay.h"
#include "base/resolve.h"

void overlay_init(struct overlay *o, struct arena *a)
{
	*o = (struct overlay){ .arena = a, .by_path = map_new(a) };
}

void overlay_put(struct overlay *o, const char *path, const char *text, size_t n)
{
	const char *real = path_resolved(o->arena, path);
	struct overlay_file *f = map_get(o->by_path, real);

	if (!f) {
		f = arena_new_of(o->arena, struct overlay_file);
		map_put(o->by_path, real, f);
		*vec_push(o->arena, &o->files) = f;
	}
	*f = (struct overlay_file){ real, text ? text : "", n, !text };
}

/* Resolving costs a system call for each name of the path, and most runs have no overlay. */
const struct overlay_file *overlay_find(const struct overlay *o, const char *path)
{
	struct arena *scratch;
	const struct overlay_file *f;

	if (!o || !o->files.n)
		return NULL;
	scratch = arena_new();
	f = map_get(o->by_path, path_resolved(scratch, path));
	arena_drop(scratch);
	return f;
}
