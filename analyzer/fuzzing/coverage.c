// SPDX-License-Identifier: MIT
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fatal.h"
#include "front/paths.h"
#include "fuzzing/coverage.h"
#include "fuzzing/process.h"

#define BATCH	 400	/* inputs that one process runs */
#define MAX_LINE 100000 /* of a source file */

/* llvm-cov's kinds of regions */
#define REGION_CODE 0

void coverage_tools(struct arena *a, const struct toolchain *t, struct coverage *c)
{
	c->profdata = toolchain_tool(a, t, "llvm-profdata");
	c->cov = toolchain_tool(a, t, "llvm-cov");
	if (!c->profdata || !c->cov)
		fatal("--coverage needs llvm-profdata and llvm-cov of LLVM %u (Debian: apt install "
		      "llvm-%u)",
		      t->major, t->major);
}

/* ---- running the corpus ---- */

/** struct batch - what a child needs to know. */
struct batch {
	const struct coverage *coverage;
	const char *profile;
};

static void prepare(const void *data)
{
	const struct batch *b = data;

	setenv("LLVM_PROFILE_FILE", b->profile, 1);
	setenv("MIGVER_FUZZ_OPTS", b->coverage->options, 1);
	unsetenv("MIGVER_FUZZ_DIR");
	sandbox_enter(b->coverage->sandbox);
}

static void add_inputs(struct arena *a, const char *folder, name_list *out)
{
	name_list names = folder_list(a, folder);

	for (size_t i = 0; i < names.n; i++)
		*vec_push(a, out) = path_join(a, folder, names.v[i]);
}

/* Runs all inputs; the list of profiles that came of it. */
static name_list run_inputs(struct arena *a, const struct coverage *c, const char *target)
{
	name_list inputs = { 0 }, profiles = { 0 };

	add_inputs(a, c->place->corpus, &inputs);
	add_inputs(a, c->place->seeds, &inputs);
	for (size_t from = 0; from < inputs.n; from += BATCH) {
		size_t n = inputs.n - from < BATCH ? inputs.n - from : BATCH;
		struct batch b = { c, arena_printf(a, "%s/%zu.profraw", c->place->objects, from) };
		struct process p = { .prepare = prepare, .data = &b };

		args_add(a, &p.args, target);
		args_add(a, &p.args, "-q");
		args_add_all(a, &p.args, inputs.v + from, n);
		process_run_all(a, &p, 1, 1);
		if (path_is_file(b.profile))
			*vec_push(a, &profiles) = b.profile;
	}
	return profiles;
}

static const char *merge(struct arena *a, const struct coverage *c, const name_list *profiles)
{
	const char *merged = path_join(a, c->place->objects, "merged.profdata");
	const char *words[] = { c->profdata, "merge", "-sparse", "-o", merged };
	struct args args = { 0 };
	struct strbuf out;

	args_add_all(a, &args, words, sizeof(words) / sizeof(words[0]));
	args_add_all(a, &args, profiles->v, profiles->n);
	if (!profiles->n || process_run(a, &args, &out) != 0)
		fatal("coverage: no profile came of running the corpus%s%s",
		      profiles->n ? ":\n" : "", profiles->n ? out.s : "");
	return merged;
}

/* ---- lines that were never reached ---- */

/* "dir/file.c:name" or "name" */
static bool is_wanted(const struct coverage *c, const char *name)
{
	const char *colon = strrchr(name, ':');

	name = colon ? colon + 1 : name;
	for (size_t i = 0; i < c->functions->n; i++)
		if (strcmp(c->functions->v[i], name) == 0)
			return true;
	return false;
}

static long at(const json_t *array, size_t i)
{
	return (long)json_integer_value(json_array_get(array, i));
}

/* The innermost region decides about a line; outer regions come first. */
static void mark_regions(struct arena *a, const json_t *function, unsigned char *is_missed,
			 const char **path)
{
	json_t *regions = json_object_get(function, "regions"), *r;
	size_t i;

	*path = arena_strdup(
		a, json_string_value(json_array_get(json_object_get(function, "filenames"), 0)));
	json_array_foreach(regions, i, r)
	{
		if (at(r, 7) != REGION_CODE || at(r, 5) != 0)
			continue;
		for (long line = at(r, 0); line <= at(r, 2) && line < MAX_LINE; line++)
			is_missed[line] = at(r, 4) == 0;
	}
}

static void add_missed(struct arena *a, const json_t *function, struct fuzz_facts *facts)
{
	struct arena *scratch = arena_new();
	unsigned char *is_missed = arena_alloc(scratch, MAX_LINE + 1);
	struct loc *last = NULL;
	const char *path;

	mark_regions(a, function, is_missed, &path);
	for (uint32_t line = 1; line < MAX_LINE; line++) {
		if (!is_missed[line])
			continue;
		if (!last || last->end_line + 1 < line) {
			last = vec_push(a, &facts->unreached);
			*last = (struct loc){ .path = path, .line = line };
		}
		last->end_line = line;
	}
	arena_drop(scratch);
}

static void find_missed(struct arena *a, const struct coverage *c, const char *json,
			struct fuzz_facts *facts)
{
	json_t *all = json_loads(json, 0, NULL), *functions, *f;
	size_t i;

	functions = json_object_get(json_array_get(json_object_get(all, "data"), 0), "functions");
	if (!json_is_array(functions))
		fatal("coverage: llvm-cov gave no list of functions");
	json_array_foreach(functions, i, f)
	{
		const char *name = json_string_value(json_object_get(f, "name"));

		if (name && is_wanted(c, name))
			add_missed(a, f, facts);
	}
	json_decref(all);
}

/* ---- all of it ---- */

static struct strbuf run_cov(struct arena *a, const struct coverage *c, const char *command,
			     const char *target, const char *profile, const char *option)
{
	struct args args = { 0 };
	struct strbuf out;

	args_add(a, &args, c->cov);
	args_add(a, &args, command);
	args_add(a, &args, target);
	args_add(a, &args, arena_printf(a, "-instr-profile=%s", profile));
	args_add(a, &args, option);
	if (strcmp(command, "show") == 0) {
		args_add(a, &args, "-format=html");
		args_add(a, &args, "-show-branches=count");
	}
	args_add_all(a, &args, c->request->files, c->request->nfiles);
	if (process_run(a, &args, &out) != 0)
		fatal("coverage: %s failed:\n%s", c->cov, out.s);
	return out;
}

void coverage_measure(struct arena *a, const struct coverage *c, struct fuzz_facts *facts)
{
	const char *target = path_join(a, c->place->folder, "coverage-target");
	const char *html = path_join(a, c->place->folder, "coverage");
	struct build_request request = *c->request;
	struct build b;
	const char *profile;
	name_list profiles;

	request.folder = path_join(a, c->place->objects, "coverage");
	folder_make(a, request.folder);
	build_driver(a, &request, BUILD_COVERAGE, &b);
	if (b.error)
		fatal("coverage: %s does not compile:\n%s", b.bad_file, b.error);
	build_link(&b, BUILD_COVERAGE, target);
	profiles = run_inputs(a, c, target);
	profile = merge(a, c, &profiles);
	folder_remove(a, html);
	run_cov(a, c, "show", target, profile, arena_printf(a, "-output-dir=%s", html));
	find_missed(a, c, run_cov(a, c, "export", target, profile, "-skip-expansions").s, facts);
	facts->is_covered = true;
	facts->coverage = path_join(a, html, "index.html");
}
