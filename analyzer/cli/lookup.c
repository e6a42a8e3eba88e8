// SPDX-License-Identifier: MIT
/*
 * Definitions in files that nobody named. A driver author lints the file with
 * the attribute; the check it calls lies in the file beside it. So functions
 * and tables that the handlers reach without finding a body or a model are
 * searched in the neighbourhood: a cheap look at the text picks the files, a
 * parse decides.
 *
 * Limits: MAX_FILES in one run. Names declared, and files of a database that
 * lie, elsewhere than below the parent of the folder of the file that uses them
 * are the kernel's or another driver's, and not searched for.
 */
#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/lookup.h"
#include "front/compdb.h"

#define MAX_FILES      24
#define MAX_BYTES      (4 << 20) /* of a file that is looked at */
#define SMALL_SEARCH   512	 /* files of a search that are all looked at */
#define MAX_NEIGHBOURS 4096	 /* files looked at for one folder */

enum wanted {
	WANT_FUNC,   /* a definition of the function */
	WANT_GLOBAL, /* a definition of the object */
	WANT_USE,    /* any mention: it may register the object */
	WANT_EXTERN, /* a declaration, as no header has one */
};

/** struct missing - a name of a unit that another file is needed for. */
struct missing {
	const char *name;
	const char *user; /* path of the unit */
	enum wanted wanted;
};

/** struct neighbour - a file that may be loaded. */
struct neighbour {
	const char *path, *folder;
	const char *text; /* read on demand; "" if that is not possible */
};

struct lookup {
	struct pipeline *pipeline;
	struct map *taken;  /* resolved paths of files in the program or tried */
	struct map *asked;  /* names searched for already */
	struct map *listed; /* folders whose files are among the neighbours */
	VEC(struct neighbour) neighbours;
	size_t nfound;
};

/* ---- files ---- */

static const char *resolved(struct arena *a, const char *path)
{
	char real[PATH_MAX];

	return arena_strdup(a, realpath(path, real) ? real : path);
}

static const char *folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? arena_strndup(a, path, (size_t)(slash - path)) : ".";
}

static bool take(struct lookup *l, const char *path)
{
	const char *key = resolved(l->pipeline->arena, path);

	if (map_get(l->taken, key))
		return false;
	map_put(l->taken, key, l);
	return true;
}

