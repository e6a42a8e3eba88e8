// SPDX-License-Identifier: MIT
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CUnit/Basic.h>

#include "base/embedded.h"
#include "base/strbuf.h"
#include "front/compdb.h"
#include "front/era.h"
#include "front/flags.h"
#include "front/front.h"
#include "front/kernel_dir.h"
#include "front/paths.h"
#include "front/worker.h"

int suite_front(void);

/* ---- a folder of files for one test ---- */

static char *make_folder(struct arena *a)
{
	char *path = arena_strdup(a, "/tmp/migver-unit-XXXXXX");

	CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(path));
	return path;
}

static void put_file(struct arena *a, const char *dir, const char *name, const char *text)
{
	char *path = path_join(a, dir, name);
	FILE *f;

	for (char *p = strchr(path + strlen(dir) + 1, '/'); p; p = strchr(p + 1, '/')) {
		*p = '\0';
		mkdir(path, 0777);
		*p = '/';
	}
	f = fopen(path, "w");
	CU_ASSERT_PTR_NOT_NULL_FATAL(f);
	fputs(text, f);
	fclose(f);
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static void drop_folder(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* The list as one string, "|" between the arguments. */
static const char *joined(struct arena *a, const struct args *args)
{
	struct strbuf b;

	strbuf_init(&b, a);
	for (size_t i = 0; i < args->n; i++) {
		strbuf_add(&b, i ? "|" : "");
		strbuf_add(&b, args->v[i]);
	}
	return b.s;
}

/* ---- paths ---- */

static void test_paths(void)
{
	struct arena *a = arena_new();

	CU_ASSERT_STRING_EQUAL(path_join(a, "/a/b", "./c/./d.h"), "/a/b/c/d.h");
	CU_ASSERT_STRING_EQUAL(path_join(a, "/a//b/", "../c"), "/a/b/../c");
	CU_ASSERT_STRING_EQUAL(path_join(a, "/a", "/b"), "/b");
	CU_ASSERT_STRING_EQUAL(path_join(a, NULL, "./b"), "./b");
	CU_ASSERT_STRING_EQUAL(path_from_cwd("/w", "/w/x/y"), "x/y");
	CU_ASSERT_STRING_EQUAL(path_from_cwd("/w", "/www/y"), "/www/y");
	CU_ASSERT_STRING_EQUAL(path_from_cwd("/w", "/w"), ".");
	CU_ASSERT_STRING_EQUAL(path_dir(a, "x.c"), ".");
	CU_ASSERT_STRING_EQUAL(path_dir(a, "/x.c"), "/");
	arena_drop(a);
}

/* ---- compilation database ---- */

static void test_compdb_split(void)
{
	static const char *const rows[][2] = {
		{ "gcc -c a.c", "gcc|-c|a.c" },
		{ "  gcc\t'-DX=\"a b\"'  x", "gcc|-DX=\"a b\"|x" },
		{ "gcc \"-DX=\\\"a\\\"\" -D\"Y=KBUILD_STR(z)\"",
		  "gcc|-DX=\"a\"|-DY=KBUILD_STR(z)" },
		{ "gcc a\\ b '' \"\"", "gcc|a b||" },
		{ "gcc x.c ; rm y", "gcc|x.c" },
		{ "gcc $(reboot) `x` $HOME", "gcc|$(reboot)|`x`|$HOME" },
		{ "gcc 'unclosed", "gcc|unclosed" },
		{ "gcc \\", "gcc|\\" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *a = arena_new();
		struct args args = { 0 };

		compdb_split(a, rows[i][0], &args);
		CU_ASSERT_STRING_EQUAL(joined(a, &args), rows[i][1]);
		arena_drop(a);
	}
}

static void test_compdb_errors(void)
{
	static const char *const rows[][2] = {
		{ "[\n {\"file\": }]", "db:2:11: " },
		{ "", "db:1:1: " },
		{ "{}", "db:1:1: an array of entries was expected" },
		{ "[1]", "db:1:2: an entry must be an object" },
		{ "[{\"file\": \"],[{\", \"command\": \"x\"},\n  {\"command\": \"x\"}]",
		  "db:2:3: the entry has no \"file\"" },
		{ "[{\"file\": \"a.c\"}]", "db:1:2: the entry has neither" },
		{ "[{\"file\": 1, \"command\": \"x\"}]", "db:1:2: \"file\" must be a string" },
		{ "[{\"file\": \"a.c\", \"arguments\": \"x\"}]", "db:1:2: \"arguments\" must" },
		{ "[{\"file\": \"a.c\", \"arguments\": [\"x\", 2]}]",
		  "db:1:2: \"arguments\" must" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *a = arena_new();
		const char *error = NULL;

		CU_ASSERT_PTR_NULL(compdb_parse(a, "db", rows[i][0], strlen(rows[i][0]), &error));
		CU_ASSERT_PTR_NOT_NULL_FATAL(error);
		CU_ASSERT_STRING_EQUAL(arena_strndup(a, error, strlen(rows[i][1])), rows[i][1]);
		arena_drop(a);
	}
}

static void test_compdb_find(void)
{
	struct arena *a = arena_new();
	char *dir = make_folder(a);
	const char *error = NULL;
	const struct compdb_entry *e;
	struct compdb *db;
	struct args args;
	size_t count;

	put_file(a, dir, "sub/a.c", "");
	put_file(a, dir, "b/a.c", "");
	put_file(a, dir, "sub/args.rsp", "-DONE '-DTWO=2 3' @more.rsp");
	put_file(a, dir, "sub/more.rsp", "-DTHREE @args.rsp");
	put_file(a, dir, "compile_commands.json",
		 arena_printf(a,
			      "[{\"directory\": \"%s/sub\", \"file\": \"./a.c\","
			      "  \"arguments\": [\"cc\", \"@args.rsp\"]},"
			      " {\"directory\": \"%s\", \"file\": \"sub/../sub/a.c\","
			      "  \"command\": \"cc second\"}]",
			      dir, dir));
	db = compdb_load(a, dir, &error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(db);
	e = compdb_find(a, db, path_join(a, dir, "sub/a.c"), &count);
	CU_ASSERT_EQUAL(count, 2);
	CU_ASSERT_PTR_NOT_NULL_FATAL(e);
	args = compdb_arguments(a, e);
	CU_ASSERT_STRING_EQUAL(arena_strndup(a, joined(a, &args), 31),
			       "cc|-DONE|-DTWO=2 3|-DTHREE|-DON");
	CU_ASSERT_PTR_NULL(compdb_find(a, db, path_join(a, dir, "b/a.c"), &count));
	CU_ASSERT_PTR_NULL(compdb_load(a, path_join(a, dir, "none"), &error));
	drop_folder(dir);
	arena_drop(a);
}

static void test_flags_clean(void)
{
	static const struct {
		const char *command, *kept, *removed;
	} rows[] = {
		{ "gcc -Wp,-MMD,x.d -c -o x.o x.c -O2 -Wall -DA -D B -I inc -Iinc2",
		  "-Wall|-DA|-D|B|-I|d/inc|-Id/inc2", "" },
		{ "ccache /opt/aarch64-linux-gnu-gcc-12 -MF x.d -MTx a.c",
		  "--target=aarch64-linux-gnu", "" },
		{ "gcc -fplugin=./evil.so -fplugin-arg-x=1 -Xclang -load -Xclang ./evil.so a.c", "",
		  "-fplugin=./evil.so|-fplugin-arg-x=1|-Xclang|-load|-Xclang|./evil.so" },
		{ "gcc -Werror -Werror=x -mpreferred-stack-boundary=3 --param x=1 --param=y=2", "",
		  "-mpreferred-stack-boundary=3|--param|x=1|--param=y=2" },
		{ "gcc -isystem /abs -include linux/kconfig.h -std=gnu11 -ox -- x.c -",
		  "-isystem|/abs|-include|linux/kconfig.h|-std=gnu11", "" },
		{ "gcc -save-temps=obj -B ./bin -wrapper evil -specs=x -target x86_64-linux-gnu",
		  "-target|x86_64-linux-gnu", "-save-temps=obj|-B|./bin|-wrapper|evil|-specs=x" },
		{ "gcc -I", "-I", "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *a = arena_new();
		struct args args = { 0 };
		struct flags f = { 0 };

		compdb_split(a, rows[i].command, &args);
		flags_clean(a, &args, true, "/cwd/d", "/cwd", &f);
		CU_ASSERT_STRING_EQUAL(joined(a, &f.args), rows[i].kept);
		CU_ASSERT_STRING_EQUAL(joined(a, &f.removed), rows[i].removed);
		arena_drop(a);
	}
}

/* ---- kernel folders ---- */

/* As Debian splits the headers: configuration here, sources where the Makefile points. */
static void test_kernel_split(void)
{
	struct arena *a = arena_new();
	char *dir = make_folder(a);
	const struct kernel_dir *k;
	const char *error = NULL;
	struct args args = { 0 };

	put_file(a, dir, "b/Makefile", "include ../common/Makefile\n");
	put_file(a, dir, "b/.config",
		 "#\n# Linux/arm64 6.6.1 Kernel Configuration\nCONFIG_64BIT=y\n");
	put_file(a, dir, "b/include/generated/autoconf.h", "");
	put_file(a, dir, "common/Makefile", "VERSION = 6\nPATCHLEVEL = 6\n");
	put_file(a, dir, "common/include/linux/kernel.h", "");
	put_file(a, dir, "common/include/linux/kconfig.h", "");
	k = kernel_dir_open(a, path_join(a, dir, "b"), &error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(k);
	CU_ASSERT_STRING_EQUAL(k->arch, "arm64");
	CU_ASSERT_STRING_EQUAL(k->target, "aarch64-linux-gnu");
	CU_ASSERT_STRING_EQUAL(path_base(k->source), "common");
	CU_ASSERT_EQUAL(k->version, 6);
	CU_ASSERT_EQUAL(k->patchlevel, 6);
	CU_ASSERT_TRUE(k->has_generated);
	kernel_dir_args(a, k, "x/my-drv.c", &args);
	CU_ASSERT_PTR_NOT_NULL(strstr(joined(a, &args), "|-funsigned-char|"));
	CU_ASSERT_PTR_NOT_NULL(strstr(joined(a, &args), "-DKBUILD_MODNAME=\"my_drv\""));
	CU_ASSERT_PTR_NULL(kernel_dir_open(a, path_join(a, dir, "b/include"), &error));
	CU_ASSERT_PTR_NULL(kernel_dir_open(a, path_join(a, dir, "none"), &error));
	drop_folder(dir);
	arena_drop(a);
}

/* ---- eras ---- */

static void test_era_guess(void)
{
	static const struct {
		const char *text;
		int era;
		bool has_own, has_const;
	} rows[] = {
		{ "ssize_t s(struct kobject *kobj, struct device *dev, char *b);\n"
		  "const struct mdev_parent_ops o;",
		  1, false, false },
		{ "ssize_t s(struct mdev_type *t, struct mdev_type_attribute *a, char *b);\n"
		  "const struct mdev_parent_ops o;",
		  2, false, false },
		{ "ssize_t s(struct mdev_type *t, struct mdev_type_attribute *a, char *b);\n"
		  "static struct mdev_driver d = { .supported_type_groups = g };\n",
		  3, false, false },
		{ "int p(void) { return mdev_register_parent(a, b, c, d, e); }", 4, false, false },
		{ "// mdev_parent_ops\n/* mdev_parent_ops */ char *s = \"mdev_parent_ops\";", 4,
		  false, false },
		{ "struct mdev_type_attribute {\n struct attribute attr; };", 1, true, false },
		{ "ssize_t s(const struct class *c, const struct class_attribute *a, char *b);", 4,
		  false, true },
		{ "ssize_t s(struct class *c, struct class_attribute *a, char *b);", 4, false,
		  false },
		{ "ssize_t s(const struct bus_type *bus, char *buf);", 4, false, true },
		{ "int f(const struct bus_type *bus, int n);", 4, false, false },
		{ "'\\", 4, false, false },
		{ "/* open", 4, false, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *a = arena_new();
		struct era_choice order[ERA_NR];

		era_guess(a, "x.c", rows[i].text, strlen(rows[i].text), order);
		CU_ASSERT_EQUAL(order[0].era, rows[i].era);
		CU_ASSERT_EQUAL(order[0].has_own_type_attribute, rows[i].has_own);
		CU_ASSERT_EQUAL(order[0].has_const_core, rows[i].has_const);
		CU_ASSERT_EQUAL(order[0].era + order[1].era + order[2].era + order[3].era, 10);
		arena_drop(a);
	}
}

/* ---- workers ---- */

struct outcome {
	char text[4][64];
};

static void misbehave(void *data, size_t item, struct arena *a, struct strbuf *out)
{
	(void)data;
	(void)a;
	if (item == 1)
		raise(SIGKILL);
	if (item == 2)
		for (;;)
			pause();
	if (item == 3)
		_exit(9);
	strbuf_add(out, "fine");
}

static void note_result(void *data, size_t item, const struct worker_result *r)
{
	struct outcome *o = data;

	snprintf(o->text[item], sizeof(o->text[item]), "%s", r->failure ? r->failure : r->text);
}

static void test_worker(void)
{
	for (int jobs = 1; jobs < 4; jobs += 2) {
		const struct worker_limits limits = { jobs, 1, 512 };
		struct outcome o = { 0 };
		const struct worker_task task = { 4, misbehave, note_result, &o };

		worker_run(&limits, &task);
		CU_ASSERT_STRING_EQUAL(o.text[0], "fine");
		CU_ASSERT_STRING_EQUAL(o.text[1], "the parser crashed (SIGKILL)");
		CU_ASSERT_STRING_EQUAL(o.text[2], "no result within 1 s");
		CU_ASSERT_STRING_EQUAL(o.text[3], "the parser ended with status 9");
	}
}

/* ---- all of it ---- */

static void test_front_load(void)
{
	struct arena *a = arena_new();
	struct program *prog = program_new(a);
	char *dir = make_folder(a);
	struct front_options o = { .jobs = 2 };
	char *paths[] = { path_join(a, dir, "none.c"), path_join(a, dir, "empty.c"), dir,
			  path_join(a, dir, "missing.c") };

	put_file(a, dir, "empty.c", "\n");
	put_file(a, dir, "missing.c", "#include \"nosuch.h\"\nint x;\n");
	front_load(&o, paths, 4, prog);
	CU_ASSERT_EQUAL_FATAL(prog->units.n, 4);
	for (size_t i = 0; i < 4; i++)
		CU_ASSERT_STRING_EQUAL(prog->units.v[i]->path, paths[i]);
	CU_ASSERT_EQUAL(prog->units.v[0]->status, UNIT_FAILED);
	CU_ASSERT_STRING_EQUAL(prog->units.v[0]->reasons.v[0].text, "no such file");
	CU_ASSERT_EQUAL(prog->units.v[1]->status, UNIT_ANALYZED);
	CU_ASSERT_EQUAL(prog->units.v[2]->status, UNIT_FAILED);
	CU_ASSERT_EQUAL(prog->units.v[3]->status, UNIT_INCOMPLETE);
	CU_ASSERT_STRING_EQUAL(prog->units.v[3]->reasons.v[0].text, "missing header 'nosuch.h'");
	CU_ASSERT_EQUAL(prog->units.v[3]->reasons.v[0].loc.line, 1);
	drop_folder(dir);
	arena_drop(a);
}

static void test_embedded(void)
{
	const struct embedded_file *f = embedded_find("include/linux/kernel.h");

	CU_ASSERT_PTR_NOT_NULL_FATAL(f);
	CU_ASSERT_EQUAL(strlen((const char *)f->bytes), f->size);
	CU_ASSERT_PTR_NULL(embedded_find("include/linux/kernel"));
	for (size_t i = 1; i < embedded_count; i++)
		CU_ASSERT(strcmp(embedded_files[i - 1].path, embedded_files[i].path) < 0);
}

int suite_front(void)
{
	CU_pSuite s = CU_add_suite("front", NULL, NULL);

	if (!s || !CU_add_test(s, "paths", test_paths) ||
	    !CU_add_test(s, "compdb: words", test_compdb_split) ||
	    !CU_add_test(s, "compdb: errors have places", test_compdb_errors) ||
	    !CU_add_test(s, "compdb: exact entries", test_compdb_find) ||
	    !CU_add_test(s, "flags: what is removed", test_flags_clean) ||
	    !CU_add_test(s, "kernel: split headers", test_kernel_split) ||
	    !CU_add_test(s, "era: identifiers vote", test_era_guess) ||
	    !CU_add_test(s, "worker: failures stay apart", test_worker) ||
	    !CU_add_test(s, "front: one unit per path", test_front_load) ||
	    !CU_add_test(s, "embedded files", test_embedded))
		return -1;
	return 0;
}
