// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/resolve.h"
#include "cli/config.h"
#include "report/fingerprint.h"

#define FILE_NAME ".migver.yaml"

/* ---- finding it ---- */

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Cuts the last name off; "/x" leaves "/". Returns false if there is none. */
static bool go_up(char *dir)
{
	char *slash = strrchr(dir, '/');

	if (!dir[1])
		return false;
	slash[slash == dir] = '\0';
	return true;
}

static const char *in_folder(struct arena *a, const char *dir, const char *name)
{
	return arena_printf(a, "%s%s%s", dir, dir[1] ? "/" : "", name);
}

static const char *find(struct options *o)
{
	const char *start = o->operands.n ? o->operands.v[0] : ".", *path;
	char *dir = arena_strdup(o->arena, path_resolved(o->arena, start));

	if (!is_folder(dir))
		go_up(dir);
	for (;;) {
		path = in_folder(o->arena, dir, FILE_NAME);
		if (access(path, F_OK) == 0)
			return path;
		if (access(in_folder(o->arena, dir, ".git"), F_OK) == 0 || !go_up(dir))
			return NULL;
	}
}

/* ---- obeying it ---- */

static void prepend(struct arena *a, string_list *list, const char **words, size_t n)
{
	string_list all = { 0 };

	for (size_t i = 0; i < n; i++)
		*vec_push(a, &all) = arena_strdup(a, words[i]);
	for (size_t i = 0; i < list->n; i++)
		*vec_push(a, &all) = list->v[i];
	*list = all;
}

static void merge(struct options *o)
{
	const struct config *c = &o->config;

	if (!o->profile)
		o->profile = c->profile;
	if (!o->baseline)
		o->baseline = c->baseline;
	if (!o->kernel && !o->compdb) {
		o->kernel = c->kernel;
		o->compdb = c->database;
	}
	if (!o->cache)
		o->cache = c->cache;
	if (!o->attrs.n)
		prepend(o->arena, &o->attrs, c->attributes, c->nattributes);
	prepend(o->arena, &o->models, c->models, c->nmodels);
	if (!o->has_fail_on && c->fail_on)
		options_fail_on(o, c->fail_on);
}

/* As short as it can be said from here: it stands in messages. */
static const char *from_here(struct arena *a, const char *path)
{
	const char *cwd = path_resolved(a, ".");
	size_t n = strlen(cwd);

	if (strncmp(path, cwd, n) == 0 && path[n] == '/')
		return path + n + 1;
	return path;
}

/* The folder that "auto" stands for; NULL if there is no home. */
static const char *cache_folder(struct arena *a)
{
	const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

	if (base && base[0] == '/')
		return arena_printf(a, "%s/migver/units", base);
	return home && home[0] == '/' ? arena_printf(a, "%s/.cache/migver/units", home) : NULL;
}

static void read_config(struct options *o)
{
	struct config *c = &o->config;
	struct strbuf text;
	char *dir;

	if (!o->config_file && !o->no_config)
		o->config_file = find(o);
	if (!o->config_file || o->no_config)
		return;
	dir = arena_strdup(o->arena, path_resolved(o->arena, o->config_file));
	go_up(dir);
	c->path = from_here(o->arena, o->config_file);
	c->dir = dir;
	text = load_file(o->arena, c->path);
	load_config(o->arena, c, text.s, text.n);
	merge(o);
}

void config_apply(struct options *o)
{
	read_config(o);
	if (o->cache && strcmp(o->cache, "auto") == 0)
		o->cache = cache_folder(o->arena);
}

/* ---- showing it ---- */

static void add(struct strbuf *out, const char *key, const char *value)
{
	if (!value)
		return;
	strbuf_addf(out, "%s: ", key);
	report_quote(out, value);
	strbuf_addc(out, '\n');
}

static void add_list(struct strbuf *out, const char *key, const char *const *words, size_t n)
{
	if (!n)
		return;
	strbuf_addf(out, "%s: [", key);
	for (size_t i = 0; i < n; i++) {
		strbuf_add(out, i ? ", " : "");
		report_quote(out, words[i]);
	}
	strbuf_add(out, "]\n");
}

static void add_rules(struct strbuf *out, const struct catalogue *c)
{
	strbuf_add(out, "rules:\n");
	vec_for_each_ptr(const struct rule_info, r, &c->rules) {
		if (r->lesser == r->severity)
			strbuf_addf(out, "  %s: %s\n", r->name, severity_name(r->severity));
		else
			strbuf_addf(out, "  %s: [%s, %s]\n", r->name, severity_name(r->severity),
				    severity_name(r->lesser));
	}
}

static void add_ignores(struct strbuf *out, const struct config *c)
{
	if (c->ignores.n)
		strbuf_add(out, "ignore:\n");
	vec_for_each_ptr(const struct path_ignore, i, &c->ignores) {
		add(out, "  - path", i->path);
		add_list(out, "    rules", i->rules, i->nrules);
		add(out, "    reason", i->reason);
	}
}

static const char *absolute(struct options *o, const char *path)
{
	return path ? path_resolved(o->arena, path) : NULL;
}

static void dump(struct options *o, const struct catalogue *c)
{
	const char *const *attrs = o->attrs.n ? (const char *const *)o->attrs.v : c->attributes;
	const char *profile = o->profile ? o->profile : "migration";
	const char **models = arena_array(o->arena, o->models.n, sizeof(*models));
	struct strbuf out;

	for (size_t i = 0; i < o->models.n; i++)
		models[i] = absolute(o, o->models.v[i]);
	strbuf_init(&out, o->arena);
	strbuf_add(&out, "# from ");
	report_escape(&out, o->config.path ? o->config.path : "the defaults",
		      strlen(o->config.path ? o->config.path : "the defaults"));
	strbuf_add(&out, " and the command line\n");
	add(&out, "profile", strpbrk(profile, "/.") ? absolute(o, profile) : profile);
	add_list(&out, "attributes", attrs, o->attrs.n ? o->attrs.n : c->nattributes);
	add_list(&out, "models", models, o->models.n);
	add(&out, "baseline", absolute(o, o->baseline));
	add(&out, "kernel", absolute(o, o->kernel));
	add(&out, "database", absolute(o, o->compdb));
	add(&out, "cache", absolute(o, o->cache));
	add(&out, "fail-on", o->fail_on_unproved ? "unproved" : severity_name(o->fail_on));
	add_ignores(&out, &o->config);
	add_rules(&out, c);
	fwrite(out.s, 1, out.n, stdout);
}

int config_command(struct options *o)
{
	struct load_request request = options_load(o);
	struct catalogue c = { 0 };
	struct attr_kinds kinds = { 0 };
	struct models models;
	struct baseline baseline = { 0 };

	load_everything(o->arena, &request, &c, &kinds, &models);
	if (o->baseline && access(o->baseline, F_OK) == 0)
		load_baseline_file(o->arena, &baseline, o->baseline);
	if (o->dump_config)
		dump(o, &c);
	else if (o->config.path)
		printf("%s: in order\n", o->config.path);
	else
		fatal("there is no " FILE_NAME " here or above");
	return EXIT_OK;
}