static const char *read_text(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "re");
	struct stat st;
	char *text;
	size_t n;

	if (!f)
		return "";
	if (fstat(fileno(f), &st) != 0 || !S_ISREG(st.st_mode) || st.st_size > MAX_BYTES)
		st.st_size = 0;
	text = arena_array(a, (size_t)st.st_size + 1, 1);
	n = fread(text, 1, (size_t)st.st_size, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

static void add_neighbour(struct lookup *l, const char *path)
{
	size_t n = strlen(path);

	if (n < 3 || strcmp(path + n - 2, ".c") != 0 || l->neighbours.n >= MAX_NEIGHBOURS)
		return;
	*vec_push(l->pipeline->arena, &l->neighbours) =
		(struct neighbour){ .path = path, .folder = folder_of(l->pipeline->arena, path) };
}

static int by_path(const void *a, const void *b)
{
	const struct neighbour *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/* The files of one folder, in the order of their names. */
static void list_folder(struct lookup *l, const char *folder)
{
	size_t first = l->neighbours.n;
	DIR *dir = opendir(folder);

	if (!dir)
		return;
	for (struct dirent *e; (e = readdir(dir));)
		if (e->d_name[0] != '.')
			add_neighbour(l, strcmp(folder, ".") == 0
						 ? arena_strdup(l->pipeline->arena, e->d_name)
						 : arena_printf(l->pipeline->arena, "%s/%s", folder,
								e->d_name));
	closedir(dir);
	if (l->neighbours.n > first)
		qsort(l->neighbours.v + first, l->neighbours.n - first, sizeof(*l->neighbours.v),
		      by_path);
}

static bool is_below(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	return n && strncmp(path, folder, n) == 0 && path[n] == '/';
}

static void list_database(struct lookup *l, const char *folder)
{
	struct arena *a = l->pipeline->arena;
	const char *error, *parent = folder_of(a, resolved(a, folder));
	struct compdb *db = compdb_load(a, l->pipeline->options->compdb, &error);

	if (!db)
		return;
	vec_for_each_ptr(const struct compdb_entry, e, &db->entries) {
		const char *path = e->file[0] == '/'
					   ? e->file
					   : arena_printf(a, "%s/%s", e->directory, e->file);

		path = resolved(a, path);
		if (is_below(path, parent))
			add_neighbour(l, path);
	}
}

/* Files of a search that were not parsed. In a small one each may be a helper's. */
static void list_skipped(struct lookup *l, const char *folder)
{
	const string_list *skipped = &l->pipeline->skipped;
	struct arena *a = l->pipeline->arena;
	const char *parent = folder_of(a, resolved(a, folder));

	for (size_t i = 0; i < skipped->n; i++)
		if (skipped->n <= SMALL_SEARCH || is_below(resolved(a, skipped->v[i]), parent))
			add_neighbour(l, skipped->v[i]);
}

static void list_around(struct lookup *l, const char *folder)
{
	if (map_get(l->listed, folder))
		return;
	map_put(l->listed, folder, l);
	list_folder(l, folder);
	if (l->pipeline->options->compdb)
		list_database(l, folder);
	list_skipped(l, folder);
}

/* ---- what is missing ---- */

struct survey {
	struct lookup *lookup;
	struct map *seen; /* functions and globals, by address */
	VEC(struct func_id) todo;
	VEC(struct missing) missing;
};

static bool see(struct survey *v, const void *what)
{
	const char *key = arena_printf(v->lookup->pipeline->arena, "%p", what);

	if (map_get(v->seen, key))
		return false;
	map_put(v->seen, key, v);
	return true;
}

/* The driver's own headers declare what its files define; those of the kernel don't. */
static bool is_own(struct lookup *l, const struct loc *declared, const char *user)
{
	struct arena *a = l->pipeline->arena;
	const char *folder = folder_of(a, resolved(a, user));

	return declared->path && is_below(resolved(a, declared->path), folder_of(a, folder));
}

static void miss(struct survey *v, const char *name, const struct loc *declared,
		 const struct ir_unit *user, enum wanted wanted)
{
	struct lookup *l = v->lookup;
	const char *key = arena_printf(l->pipeline->arena, "%s %s", name, user->path);

	if (!*name || map_get(l->asked, key) || !is_own(l, declared, user->path))
		return;
	map_put(l->asked, key, l);
	*vec_push(l->pipeline->arena, &v->missing) = (struct missing){ name, user->path, wanted };
}

static void reach_func(struct survey *v, struct ir_unit *u, uint32_t idx)
{
	const struct pipeline *p = v->lookup->pipeline;
	struct func_id id = program_func(p->program, u, idx);

	if (!see(v, id.func))
		return;
	if (id.func->is_defined)
		*vec_push(p->arena, &v->todo) = id;
	else if (!model_find(&p->models, id.func->name))
		miss(v, id.func->name, &id.func->loc, u, WANT_FUNC);
}

static void reach_global(struct survey *v, struct ir_unit *u, uint32_t idx)
{
	struct global_id id = program_global(v->lookup->pipeline->program, u, idx);

	if (!see(v, id.global))
		return;
	if (!id.global->is_defined) {
		miss(v, id.global->name, &id.global->loc, u, WANT_GLOBAL);
		return;
	}
	vec_for_each_ptr(const struct ir_init, in, &id.global->inits) {
		if (in->value.kind == REF_FUNC)
			reach_func(v, id.unit, in->value.idx);
		else if (in->value.kind == REF_GLOBAL)
			reach_global(v, id.unit, in->value.idx);
	}
}

static void reach_ref(struct survey *v, struct ir_unit *u, struct ir_ref r)
{
	if (r.kind == REF_FUNC)
		reach_func(v, u, r.idx);
	else if (r.kind == REF_GLOBAL)
		reach_global(v, u, r.idx);
}

static void reach_insn(struct survey *v, struct ir_unit *u, const struct ir_insn *in)
{
	reach_ref(v, u, in->arg[0]);
	reach_ref(v, u, in->arg[1]);
	if (!in->call)
		return;
	reach_ref(v, u, in->call->callee);
	for (size_t i = 0; i < in->call->nargs; i++)
		reach_ref(v, u, in->call->args[i]);
}

static void reach_handler(struct survey *v, const struct handler *h)
{
	const struct program *prog = v->lookup->pipeline->program;

	if (h->name && !h->is_unknown)
		reach_func(v, prog->units.v[h->unit], (uint32_t)h->func);
}

/* An attribute that this file doesn't register hangs on an object that others may use. */
static void reach_registration(struct survey *v, const struct attribute *attr)
{
	const struct program *prog = v->lookup->pipeline->program;

	if (attr->registrations.n)
		return;
	for (size_t i = 0; i < prog->units.n; i++) {
		const struct ir_unit *u = prog->units.v[i];

		if (strcmp(u->path, attr->loc.path) != 0)
			continue;
		vec_for_each_ptr(const struct ir_global, g, &u->globals)
			if (g->is_defined && !g->is_static)
				miss(v, g->name, &g->loc, u,
				     attr->registration_doubt ? WANT_USE : WANT_EXTERN);
	}
}

static void survey(struct survey *v)
{
	const struct pipeline *p = v->lookup->pipeline;

	for (size_t i = 0; i < p->nattrs; i++) {
		reach_registration(v, &p->attrs[i]);
		reach_handler(v, &p->attrs[i].show);
		reach_handler(v, &p->attrs[i].store);
	}
	for (size_t i = 0; i < v->todo.n; i++) {
		struct func_id id = v->todo.v[i];

		vec_for_each_ptr(struct ir_block, b, &id.func->blocks)
			vec_for_each_ptr(struct ir_insn, in, &b->insns)
				reach_insn(v, id.unit, in);
	}
}

/* ---- a look at the text ---- */

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static const char *skip_space(const char *s)
{
	while (isspace((unsigned char)*s))
		s++;
	return s;
}

/* Behind "name(...)": a body, or what stands between (attributes), but no ';' or ','. */
static bool has_body(const char *s)
{
	int depth = 0;

	for (; *s; s++) {
		if (*s == '(')
			depth++;
		else if (*s == ')')
			depth--;
		else if (!depth && *s == '{')
			return true;
		else if (!depth && !isspace((unsigned char)*s) && !is_word(*s))
			return false;
	}
	return false;
}

/* Does the declaration that the name stands in begin with "extern"? */
static bool is_extern(const char *text, const char *at)
{
	static const char word[] = "extern";

	while (at > text && !strchr(";{}", at[-1])) {
		at--;
		if (strncmp(at, word, sizeof(word) - 1) == 0 &&
		    isspace((unsigned char)at[sizeof(word) - 1]))
			return true;
	}
	return false;
}

/* A definition at file scope begins in the first column, its type on this line or the one before.
 */
static bool is_wanted(const char *text, const char *at, const struct missing *m)
{
	const char *line = at, *behind = skip_space(at + strlen(m->name));

	if (m->wanted == WANT_USE)
		return true;
	if (m->wanted == WANT_EXTERN)
		return is_extern(text, at);
	while (line > text && line[-1] != '\n')
		line--;
	if ((!is_word(*line) && *line != '*') || strncmp(line, "static ", 7) == 0)
		return false;
	if (m->wanted == WANT_FUNC)
		return *behind == '(' && has_body(behind);
	return strncmp(line, "extern ", 7) != 0 &&
	       (*behind == '=' || *behind == '[' || *behind == ';');
}

static bool has_wanted(const char *text, const struct missing *m)
{
	size_t n = strlen(m->name);

	for (const char *at = text; (at = strstr(at, m->name)); at += n)
		if (!is_word(at[n]) && (at == text || !is_word(at[-1])) && is_wanted(text, at, m))
			return true;
	return false;
}

/* ---- the search ---- */

static void say_found(struct lookup *l, const char *path, const struct missing *m)
{
	struct strbuf b;

	if (!l->pipeline->options->verbose)
		return;
	strbuf_init(&b, l->pipeline->arena);
	strbuf_add_escaped(&b, path, strlen(path), true);
	fprintf(stderr, "%s: looked up for %s, which ", b.s, m->name);
	strbuf_init(&b, l->pipeline->arena);
	strbuf_add_escaped(&b, m->user, strlen(m->user), true);
	fprintf(stderr, "%s %s\n", b.s,
		m->wanted == WANT_USE || m->wanted == WANT_EXTERN ? "defines" : "needs");
}

static void search(struct lookup *l, const struct missing *m, string_list *out)
{
	struct arena *a = l->pipeline->arena;
	const char *folder = folder_of(a, m->user);

	list_around(l, folder);
	vec_for_each_ptr(struct neighbour, n, &l->neighbours) {
		if (l->nfound == MAX_FILES)
			return;
		const struct overlay_file *f = overlay_find(l->pipeline->overlay, n->path);

		if (!n->text)
			n->text = f ? f->text : read_text(a, n->path);
		if (!has_wanted(n->text, m) || !take(l, n->path))
			continue;
		l->nfound++;
		say_found(l, n->path, m);
		*vec_push(a, out) = arena_strdup(a, n->path);
	}
}

struct lookup *lookup_new(struct pipeline *p)
{
	struct lookup *l = arena_new_of(p->arena, struct lookup);

	l->pipeline = p;
	l->taken = map_new(p->arena);
	l->asked = map_new(p->arena);
	l->listed = map_new(p->arena);
	for (size_t i = 0; i < p->paths.n; i++)
		take(l, p->paths.v[i]);
	return l;
}

string_list lookup_next(struct lookup *l)
{
	struct survey v = { .lookup = l, .seen = map_new(l->pipeline->arena) };
	string_list found = { 0 };

	survey(&v);
	vec_for_each_ptr(const struct missing, m, &v.missing)
		search(l, m, &found);
	return found;
}
