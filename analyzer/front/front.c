// SPDX-License-Identifier: MIT
#include <clang-c/Index.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "front/unit_cache.h"
#include "front/front.h"
#include "front/parse.h"
#include "front/worker.h"
#include "ir/build.h"
#include "ir/text.h"

/** struct loading - one run of front_load(). */
struct loading {
	const struct front_options *options;
	struct lower_options lower;
	char **paths;
	size_t npaths, ndone;
	struct flags *flags;	  /* of each path */
	struct unit_cache *cache; /* or NULL */
	const char **keys;	  /* of each path, in the cache; or NULL */
	size_t *todo, ntodo;	  /* paths that the cache lacks */
	struct ir_unit **units;
	struct arena *arena; /* of the program */
	struct map *names;   /* interned paths */
};

/* ---- in the worker ---- */

static void work(void *data, size_t todo, struct arena *a, struct strbuf *out)
{
	const struct loading *l = data;
	size_t item = l->todo[todo];
	struct map *names = map_new(a);
	struct ir_unit *u = ir_unit_new(a, intern(names, l->paths[item]));
	struct strbuf files;

	strbuf_init(&files, a);
	parse_setup();
	parse_unit(u, names, &l->flags[item], l->options->overlay, &l->lower, &files);
	ir_print_unit(u, out);
	/* The text has no NUL. */
	strbuf_addc(out, '\0');
	strbuf_add_bytes(out, files.s, files.n);
}

/* ---- in the parent ---- */

static struct ir_unit *failed_unit(struct loading *l, size_t item, const char *why)
{
	struct ir_unit *u = ir_unit_new(l->arena, intern(l->names, l->paths[item]));

	u->status = UNIT_FAILED;
	u->flags_from = l->flags[item].from;
	ir_add_reason(u, (struct loc){ 0 }, "%s", arena_strdup(l->arena, why));
	return u;
}

static void finish_item(struct loading *l, size_t item, struct ir_unit *u)
{
	l->units[item] = u;
	l->ndone++;
	if (l->options->progress)
		l->options->progress(l->options->progress_data, l->ndone, l->npaths,
				     l->paths[item]);
}

/* Only what is complete, and was made with the flags that the key tells of. */
static void keep(struct loading *l, size_t item, const struct ir_unit *u, const char *files,
		 const struct worker_result *r)
{
	const char *key = l->keys[item];

	if (key && u->status == UNIT_ANALYZED && strcmp(u->flags_from, l->flags[item].from) == 0)
		unit_cache_put(l->cache, key, files, r->text, (size_t)(files - 1 - r->text));
}

static void done(void *data, size_t todo, const struct worker_result *r)
{
	struct loading *l = data;
	size_t item = l->todo[todo];
	struct ir_error error = { 0 };
	struct ir_unit *u = NULL;
	const char *end = r->failure ? NULL : memchr(r->text, '\0', r->n);

	if (!r->failure && !end) {
		u = failed_unit(l, item, "the worker's result is cut short");
	} else if (r->failure) {
		u = failed_unit(l, item, r->failure);
	} else {
		u = ir_parse_unit(l->arena, l->names, r->text, (size_t)(end - r->text), &error);
		if (u)
			keep(l, item, u, end + 1, r);
		else
			u = failed_unit(l, item,
					arena_printf(l->arena,
						     "the worker's result is damaged (%u:%u: %s)",
						     error.line, error.col, error.message));
	}
	finish_item(l, item, u);
}

/* ---- results of earlier runs ---- */

static struct ir_unit *cached_unit(struct loading *l, size_t item)
{
	const char *text;
	struct ir_error error;
	size_t n = 0;

	if (!l->cache)
		return NULL;
	l->keys[item] = unit_cache_key(l->cache, l->paths[item], &l->flags[item]);
	text = l->keys[item] ? unit_cache_get(l->cache, l->keys[item], &n) : NULL;
	return text ? ir_parse_unit(l->arena, l->names, text, n, &error) : NULL;
}

