// SPDX-License-Identifier: MIT
/*
 * Three kinds of sources meet in one program: the driver, krt (both speak the
 * kernel's headers) and the harness (libc's). They are compiled apart and only
 * share builtin types.
 *
 * Which headers: as lint decides, with one difference. lint keeps the attempt
 * with the fewest errors; a program needs an attempt without any, and the same
 * one for all files. Tried are the mdev eras of the bundled headers in the order
 * in which the driver's identifiers suggest them, then the installed kernel's;
 * with flags of the user's there is nothing to choose.
 *
 * What is undefined after linking becomes a stub, see stubs.h.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"
#include "base/hash.h"
#include "front/bundle.h"
#include "front/paths.h"
#include "fuzzing/build.h"
#include "fuzzing/cache.h"
#include "fuzzing/process.h"
#include "fuzzing/stubs.h"

#define SOURCE_BYTES  ((size_t)16 << 20)
#define MAX_ATTEMPTS  8
#define MAX_UNKNOWN   16 /* arguments of another compiler that are dropped, one a try */
#define LINK_ATTEMPTS 4

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- flags ---- */

/*
 * What the kernel's own build tolerates is no error. Checks that kernel code
 * breaks by design are left out: unaligned access, callbacks through another
 * type, arithmetic on NULL (container_of).
 */
static const char *const driver_flags[] = {
	"-w",
	"-Wno-error=incompatible-function-pointer-types",
	"-Wno-error=incompatible-pointer-types",
	"-Wno-error=int-conversion",
	"-Wno-error=implicit-function-declaration",
	"-Wno-unknown-warning-option",
	"-Qunused-arguments",
	"-fno-spell-checking",
	"-O1",
	"-g",
	"-fvisibility=hidden",
	"-fno-omit-frame-pointer",
	"-fno-optimize-sibling-calls",
	"-fno-pie",
	"-fno-stack-protector",
};

/* The harness goes on after a fault, so the code has to. */
static const char *const sanitize[] = {
	"-fsanitize=address,undefined,fuzzer-no-link",
	"-fno-sanitize=alignment,function,pointer-overflow,object-size",
	/* no undefined behaviour, but bits lost on the way to a range check: fuzz/arithmetic.c */
	"-fsanitize=implicit-integer-truncation,unsigned-integer-overflow",
	"-fsanitize-recover=all",
};
static const char *const coverage[] = { "-fprofile-instr-generate", "-fcoverage-mapping" };

/* krt's own edges are no news to a fuzzer. */
static const char *const krt_flags[] = { "-fsanitize=address", "-fsanitize-recover=address" };
static const char *const host_flags[] = {
	"-std=gnu11", "-D_GNU_SOURCE", "-w", "-O2", "-g", "-fno-pie",
};

#define ADD(a, args, array) args_add_all(a, args, array, COUNT(array))

static void given_args(struct arena *a, const struct build *b, const char *file, struct args *out)
{
	struct flags f = flags_for(a, b->request->flags, file);

	args_append(a, out, &f.args);
}

static void header_args(struct arena *a, const struct build *b, const char *file, struct args *out)
{
	const struct headers *h = &b->headers;

	if (h->kind == HEADERS_BUNDLED)
		bundle_args(a, cache_sources(a), &h->era, file, out);
	else if (h->kind == HEADERS_KERNEL)
		kernel_dir_args(a, h->kernel, file, out);
	else
		given_args(a, b, file, out);
	if (h->is_builtin)
		args_add(a, out, "-UMODULE");
	if (h->kind != HEADERS_BUNDLED) {
		/* -nostdinc takes <stdarg.h> away, which older kernels want */
		args_add(a, out, "-idirafter");
		args_add(a, out, arena_printf(a, "%s/builtin", cache_sources(a)));
	}
	args_add(a, out, arena_printf(a, "-I%s/fuzz/krt", cache_sources(a)));
	args_add(a, out, "-include");
	args_add(a, out, arena_printf(a, "%s/fuzz/krt/rename.h", cache_sources(a)));
}

static void extra_args(struct arena *a, const struct build_request *r, struct args *out)
{
	struct args args = { 0 };
	struct flags f = { 0 };

	args_add_all(a, &args, r->extra, r->nextra);
	flags_clean(a, &args, false, NULL, r->flags->cwd, &f);
	args_append(a, out, &f.args);
}

void build_header_args(const struct build *b, const char *file, struct args *out)
{
	header_args(b->arena, b, file, out);
	extra_args(b->arena, b->request, out);
}

