// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/strbuf.h"
#include "base/resolve.h"
#include "report/fingerprint.h"
#include "report/place.h"

void places_init(struct places *p, const struct run_report *r)
{
	struct arena *a = r->arena;
	const char *first = path_resolved(a, r->files.n ? r->files.v[0].path : "./x");
	const char *cwd = path_resolved(a, ".");

	*p = (struct places){ .arena = a, .relatives = map_new(a) };
	p->root = path_work_tree(a, first);
	if (!p->root)
		p->root = arena_printf(a, "%s%s", cwd, cwd[1] ? "/" : "");
}

const char *place_path(struct places *p, const char *path)
{
	char *found = map_get(p->relatives, path);
	size_t n = strlen(p->root);
	const char *real;

	if (found)
		return found;
	real = path_resolved(p->arena, path);
	found = arena_strdup(p->arena, strncmp(real, p->root, n) == 0 ? real + n : real);
	map_put(p->relatives, path, found);
	return found;
}

/* RFC 3986: a path's own characters stay, everything else is encoded. */
static const char *encoded(struct arena *a, const char *prefix, const char *path)
{
	static const char kept[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				   "0123456789-._~/!$&'()*+,;=@";
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, prefix);
	for (; *path; path++) {
		if (strchr(kept, *path))
			strbuf_addc(&b, *path);
		else
			strbuf_addf(&b, "%%%02X", (unsigned int)(unsigned char)*path);
	}
	return b.s;
}

const char *place_file_uri(struct arena *a, const char *path)
{
	return encoded(a, "file://", path);
}

const char *place_uri(struct places *p, const char *path)
{
	path = place_path(p, path);
	return path[0] == '/' ? place_file_uri(p->arena, path) : encoded(p->arena, "", path);
}