/* Files in memory are another state of the tree, and not worth keeping. */
static void open_cache(struct loading *l)
{
	const struct front_options *o = l->options;
	uwide salt = HASH_BEGIN;

	if (!o->cache || (o->overlay && o->overlay->files.n))
		return;
	salt = hash_text(salt, o->cache_salt);
	for (size_t i = 0; i < o->nmarkers; i++)
		salt = hash_text(salt, o->markers[i]);
	l->cache = unit_cache_open(l->arena, o->cache, salt);
}

/* Takes what the cache has; the rest is to do. */
static void take_cached(struct loading *l)
{
	open_cache(l);
	for (size_t i = 0; i < l->npaths; i++) {
		struct ir_unit *u = cached_unit(l, i);

		if (u)
			finish_item(l, i, u);
		else
			l->todo[l->ntodo++] = i;
	}
}

static void say(struct arena *a, const char *path, const char *what, const char *text)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, path);
	strbuf_add(&b, ": ");
	strbuf_add(&b, what);
	strbuf_add(&b, text);
	text = b.s;
	strbuf_init(&b, a);
	strbuf_add_escaped(&b, text, strlen(text), true);
	fprintf(stderr, "%s\n", b.s);
}

static void say_flags(struct arena *a, const char *path, const struct flags *f)
{
	struct strbuf b;

	say(a, path, "flags from ", f->from);
	if (f->note)
		say(a, path, "note: ", f->note);
	if (!f->removed.n)
		return;
	strbuf_init(&b, a);
	for (size_t i = 0; i < f->removed.n; i++) {
		strbuf_addc(&b, ' ');
		strbuf_add(&b, f->removed.v[i]);
	}
	say(a, path, "removed arguments:", b.s);
}

static void find_flags(struct loading *l)
{
	struct flag_source source;

	flag_source_open(l->arena, l->options, &source);
	for (size_t i = 0; i < l->npaths; i++) {
		l->flags[i] = flags_for(l->arena, &source, l->paths[i]);
		if (l->options->verbose)
			say_flags(l->arena, l->paths[i], &l->flags[i]);
	}
}

static struct worker_limits limits_of(const struct front_options *o)
{
	struct worker_limits w = {
		.jobs = o->jobs,
		.timeout_s = o->timeout_s ? o->timeout_s : FRONT_TIMEOUT_S,
		.memory_mb = o->memory_mb ? o->memory_mb : FRONT_MEMORY_MB,
	};
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);

	if (w.jobs <= 0)
		w.jobs = cpus > 0 ? (int)cpus : 1;
	return w;
}

void front_load(const struct front_options *o, char **paths, size_t n, struct program *prog)
{
	struct loading l = {
		.options = o,
		.lower = { .is_modelled = o->is_modelled,
			   .data = o->data,
			   .markers = o->markers,
			   .nmarkers = o->nmarkers },
		.paths = paths,
		.npaths = n,
		.arena = prog->arena,
		.names = map_new(prog->arena),
		.flags = arena_array(prog->arena, n, sizeof(*l.flags)),
		.units = arena_array(prog->arena, n, sizeof(*l.units)),
		.keys = arena_array(prog->arena, n, sizeof(*l.keys)),
		.todo = arena_array(prog->arena, n, sizeof(*l.todo)),
	};
	const struct worker_limits limits = limits_of(o);
	struct worker_task task = { 0, work, done, &l };

	find_flags(&l);
	take_cached(&l);
	task.nitems = l.ntodo;
	worker_run(&limits, &task);
	for (size_t i = 0; i < n; i++)
		program_add(prog, l.units[i]);
}

const char *front_libclang_version(struct arena *a)
{
	CXString s = clang_getClangVersion();
	const char *copy = arena_strdup(a, clang_getCString(s));

	clang_disposeString(s);
	return copy;
}