static void driver_args(const struct build *b, const char *file, enum build_kind kind,
			struct args *out)
{
	struct arena *a = b->arena;

	build_header_args(b, file, out);
	ADD(a, out, driver_flags);
	if (kind == BUILD_COVERAGE)
		ADD(a, out, coverage);
	else
		ADD(a, out, sanitize);
}

/* "clang ARGS -c SOURCE -o OBJECT" */
static struct args compile_command(struct arena *a, const struct toolchain *t,
				   const struct args *args, const char *source, const char *object)
{
	struct args command = { 0 };

	args_add(a, &command, t->clang);
	args_append(a, &command, args);
	args_add(a, &command, "-x");
	args_add(a, &command, "c");
	args_add(a, &command, "-c");
	args_add(a, &command, source);
	args_add(a, &command, "-o");
	args_add(a, &command, object);
	return command;
}

/* ---- arguments of other compilers ---- */

/* The X of "unknown argument: 'X'": gcc's arguments that flags_clean() doesn't know. */
static const char *unknown_argument(struct arena *a, const char *output)
{
	static const char *const texts[] = { "unknown argument: '", "unknown argument '",
					     "unsupported option '" };

	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *at = strstr(output, texts[i]);

		if (at) {
			at += strlen(texts[i]);
			return arena_strndup(a, at, strcspn(at, "'"));
		}
	}
	return NULL;
}

static bool has_argument(const struct args *args, const char *arg)
{
	for (size_t i = 0; i < args->n; i++)
		if (strcmp(args->v[i], arg) == 0)
			return true;
	return false;
}

static void drop_arguments(const struct args *dropped, struct args *args)
{
	size_t kept = 0, n = args->n;

	for (size_t i = 0; i < n; i++)
		if (!has_argument(dropped, args->v[i]))
			args->v[kept++] = args->v[i];
	args->n = kept;
}

/* ---- our own sources, once ---- */

static void say(const struct build *b, const char *what)
{
	if (b->request->say)
		b->request->say(b->request->data, what);
}

static const char *part_key(const struct build *b, const struct args *args)
{
	uwide h = hash_text(HASH_BEGIN, cache_sources(b->arena));

	h = hash_text(h, b->request->toolchain->clang);
	h = hash_text(h, b->request->toolchain->version);
	for (size_t i = 0; i < args->n; i++)
		h = hash_text(h, args->v[i]);
	return hash_hex(b->arena, h);
}

static bool is_c(const char *name)
{
	size_t n = strlen(name);

	return n > 2 && strcmp(name + n - 2, ".c") == 0;
}

/* The driver's variables lie between the two objects of krt that mark their bounds. */
static bool is_bound(const char *name)
{
	return strncmp(name, "bounds_", strlen("bounds_")) == 0;
}

/* The marks around the driver's variables must not be moved apart by red zones. */
static struct args without_sanitizers(struct arena *a, const struct args *args)
{
	struct args out = { 0 };

	args_append(a, &out, args);
	args_add(a, &out, "-fno-sanitize=all");
	return out;
}

static void compile_all(struct build *b, const char *from, const struct args *args,
			const char *into)
{
	const struct args plain = without_sanitizers(b->arena, args);
	struct arena *a = b->arena;
	name_list names = folder_list(a, from);
	struct process *p = arena_array(a, names.n + 1, sizeof(*p));
	size_t n = 0;

	for (size_t i = 0; i < names.n; i++) {
		if (!is_c(names.v[i]))
			continue;
		p[n++].args = compile_command(a, b->request->toolchain,
					      is_bound(names.v[i]) ? &plain : args,
					      path_join(a, from, names.v[i]),
					      arena_printf(a, "%s/%s.o", into, names.v[i]));
	}
	process_run_all(a, p, n, 0);
	for (size_t i = 0; i < n; i++)
		if (p[i].status != 0)
			fatal("%s can't compile a file of migver's own runtime with %s:\n%s",
			      b->request->toolchain->clang, b->headers.from, p[i].output.s);
}

/* The objects of the folder fuzz/@part of our sources, compiled with @args. */
static const char *own_part(struct build *b, const char *part, const char *kind,
			    const struct args *args)
{
	struct arena *a = b->arena;
	struct cache_folder f = cache_open(a, kind, part_key(b, args));

	if (f.filling) {
		say(b, arena_printf(a, "building %s (once for %s)", kind, b->headers.from));
		compile_all(b, path_join(a, cache_sources(a), part), args, f.filling);
		cache_close(a, &f);
	}
	return f.path;
}

