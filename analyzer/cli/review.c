// SPDX-License-Identifier: MIT
/*
 * What a change causes, which is not what stands in its lines: a helper that
 * loses a check breaks a handler elsewhere, and a moved line breaks nothing. So
 * both states are analyzed whole and compared by fingerprint. One of them is
 * the tree, the other one the tree with the patch applied in memory; for
 * --since it is the diff applied backwards.
 *
 * Without files named, the sources in the folders of the changed files, in
 * those below and in the one above are candidates; what can't matter among
 * them is skipped as in any search.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/resolve.h"
#include "cli/patch.h"
#include "cli/review.h"
#include "front/paths.h"
#include "fuzzing/process.h"
#include "report/before.h"
#include "report/fingerprint.h"

#define MAX_PATCH_BYTES ((size_t)256 << 20)
#define MAX_DEPTH	8

struct review {
	struct arena *arena;
	const struct options *options;
	const char *cwd;
	struct patch patch;
	struct overlay overlay;
	struct map *seen; /* folders and files already among the candidates */
	string_list candidates;
	struct map *named; /* candidates that are parsed whatever they mention */
};

/* ---- the patch ---- */

static struct strbuf read_patch(struct arena *a, const char *path)
{
	bool is_stdin = strcmp(path, "-") == 0;
	FILE *f = is_stdin ? stdin : fopen(path, "re");
	char chunk[65536];
	struct strbuf b;
	size_t n;

	if (!f)
		fatal("--patch: %s: %s", path, strerror(errno));
	strbuf_init(&b, a);
	while ((n = fread(chunk, 1, sizeof(chunk), f)) && b.n < MAX_PATCH_BYTES)
		strbuf_add_bytes(&b, chunk, n);
	if (ferror(f))
		fatal("--patch: %s: %s", path, strerror(errno));
	if (!is_stdin)
		fclose(f);
	return b;
}

/* git runs no program of the repository's for this: no driver of diffs, no hook, no monitor. */
static struct strbuf git_diff(struct arena *a, const char *root, const char *since)
{
	const char *const words[] = {
		"git",
		"-C",
		root,
		"-c",
		"core.fsmonitor=false",
		"diff",
		"--no-ext-diff",
		"--no-textconv",
		"--no-color",
		"--src-prefix=a/",
		"--dst-prefix=b/",
		"-M",
		"-U3",
		since,
		"--",
	};
	struct args args = { 0 };
	struct strbuf out;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		args_add(a, &args, words[i]);
	if (process_run(a, &args, &out) != 0)
		fatal("--since: git diff %s: %.*s", since, (int)strcspn(out.s, "\n"), out.s);
	return out;
}

static void load(struct review *v)
{
	const struct options *o = v->options;
	const char *tree = path_work_tree(v->arena, path_resolved(v->arena, "./x"));
	struct strbuf text;

	if (o->patch && o->since)
		fatal("--patch and --since: which of the two?");
	if (o->fail_on_unproved)
		fatal("--fail-on unproved says nothing about a change: what it causes are "
		      "findings");
	if (o->since && !tree)
		fatal("--since: this is no git work tree");
	v->patch = (struct patch){ .arena = v->arena };
	v->patch.root = tree ? tree : arena_printf(v->arena, "%s/", v->cwd);
	v->patch.name = o->since ? "git diff" : strcmp(o->patch, "-") ? o->patch : "standard input";
	v->patch.is_reversed = o->since != NULL;
	text = o->since ? git_diff(v->arena, v->patch.root, o->since)
			: read_patch(v->arena, o->patch);
	overlay_init(&v->overlay, v->arena);
	patch_apply(&v->patch, text.s, text.n, &v->overlay);
}

/* ---- candidates ---- */

static bool is_c(const char *name)
{
	size_t n = strlen(name);

	return n > 2 && strcmp(name + n - 2, ".c") == 0;
}

static void add_candidate(struct review *v, const char *path, bool is_named)
{
	path = path_from_cwd(v->cwd, path);
	if (is_named)
		map_put(v->named, path, v);
	if (map_get(v->seen, path))
		return;
	map_put(v->seen, path, v);
	*vec_push(v->arena, &v->candidates) = arena_strdup(v->arena, path);
}

