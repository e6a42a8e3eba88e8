// SPDX-License-Identifier: MIT
/*
 * A target that builds elsewhere. The compiler says which files a compilation
 * reads; each is copied to a place inside the folder, and the arguments that
 * name places are rewritten to match:
 *
 *	runtime/...	what migver carries
 *	driver/...	below the folder that all files of the driver share
 *	tree/...	everything else (headers of a kernel), by its absolute path
 */
#include <ctype.h>
#include <string.h>
#include <sys/stat.h>

#include "base/embedded.h"
#include "base/fatal.h"
#include "base/map.h"
#include "front/paths.h"
#include "fuzzing/cache.h"
#include "fuzzing/export.h"
#include "fuzzing/process.h"
#include "fuzzing/quote.h"
#include "fuzzing/stubs.h"

#define NAME_BYTES 40

struct exporter {
	struct arena *arena;
	const struct export *what;
	const char *name;   /* of the target: letters, digits, _ and - */
	const char *common; /* the folder of the driver, absolute */
	const char *sources;
	struct map *copied;
};

/* ---- places ---- */

static const char *target_name(struct arena *a, const char *path)
{
	const char *base = path_base(path);
	size_t n = strcspn(base, ".");
	char *name = arena_printf(a, "%.*s", (int)(n < NAME_BYTES ? n : NAME_BYTES), base);

	for (char *p = name; *p; p++)
		if (!isalnum((unsigned char)*p))
			*p = '_';
	return name;
}

static bool is_below(const char *path, const char *dir)
{
	size_t n = strlen(dir);

	return strncmp(path, dir, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

static const char *common_folder(struct arena *a, const struct build_request *r)
{
	const char *real = path_real(a, r->files[0]);
	char *dir = path_dir(a, real ? real : r->files[0]);

	for (size_t i = 1; i < r->nfiles; i++) {
		const char *other = path_real(a, r->files[i]);

		while (other && strcmp(dir, "/") != 0 && !is_below(other, dir))
			dir = path_dir(a, dir);
	}
	return dir;
}

/* The place of the absolute @path inside the folder, relative to it. */
static const char *place_of(const struct exporter *x, const char *path)
{
	if (is_below(path, x->sources))
		return arena_printf(x->arena, "runtime%s", path + strlen(x->sources));
	if (is_below(path, x->common))
		return arena_printf(x->arena, "driver%s", path + strlen(x->common));
	return arena_printf(x->arena, "tree%s", path);
}

/* ---- copies ---- */

static void put(const struct exporter *x, const char *name, const char *bytes, size_t n)
{
	const char *path = path_join(x->arena, x->what->folder, name);

	folder_make(x->arena, path_dir(x->arena, path));
	file_put(path, bytes, n);
}

static void copy(struct exporter *x, const char *path)
{
	const char *real = path_real(x->arena, path), *to;

	if (!real || map_get(x->copied, real))
		return;
	map_put(x->copied, real, x);
	to = path_join(x->arena, x->what->folder, place_of(x, real));
	folder_make(x->arena, path_dir(x->arena, to));
	if (!file_copy(x->arena, real, to))
		fatal("can't copy %s", real);
}

/* "target.o: a.c dir/b.h \" and so on; a blank in a name stands behind a backslash. */
static void copy_listed(struct exporter *x, const char *rule)
{
	const char *p = strchr(rule, ':');
	struct strbuf word;

	while (p && *++p) {
		strbuf_init(&word, x->arena);
		for (; *p && !isspace((unsigned char)*p); p++) {
			if (p[0] == '\\' && p[1] == '\n')
				break;
			if (p[0] == '\\' && p[1])
				p++;
			strbuf_addc(&word, *p);
		}
		if (word.n)
			copy(x, word.s);
		if (!*p)
			break;
	}
}

/* Some headers are read only with optimisation, or with a sanitizer: whoever builds may choose. */
static void copy_dependencies(struct exporter *x, const struct args *args, const char *file)
{
	static const char *const modes[] = { "-O0", "-O1", "-fsanitize=address" };

	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		struct args command = { 0 };
		struct strbuf out;

		args_add(x->arena, &command, x->what->build->request->toolchain->clang);
		args_append(x->arena, &command, args);
		args_add(x->arena, &command, modes[i]);
		args_add(x->arena, &command, "-M");
		args_add(x->arena, &command, file);
		if (process_run(x->arena, &command, &out) != 0)
			fatal("can't tell what %s includes:\n%s", file, out.s);
		copy_listed(x, out.s);
	}
}

/* What migver carries, but for the headers that the driver doesn't use. */
static void copy_runtime(struct exporter *x)
{
	bool is_bundled = x->what->build->headers.kind == HEADERS_BUNDLED;

	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *f = &embedded_files[i];
		bool is_code = strncmp(f->path, "fuzz/", 5) == 0 &&
			       strncmp(f->path, "fuzz/target/", 12) != 0;

		if (is_code || (is_bundled && strncmp(f->path, "include/", 8) == 0))
			put(x, arena_printf(x->arena, "runtime/%s", f->path),
			    (const char *)f->bytes, f->size);
	}
}

/* ---- arguments ---- */

/* @arg with the path in it, if there is one, as it is inside the folder. */
static const char *moved(const struct exporter *x, const char *arg)
{
	static const char *const prefixes[] = { "-I",	    "-isystem", "-iquote", "-idirafter",
						"-include", "-imacros", "" };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		size_t n = strlen(prefixes[i]);
		const char *real;

		if (strncmp(arg, prefixes[i], n) != 0 || !arg[n])
			continue;
		if (!n && !strchr(arg, '/'))
			continue;
		real = path_real(x->arena, arg + n);
		if (real)
			return arena_printf(x->arena, "%s%s", prefixes[i], place_of(x, real));
	}
	return arg;
}

