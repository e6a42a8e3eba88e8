// SPDX-License-Identifier: MIT
/*
 * .migver.yaml; docs/config.md describes it. It is read twice: load_config()
 * takes what says where other things are, load_config_rules() the severities,
 * once there are rules to change.
 */
#include <string.h>

#include "model/fields.h"
#include "model/load.h"
#include "model/switches.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

/* ---- values ---- */

static const char *from_folder(struct reader *r, const char *path)
{
	const struct config *c = r->context;

	if (path[0] == '/')
		return path;
	return arena_printf(r->arena, "%s%s%s", c->dir, c->dir[1] ? "/" : "", path);
}

static void read_path(struct reader *r, const struct ynode *value, void *slot)
{
	*(const char **)slot = from_folder(r, node_text(r, value));
}

/* A name, or a file: load_profile_named() tells them apart the same way. */
static void read_profile(struct reader *r, const struct ynode *value, void *slot)
{
	const char *name = node_text(r, value);

	*(const char **)slot = strpbrk(name, "/.") ? from_folder(r, name) : name;
}

static void read_cache(struct reader *r, const struct ynode *value, void *slot)
{
	const char *name = node_text(r, value);

	*(const char **)slot = strcmp(name, "auto") == 0 ? name : from_folder(r, name);
}

static void read_models(struct reader *r, const struct ynode *value, void *slot)
{
	struct config *c = r->context;

	read_texts(r, value, slot);
	for (size_t i = 0; i < c->nmodels; i++)
		c->models[i] = from_folder(r, c->models[i]);
}

static void read_fail_on(struct reader *r, const struct ynode *value, void *slot)
{
	static const char *const words[] = { "error", "warning", "advice", "unproved" };

	*(const char **)slot = words[node_choice(r, value, "level", words, N(words))];
}

static void read_ignore(struct reader *r, const struct ynode *entry, void *config)
{
	static const struct field fields[] = {
		REQUIRED("path", read_text, struct path_ignore, path),
		REQUIRED("rules", read_texts, struct path_ignore, rules),
		REQUIRED("reason", read_text, struct path_ignore, reason),
	};
	struct config *c = config;

	read_fields(r, entry, fields, N(fields), vec_push(r->arena, &c->ignores));
}

static void read_ignores(struct reader *r, const struct ynode *value, void *slot)
{
	(void)slot;
	read_each(r, value, read_ignore, r->context);
}

/* ---- the file ---- */

void load_config(struct arena *a, struct config *c, const char *text, size_t n)
{
	static const struct field fields[] = {
		FIELD("profile", read_profile, struct config, profile),
		FIELD("rules", read_skip, struct config, path),
		FIELD("attributes", read_texts, struct config, attributes),
		FIELD("models", read_models, struct config, models),
		FIELD("baseline", read_path, struct config, baseline),
		FIELD("kernel", read_path, struct config, kernel),
		FIELD("database", read_path, struct config, database),
		FIELD("cache", read_cache, struct config, cache),
		FIELD("fail-on", read_fail_on, struct config, fail_on),
		FIELD("ignore", read_ignores, struct config, ignores),
	};
	struct reader r = { .arena = a, .path = c->path, .context = c };

	read_fields(&r, reader_root(&r, text, n), fields, N(fields), c);
}

/* Rules that ignore entries name must be there, too. */
static void check_ignore(struct reader *r, const struct ynode *entry, void *unused)
{
	const struct ynode *rules = ynode_get(entry, "rules");

	(void)unused;
	for (size_t i = 0; rules && i < rules->n; i++)
		if (!strpbrk(rules->item[i]->text, "*?["))
			switches_rule(r, rules->item[i]);
}

void load_config_rules(struct arena *a, struct catalogue *c, const char *path, const char *text,
		       size_t n)
{
	struct reader r = { .arena = a, .path = path, .context = c };
	struct ynode *root = reader_root(&r, text, n), *rules = ynode_get(root, "rules"),
		     *ignores = ynode_get(root, "ignore");

	if (rules)
		switches_read(&r, rules, NULL);
	if (ignores)
		read_each(&r, ignores, check_ignore, NULL);
}
