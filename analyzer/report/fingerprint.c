// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/resolve.h"
#include "base/strbuf.h"
#include "report/fingerprint.h"
#include "report/report.h"
#include "report/source.h"

#define KEPT_NAMES 3 /* of an absolute path outside any work tree */

/* ---- paths ---- */

static const char *last_names(const char *path)
{
	const char *p = path + strlen(path);

	for (int slashes = 0; p > path; p--)
		if (p[-1] == '/' && ++slashes == KEPT_NAMES)
			return p;
	return path + strspn(path, "/");
}

/* @path without "." and empty names. */
static const char *tidy(struct arena *a, const char *path)
{
	struct strbuf b;

	strbuf_init(&b, a);
	if (path[0] == '/')
		strbuf_addc(&b, '/');
	for (const char *p = path + strspn(path, "/"); *p; p += strspn(p, "/")) {
		size_t n = strcspn(p, "/");

		if (n != 1 || p[0] != '.') {
			if (b.n && b.s[b.n - 1] != '/')
				strbuf_addc(&b, '/');
			strbuf_add_bytes(&b, p, n);
		}
		p += n;
	}
	return b.s;
}

const char *fingerprint_path(struct arena *a, const char *path)
{
	const char *real = path_resolved(a, path), *tree = path_work_tree(a, real);

	if (tree)
		return real + strlen(tree);
	path = tidy(a, path);
	if (path[0] == '/' || strncmp(path, "../", 3) == 0)
		return last_names(path);
	return path;
}

/* ---- findings ---- */

static const char *cached_path(const struct run_report *r, struct map *paths, const char *path)
{
	struct arena *a = r->arena;
	char *found, *renamed;

	if (!path)
		return "";
	found = map_get(paths, path);
	if (!found) {
		found = arena_strdup(a, fingerprint_path(a, path));
		renamed = r->renamed ? map_get(r->renamed, found) : NULL;
		found = renamed ? renamed : found;
		map_put(paths, path, found);
	}
	return found;
}

static size_t *counter(struct arena *a, struct map *counters, const char *key)
{
	size_t *n = map_get(counters, key);

	if (!n) {
		n = arena_new_of(a, size_t);
		map_put(counters, key, n);
	}
	return n;
}

void fingerprint_findings(struct run_report *r)
{
	struct arena *a = r->arena;
	struct map *paths = map_new(a), *counters = map_new(a);
	struct sources *sources = report_sources(r);

	vec_for_each_ptr(struct finding, f, &r->findings) {
		uwide h = hash_text(HASH_BEGIN, "migver fingerprint 1");

		if (f->fingerprint)
			continue;
		if (!f->statement)
			f->statement = source_statement(sources, &f->loc);
		h = hash_text(h, f->rule->id);
		h = hash_text(h, cached_path(r, paths, f->loc.path));
		h = hash_text(h, f->function);
		h = hash_text(h, f->statement);
		h = hash_text(h, arena_printf(a, "%zu", (*counter(a, counters, hash_hex(a, h)))++));
		f->fingerprint = hash_hex(a, h);
	}
}
