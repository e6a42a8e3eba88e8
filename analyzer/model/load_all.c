// SPDX-License-Identifier: MIT
/* The data that the binary carries, then the user's files on top of it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/distance.h"
#include "base/embedded.h"
#include "base/fatal.h"
#include "base/strbuf.h"
#include "model/load.h"
#include "model/yaml.h"

#define DEFAULT_PROFILE "migration"
#define MODELS_DIR	"rules/models/"
#define PROFILES_DIR	"rules/profiles/"

static const char *shown(struct arena *a, const char *s)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add_escaped(&b, s, strlen(s), true);
	return b.s;
}

static void read_stream(struct strbuf *b, FILE *f, const char *path)
{
	char chunk[8192];
	size_t n;

	while ((n = fread(chunk, 1, sizeof(chunk), f))) {
		strbuf_add_bytes(b, chunk, n);
		if (b->n > YAML_MAX_BYTES)
			fatal("%s: the file is larger than %zu MB", shown(b->arena, path),
			      YAML_MAX_BYTES >> 20);
	}
	if (ferror(f))
		fatal("%s: %s", shown(b->arena, path), strerror(errno));
}

struct strbuf load_file(struct arena *a, const char *path)
{
	struct strbuf b;
	FILE *f = fopen(path, "rb");

	strbuf_init(&b, a);
	if (!f)
		fatal("%s: %s", shown(a, path), strerror(errno));
	read_stream(&b, f, path);
	fclose(f);
	return b;
}

static const struct embedded_file *built_in(const char *path)
{
	const struct embedded_file *f = embedded_find(path);

	if (!f)
		BUG("%s is not built in", path);
	return f;
}

/* ---- profiles ---- */

/* "sysfs" of "rules/profiles/sysfs.yaml"; NULL if @path is no profile. */
static const char *profile_name(struct arena *a, const char *path)
{
	size_t dir = strlen(PROFILES_DIR), n = strlen(path);

	if (strncmp(path, PROFILES_DIR, dir) != 0 || n < dir + strlen(".yaml"))
		return NULL;
	return arena_strndup(a, path + dir, n - dir - strlen(".yaml"));
}

static _Noreturn void fail_profile(struct arena *a, const char *wanted)
{
	const char **known = arena_array(a, embedded_count, sizeof(*known)), *meant;
	struct strbuf b;
	size_t n = 0;

	strbuf_init(&b, a);
	for (size_t i = 0; i < embedded_count; i++) {
		const char *name = profile_name(a, embedded_files[i].path);

		if (!name)
			continue;
		strbuf_addf(&b, "%s%s", n ? ", " : "", name);
		known[n++] = name;
	}
	meant = closest(wanted, known, n);
	if (meant)
		fatal("unknown profile '%s'; did you mean '%s'?", shown(a, wanted), meant);
	fatal("unknown profile '%s'; there are %s, or give a file", shown(a, wanted), b.s);
}

/* A word is a built-in profile; what has a slash or a dot in it is a file. */
static void load_profile_named(struct arena *a, struct catalogue *c, const char *name)
{
	const struct embedded_file *f;
	struct strbuf b;

	if (strpbrk(name, "/.")) {
		b = load_file(a, name);
		load_profile(a, c, name, b.s, b.n);
		return;
	}
	f = embedded_find(arena_printf(a, PROFILES_DIR "%s.yaml", name));
	if (!f)
		fail_profile(a, name);
	load_profile(a, c, f->path, (const char *)f->bytes, f->size);
}

/* ---- everything ---- */

static void load_built_in(struct arena *a, struct catalogue *c, struct attr_kinds *k,
			  struct models *m)
{
	const struct embedded_file *f = built_in("rules/contract.yaml");

	load_contract(a, c, f->path, (const char *)f->bytes, f->size);
	f = built_in("rules/catalogue.yaml");
	load_catalogue(a, c, f->path, (const char *)f->bytes, f->size);
	f = built_in("rules/attributes.yaml");
	load_attributes(a, k, f->path, (const char *)f->bytes, f->size);
	for (size_t i = 0; i < embedded_count; i++) {
		f = &embedded_files[i];
		if (strncmp(f->path, MODELS_DIR, strlen(MODELS_DIR)) == 0)
			load_models(a, m, f->path, (const char *)f->bytes, f->size);
	}
}

void load_everything(struct arena *a, const struct load_request *r, struct catalogue *c,
		     struct attr_kinds *k, struct models *m)
{
	struct strbuf b;

	*m = models_new(a);
	load_built_in(a, c, k, m);
	load_profile_named(a, c, r->profile ? r->profile : DEFAULT_PROFILE);
	if (r->config) {
		b = load_file(a, r->config);
		load_config_rules(a, c, r->config, b.s, b.n);
	}
	for (size_t i = 0; i < r->nrules; i++) {
		b = load_file(a, r->rules[i]);
		load_rules_overlay(a, c, r->rules[i], b.s, b.n);
	}
	for (size_t i = 0; i < r->nmodels; i++) {
		b = load_file(a, r->models[i]);
		load_models(a, m, r->models[i], b.s, b.n);
	}
}
