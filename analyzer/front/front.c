// SPDX-License-Identifier: MIT
#include <clang-c/Index.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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
	struct flags *flags; /* of each path */
	struct ir_unit **units;
	struct arena *arena; /* of the program */
	struct map *names;   /* interned paths */
};

/* ---- in the worker ---- */

static void work(void *data, size_t item, struct arena *a, struct strbuf *out)
{
	const struct loading *l = data;
	struct map *names = map_new(a);
	struct ir_unit *u = ir_unit_new(a, intern(names, l->paths[item]));

	parse_setup();
	parse_unit(u, names, &l->flags[item], l->options->overlay, &l->lower);
	ir_print_unit(u, out);
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

static void done(void *data, size_t item, const struct worker_result *r)
{
	struct loading *l = data;
	struct ir_error error = { 0 };
	struct ir_unit *u = NULL;

	if (r->failure) {
		u = failed_unit(l, item, r->failure);
	} else {
		u = ir_parse_unit(l->arena, l->names, r->text, r->n, &error);
		if (!u)
			u = failed_unit(l, item,
					arena_printf(l->arena,
						     "the worker's result is damaged (%u:%u: %s)",
						     error.line, error.col, error.message));
	}
	l->units[item] = u;
	l->ndone++;
	if (l->options->progress)
		l->options->progress(l->options->progress_data, l->ndone, l->npaths,
				     l->paths[item]);
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
	};
	const struct worker_limits limits = limits_of(o);
	const struct worker_task task = { n, work, done, &l };

	find_flags(&l);
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
