// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/hash.h"
#include "front/paths.h"
#include "fuzzing/cache.h"
#include "fuzzing/folder.h"
#include "fuzzing/process.h"
#include "fuzzing/toolchain.h"

#define CLANG_NEWEST 40 /* to look for by number */

const char *program_find(struct arena *a, const char *name)
{
	const char *path = getenv("PATH");
	char *rest;

	if (strchr(name, '/'))
		return access(name, X_OK) == 0 ? path_real(a, name) : NULL;
	rest = arena_strdup(a, path ? path : "/usr/bin:/bin");
	for (char *dir; (dir = strsep(&rest, ":"));) {
		const char *found = path_join(a, dir[0] ? dir : ".", name);

		if (path_is_file(found) && access(found, X_OK) == 0)
			return found;
	}
	return NULL;
}

/* The number after "clang version ", 0 if this is no clang. */
static unsigned read_version(struct arena *a, struct toolchain *t)
{
	const char *argv[] = { t->clang, "--version" }, *number;
	struct args args = { 0 };
	struct strbuf out;

	args_add_all(a, &args, argv, 2);
	if (process_run(a, &args, &out) != 0)
		return 0;
	out.s[strcspn(out.s, "\n")] = '\0';
	t->version = out.s;
	number = strstr(out.s, "clang version ");
	return number ? (unsigned)strtoul(number + strlen("clang version "), NULL, 10) : 0;
}

static bool links(struct arena *a, const struct toolchain *t, const char *dir, struct strbuf *out)
{
	static const char source[] =
		"int LLVMFuzzerTestOneInput(const unsigned char *p, unsigned long n)\n"
		"{\n\treturn (void)p, (void)n, 0;\n}\n";
	const char *file = path_join(a, dir, "try.c"), *program = path_join(a, dir, "try");
	const char *argv[] = { t->clang, "-fsanitize=address,undefined,fuzzer", file, "-o",
			       program };
	struct args args = { 0 };

	file_put(file, source, sizeof(source) - 1);
	args_add_all(a, &args, argv, sizeof(argv) / sizeof(argv[0]));
	return process_run(a, &args, out) == 0;
}

/* Tries @t once; that it works is a folder in the cache. */
static bool works(struct arena *a, const struct toolchain *t, struct strbuf *why)
{
	struct stat st = { 0 };
	struct cache_folder f;
	const char *key;
	bool is_good;

	stat(t->clang, &st);
	key = arena_printf(a, "%s %s %lld %lld", t->clang, t->version, (long long)st.st_mtime,
			   (long long)st.st_size);
	f = cache_open(a, "clang", hash_hex(a, hash_text(HASH_BEGIN, key)));
	if (!f.filling)
		return true;
	is_good = links(a, t, f.filling, why);
	if (is_good)
		cache_close(a, &f);
	else
		cache_abandon(a, &f);
	return is_good;
}

static bool try_clang(struct arena *a, struct toolchain *t, const char *name, struct strbuf *why)
{
	t->clang = program_find(a, name);
	if (!t->clang)
		return false;
	t->major = read_version(a, t);
	if (t->major < CLANG_OLDEST)
		return false;
	return works(a, t, why);
}

static _Noreturn void fail(const char *tried, const struct strbuf *why)
{
	if (tried)
		fatal("%s has no runtime for -fsanitize=address,undefined,fuzzer. Debian: "
		      "apt install clang-19 libclang-rt-19-dev; Fedora: clang compiler-rt; Arch: "
		      "clang compiler-rt\n%s",
		      tried, why->s);
	fatal("fuzz needs clang %d or newer with its sanitizer and fuzzer runtime, and there is "
	      "none "
	      "in PATH. Debian: apt install clang-19 libclang-rt-19-dev; elsewhere: set "
	      "MIGVER_CLANG",
	      CLANG_OLDEST);
}

static struct toolchain asked_for(struct arena *a, const char *name, struct strbuf *why)
{
	struct toolchain t = { 0 };

	if (try_clang(a, &t, name, why))
		return t;
	if (!t.clang)
		fatal("MIGVER_CLANG: there is no program %s", name);
	if (t.major < CLANG_OLDEST)
		fatal("MIGVER_CLANG: %s is no clang %d or newer", t.clang, CLANG_OLDEST);
	fail(t.clang, why);
}

static const char *find_symbolizer(struct arena *a, const struct toolchain *t)
{
	const char *found = toolchain_tool(a, t, "llvm-symbolizer");

	return found ? found : program_find(a, "llvm-symbolizer");
}

/* The newest one by number; a plain "clang" that is newer still comes first. */
static bool find_newest(struct arena *a, struct toolchain *best, const char **tried,
			struct strbuf *why)
{
	struct toolchain t = { 0 };
	bool is_found = try_clang(a, best, "clang", why);

	if (best->clang && best->major >= CLANG_OLDEST)
		*tried = best->clang;
	for (unsigned n = CLANG_NEWEST; n >= CLANG_OLDEST; n--) {
		if (is_found && best->major >= n)
			break;
		if (try_clang(a, &t, arena_printf(a, "clang-%u", n), why)) {
			*best = t;
			return true;
		}
		if (t.clang)
			*tried = t.clang;
	}
	return is_found;
}

struct toolchain toolchain_find(struct arena *a)
{
	const char *asked = getenv("MIGVER_CLANG"), *tried = NULL;
	struct toolchain t = { 0 };
	struct strbuf why;

	strbuf_init(&why, a);
	if (asked && asked[0])
		t = asked_for(a, asked, &why);
	else if (!find_newest(a, &t, &tried, &why))
		fail(tried, &why);
	t.symbolizer = find_symbolizer(a, &t);
	return t;
}

const char *toolchain_tool(struct arena *a, const struct toolchain *t, const char *name)
{
	const char *real = path_real(a, t->clang);
	const char *beside = path_join(a, path_dir(a, real ? real : t->clang), name);

	if (access(beside, X_OK) == 0)
		return beside;
	return program_find(a, arena_printf(a, "%s-%u", name, t->major));
}