static const char *krt_objects(struct build *b, enum build_kind kind)
{
	struct arena *a = b->arena;
	struct args args = { 0 };
	/* a name of our own: the same arguments for every driver */
	const char *name = b->headers.kind == HEADERS_GIVEN ? b->request->files[0] : "krt.c";

	header_args(a, b, name, &args);
	extra_args(a, b->request, &args);
	ADD(a, &args, driver_flags);
	if (kind != BUILD_COVERAGE)
		ADD(a, &args, krt_flags);
	drop_arguments(&b->dropped, &args);
	return own_part(b, "fuzz/krt", "krt", &args);
}

static const char *host_objects(struct build *b)
{
	struct args args = { 0 };

	ADD(b->arena, &args, host_flags);
	args_add(b->arena, &args, arena_printf(b->arena, "-I%s/fuzz", cache_sources(b->arena)));
	return own_part(b, "fuzz", "harness", &args);
}

/* ---- the driver ---- */

static const char *object_name(const struct build *b, size_t i)
{
	return arena_printf(b->arena, "%s/driver-%zu.o", b->request->folder, i);
}

static bool compile_file(struct build *b, enum build_kind kind, const char *file,
			 const char *object)
{
	struct arena *a = b->arena;
	struct args args = { 0 }, command;
	const char *unknown;
	struct strbuf out;

	driver_args(b, file, kind, &args);
	drop_arguments(&b->dropped, &args);
	for (int i = 0; i < MAX_UNKNOWN; i++) {
		command = compile_command(a, b->request->toolchain, &args, file, object);
		if (process_run(a, &command, &out) == 0)
			return true;
		unknown = unknown_argument(a, out.s);
		if (!unknown || has_argument(&b->dropped, unknown) || !has_argument(&args, unknown))
			break;
		args_add(a, &b->dropped, unknown);
		drop_arguments(&b->dropped, &args);
	}
	b->error = out.s;
	b->bad_file = file;
	return false;
}

static bool compile_driver(struct build *b, enum build_kind kind)
{
	const struct build_request *r = b->request;

	b->error = NULL;
	b->driver_objects = (name_list){ 0 };
	for (size_t i = 0; i < r->nfiles + (r->fixture != NULL); i++) {
		const char *file = i < r->nfiles ? r->files[i] : r->fixture;

		if (!compile_file(b, kind, file, object_name(b, i)))
			return false;
		*vec_push(b->arena, &b->driver_objects) = object_name(b, i);
	}
	return true;
}

/* ---- which headers ---- */

/* All files together: one program has one kernel. */
static size_t guess_eras(struct build *b, struct headers *out)
{
	const struct build_request *r = b->request;
	struct era_choice order[ERA_NR];
	struct strbuf text;

	strbuf_init(&text, b->arena);
	for (size_t i = 0; i < r->nfiles; i++) {
		size_t n = 0;
		const char *one = file_get(b->arena, r->files[i], SOURCE_BYTES, &n);

		strbuf_add_bytes(&text, one ? one : "", n);
		strbuf_addc(&text, '\n');
	}
	era_guess(b->arena, r->files[0], text.s, text.n, order);
	for (size_t i = 0; i < ERA_NR; i++)
		out[i] = (struct headers){ .from = "bundled headers", .era = order[i] };
	return ERA_NR;
}

static size_t list_headers(struct build *b, struct headers *out)
{
	const struct build_request *r = b->request;
	struct flags f = flags_for(b->arena, r->flags, r->files[0]);
	size_t n = 0;

	if (f.is_bundled) {
		n = guess_eras(b, out);
	} else if (f.is_kernel) {
		for (; n < 2; n++)
			out[n] = (struct headers){ HEADERS_KERNEL, .from = f.from,
						   .kernel = r->flags->kernel,
						   .is_builtin = n == 1 };
	} else {
		out[n++] = (struct headers){ HEADERS_GIVEN, .from = f.from };
	}
	return n;
}

static bool try_installed(struct build *b, enum build_kind kind)
{
	const struct kernel_dir *k = kernel_dir_installed(b->arena);

	if (!k)
		return false;
	b->headers = (struct headers){
		HEADERS_KERNEL,
		.from = arena_printf(
			b->arena, "installed kernel %s, as the bundled headers don't do", k->given),
		.kernel = k,
	};
	return compile_driver(b, kind);
}

void build_driver(struct arena *a, const struct build_request *r, enum build_kind kind,
		  struct build *b)
{
	struct headers headers[MAX_ATTEMPTS], first;
	const char *error = NULL, *bad_file = NULL;
	bool is_missing = false;
	size_t n;