static void add_array(const struct exporter *x, const char *name, const struct args *args,
		      struct strbuf *out)
{
	strbuf_addf(out, "%s=(", name);
	for (size_t i = 0; i < args->n; i++) {
		if (i)
			strbuf_addc(out, ' ');
		quote_word(moved(x, args->v[i]), out);
	}
	strbuf_add(out, ")\n");
}

/* sources.sh: flags of krt, and a function that compiles the driver's files. */
static void write_sources(struct exporter *x)
{
	const struct build *b = x->what->build;
	const struct build_request *r = b->request;
	struct args args = { 0 };
	struct strbuf out;

	strbuf_init(&out, x->arena);
	strbuf_addf(&out, "# Made by migver fuzz --export: what to compile, with %s.\n",
		    b->headers.from);
	build_header_args(b, "krt.c", &args);
	add_array(x, "krt_flags", &args, &out);
	strbuf_add(&out, "compile_driver() {\n\tlocal flags\n");
	for (size_t i = 0; i < r->nfiles + (r->fixture != NULL); i++) {
		const char *file = i < r->nfiles ? r->files[i] : r->fixture;
		const char *real = path_real(x->arena, file);

		args = (struct args){ 0 };
		build_header_args(b, file, &args);
		copy_dependencies(x, &args, file);
		strbuf_addc(&out, '\t');
		add_array(x, "flags", &args, &out);
		strbuf_addf(&out, "\tcompile driver-%zu.o ", i);
		quote_word(place_of(x, real ? real : file), &out);
		strbuf_add(&out, " \"${flags[@]}\" \"$@\"\n");
	}
	strbuf_add(&out, "}\n");
	put(x, "sources.sh", out.s, out.n);
}

/* Headers of a kernel that only krt includes. */
static void copy_krt_headers(struct exporter *x)
{
	const struct build *b = x->what->build;
	const char *folder = path_join(x->arena, x->sources, "fuzz/krt");
	name_list names = folder_list(x->arena, folder);
	struct args args = { 0 };

	build_header_args(b, "krt.c", &args);
	for (size_t i = 0; i < names.n; i++) {
		size_t n = strlen(names.v[i]);

		if (n > 2 && strcmp(names.v[i] + n - 2, ".c") == 0)
			copy_dependencies(x, &args, path_join(x->arena, folder, names.v[i]));
	}
}

/* ---- texts ---- */

/* If @text begins with a variable, append its value; the length of its name. */
static size_t add_variable(const struct exporter *x, const char *text, struct strbuf *out)
{
	const struct {
		const char *name, *value;
	} variables[] = {
		{ "@NAME@", x->name },
		{ "@ATTRS@", x->what->attrs },
		{ "@HEADERS@", x->what->build->headers.from },
		{ "@OPTIONS@", x->what->options },
	};

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		size_t n = strlen(variables[i].name);

		if (strncmp(text, variables[i].name, n) == 0) {
			quote_c(variables[i].value, strlen(variables[i].value), out);
			return n;
		}
	}
	return 0;
}

static void add_filled(const struct exporter *x, const char *text, struct strbuf *out)
{
	while (*text) {
		size_t n = add_variable(x, text, out);

		if (n)
			text += n;
		else
			strbuf_addc(out, *text++);
	}
}

static void write_templates(struct exporter *x)
{
	static const char prefix[] = "fuzz/target/";

	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *f = &embedded_files[i];
		const char *name = f->path + sizeof(prefix) - 1;
		struct strbuf out;

		if (strncmp(f->path, prefix, sizeof(prefix) - 1) != 0)
			continue;
		strbuf_init(&out, x->arena);
		add_filled(x, (const char *)f->bytes, &out);
		put(x, name, out.s, out.n);
		if (strcmp(name, "build.sh") == 0)
			chmod(path_join(x->arena, x->what->folder, name), 0755);
	}
}

static void write_engine_files(struct exporter *x)
{
	static const char options[] = "[libfuzzer]\nmax_len = 4097\ntimeout = 10\n";
	const char *seeds = path_join(x->arena, x->what->folder, "seeds");
	const struct build *b = x->what->build;
	struct strbuf dict, stubs;

	strbuf_init(&dict, x->arena);
	strbuf_init(&stubs, x->arena);
	words_dict(x->what->words, &dict);
	stubs_write(&b->stubs, b->request->data_size, b->request->data, &stubs);
	put(x, arena_printf(x->arena, "%s.dict", x->name), dict.s, dict.n);
	put(x, arena_printf(x->arena, "%s.options", x->name), options, sizeof(options) - 1);
	put(x, "stubs.c", stubs.s, stubs.n);
	folder_make(x->arena, seeds);
	words_seeds(x->what->words, seeds);
}

void export_write(struct arena *a, const struct export *e)
{
	const struct build_request *r = e->build->request;
	struct exporter x = {
		.arena = a,
		.what = e,
		.name = target_name(a, r->files[0]),
		.common = common_folder(a, r),
		.sources = path_real(a, cache_sources(a)),
		.copied = map_new(a),
	};

	folder_make(a, e->folder);
	copy_runtime(&x);
	write_sources(&x);
	if (e->build->headers.kind != HEADERS_BUNDLED)
		copy_krt_headers(&x);
	write_templates(&x);
	write_engine_files(&x);
}