static void search(struct review *v, const char *folder, int depth)
{
	DIR *dir = opendir(folder);

	if (!dir)
		return;
	for (struct dirent *e; (e = readdir(dir));) {
		const char *path = arena_printf(v->arena, "%s/%s", folder, e->d_name);
		struct stat st;

		if (e->d_name[0] == '.' || lstat(path, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode) && depth > 0)
			search(v, path, depth - 1);
		else if (S_ISREG(st.st_mode) && is_c(path))
			add_candidate(v, path, false);
	}
	closedir(dir);
}

/* Around one changed file; the top of the tree is no driver's folder. */
static void search_around(struct review *v, const char *name)
{
	const char *path = arena_printf(v->arena, "%s%s", v->patch.root, name), *folder, *above;
	size_t n = strlen(name);

	if (n < 3 || name[n - 2] != '.' || !strchr("ch", name[n - 1]))
		return;
	if (is_c(name))
		add_candidate(v, path, true);
	folder = path_dir(v->arena, path);
	above = path_dir(v->arena, folder);
	if (map_get(v->seen, folder))
		return;
	map_put(v->seen, folder, v);
	search(v, folder, MAX_DEPTH);
	if (strlen(above) + 1 > strlen(v->patch.root))
		search(v, above, 0);
}

/* With files named by the user, those, and the changed ones as in a search: helpers may be there.
 */
static void take_operands(struct review *v)
{
	file_list given = { 0 };

	files_expand(v->options, &given);
	vec_for_each_ptr(const struct file_entry, f, &given)
		add_candidate(v, path_resolved(v->arena, f->path), !f->is_found);
	for (size_t i = 0; i < v->overlay.files.n; i++)
		if (is_c(v->overlay.files.v[i]->path))
			add_candidate(v, v->overlay.files.v[i]->path, false);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void find_candidates(struct review *v)
{
	v->seen = map_new(v->arena);
	v->named = map_new(v->arena);
	if (v->options->operands.n)
		take_operands(v);
	vec_for_each_ptr(const struct patch_file, f, &v->patch.files) {
		if (v->options->operands.n)
			break;
		if (f->from)
			search_around(v, f->from);
		if (f->to)
			search_around(v, f->to);
	}
	if (v->candidates.n)
		qsort(v->candidates.v, v->candidates.n, sizeof(*v->candidates.v), by_text);
}

/* ---- the two states ---- */

static bool is_there(const char *path, const struct overlay *o)
{
	const struct overlay_file *f = overlay_find(o, path);

	return f ? !f->is_gone : access(path, F_OK) == 0;
}

static void run(struct review *v, struct pipeline *p, const struct overlay *o)
{
	p->overlay = o;
	for (size_t i = 0; i < v->candidates.n; i++) {
		const char *path = v->candidates.v[i];

		if (is_there(path, o))
			*vec_push(v->arena, &p->files) =
				(struct file_entry){ path, !map_get(v->named, path) };
	}
	pipeline_run(p);
}

static const char *in_fingerprint(struct review *v, const char *name)
{
	return fingerprint_path(v->arena, arena_printf(v->arena, "%s%s", v->patch.root, name));
}

/* From the paths of the state without the change to those of the other one. */
static struct map *renames(struct review *v)
{
	struct map *m = map_new(v->arena);

	vec_for_each_ptr(const struct patch_file, f, &v->patch.files) {
		const char *before = v->patch.is_reversed ? f->to : f->from;
		const char *after = v->patch.is_reversed ? f->from : f->to;

		if (before && after && strcmp(before, after) != 0)
			map_put(m, in_fingerprint(v, before),
				arena_strdup(v->arena, in_fingerprint(v, after)));
	}
	return m;
}

void review_run(struct pipeline *p)
{
	struct review v = { .arena = p->arena, .options = p->options };
	struct pipeline before = { .arena = p->arena, .options = p->options };

	v.cwd = path_resolved(p->arena, ".");
	load(&v);
	find_candidates(&v);
	before.renamed = renames(&v);
	run(&v, &before, v.patch.is_reversed ? &v.overlay : NULL);
	run(&v, p, v.patch.is_reversed ? NULL : &v.overlay);
	before_apply(&p->report, &before.report);
}