	*b = (struct build){ .arena = a, .request = r };
	n = list_headers(b, headers);
	first = headers[0];
	say(b, "compiling the driver");
	for (size_t i = 0; i < n; i++) {
		b->headers = headers[i];
		if (compile_driver(b, kind))
			return;
		is_missing |= strstr(b->error, "file not found") != NULL;
		if (!error) {
			error = b->error;
			bad_file = b->bad_file;
		}
	}
	if (first.kind == HEADERS_BUNDLED && is_missing && try_installed(b, kind))
		return;
	b->headers = first;
	b->error = error;
	b->bad_file = bad_file;
}

/* ---- linking ---- */

static bool is_main(const char *name)
{
	return strcmp(name, "replay.c.o") == 0;
}

static void add_bound(struct build *b, const char *krt, const char *name, struct args *out)
{
	const char *path = path_join(b->arena, krt, name);

	if (path_is_file(path))
		args_add(b->arena, out, path);
}

static void add_objects(struct build *b, const char *folder, bool with_main, struct args *out)
{
	name_list names = folder_list(b->arena, folder);

	for (size_t i = 0; i < names.n; i++)
		if (!is_bound(names.v[i]) && (with_main || !is_main(names.v[i])))
			args_add(b->arena, out, path_join(b->arena, folder, names.v[i]));
}

/* The harness stands between the driver's comparisons and the engine: fuzz/compares.c. */
static void wrap_compares(struct arena *a, struct args *out)
{
	static const char *const names[] = { "cmp1",	   "cmp2",	 "cmp4",
					     "cmp8",	   "const_cmp1", "const_cmp2",
					     "const_cmp4", "const_cmp8", "switch" };

	for (size_t i = 0; i < COUNT(names); i++)
		args_add(a, out, arena_printf(a, "-Wl,--wrap=__sanitizer_cov_trace_%s", names[i]));
}

static struct args link_command(struct build *b, enum build_kind kind, const char *path)
{
	static const char *const modes[] = {
		[BUILD_FUZZ] = "-fsanitize=address,undefined,fuzzer",
		[BUILD_REPLAY] = "-fsanitize=address,undefined",
		[BUILD_COVERAGE] = "-fprofile-instr-generate",
	};
	struct arena *a = b->arena;
	const char *krt = krt_objects(b, kind), *host = host_objects(b);
	struct args args = { 0 };

	args_add(a, &args, b->request->toolchain->clang);
	args_add(a, &args, modes[kind]);
	args_add(a, &args, "-no-pie");
	if (kind == BUILD_FUZZ)
		wrap_compares(a, &args);
	add_bound(b, krt, "bounds_begin.c.o", &args);
	args_add_all(a, &args, b->driver_objects.v, b->driver_objects.n);
	add_bound(b, krt, "bounds_end.c.o", &args);
	add_objects(b, krt, false, &args);
	add_objects(b, host, kind != BUILD_FUZZ, &args);
	args_add(a, &args, "-o");
	args_add(a, &args, path);
	return args;
}

/* Writes and compiles stubs for @b->stubs; the object's path. */
static const char *compile_stubs(struct build *b)
{
	struct arena *a = b->arena;
	const char *source = path_join(a, b->request->folder, "stubs.c");
	const char *object = path_join(a, b->request->folder, "stubs.o");
	struct args args = { 0 }, command;
	struct strbuf text, out;

	strbuf_init(&text, a);
	stubs_write(&b->stubs, b->request->data_size, b->request->data, &text);
	file_put(source, text.s, text.n);
	ADD(a, &args, host_flags);
	command = compile_command(a, b->request->toolchain, &args, source, object);
	if (process_run(a, &command, &out) != 0)
		fatal("the generated stubs don't compile:\n%s", out.s);
	return object;
}

void build_link(struct build *b, enum build_kind kind, const char *path)
{
	struct args args = link_command(b, kind, path), with_stubs;
	struct strbuf out;

	say(b, "linking");
	b->stubs = (name_list){ 0 };
	for (int i = 0; i < LINK_ATTEMPTS; i++) {
		size_t before = b->stubs.n;

		with_stubs = args;
		if (before)
			args_add(b->arena, &with_stubs, compile_stubs(b));
		if (process_run(b->arena, &with_stubs, &out) == 0)
			return;
		stubs_find(b->arena, out.s, &b->stubs);
		if (b->stubs.n == before)
			break;
	}
	fatal("linking failed:\n%s", out.s);
}
