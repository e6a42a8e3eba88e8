// SPDX-License-Identifier: MIT
#include <string.h>

#include <clang-c/Index.h>

#include "base/strbuf.h"
#include "front/lower.h"
#include "ir/sig.h"
#include "ir/build.h"
#include "ir/text.h"
#include "tests/unit/ir_run.h"
#include "tests/unit/lower_cases.h"
#include "tests/unit/suites.h"

/* ---- lowering a text ---- */

/* Fails with a text that says what was wrong. */
static void fail(const char *what)
{
	CU_assertImplementation(CU_FALSE, 0, what, __FILE__, "", CU_FALSE);
}

struct lowered {
	struct arena *arena;
	struct ir_unit *unit;
	const char *text; /* of the unit, printed */
};

static bool models_known(void *data, const char *name)
{
	(void)data;
	return strncmp(name, "known_", 6) == 0;
}

static void lower_source(struct lowered *l, const char *path, struct CXUnsavedFile *file)
{
	static const char *const args[] = { "-std=gnu11", "-I.", "-w", "-ferror-limit=0" };
	static const char *const markers[] = { "vfio_migration_ops", "never_there" };
	struct lower_options options = { .is_modelled = models_known,
					 .markers = markers,
					 .nmarkers = 2 };
	CXIndex index = clang_createIndex(0, 0);
	CXTranslationUnit tu = NULL;
	struct strbuf out;
	const char *wrong;

	l->arena = arena_new();
	l->unit = ir_unit_new(l->arena, path);
	clang_parseTranslationUnit2(index, path, args, 4, file, file ? 1 : 0,
				    CXTranslationUnit_DetailedPreprocessingRecord, &tu);
	CU_ASSERT_PTR_NOT_NULL_FATAL(tu);
	lower_tu(tu, &options, map_new(l->arena), l->unit);
	clang_disposeTranslationUnit(tu);
	clang_disposeIndex(index);
	wrong = ir_validate(l->unit, l->arena);
	if (wrong)
		fail(wrong);
	strbuf_init(&out, l->arena);
	ir_print_unit(l->unit, &out);
	l->text = out.s;
}

static struct lowered lower_text(const char *text)
{
	struct CXUnsavedFile file = { "t.c", text, strlen(text) };
	struct lowered l;

	lower_source(&l, "t.c", &file);
	return l;
}

static const struct ir_func *func_named(const struct lowered *l, const char *name)
{
	vec_for_each_ptr(struct ir_func, f, &l->unit->funcs)
		if (strcmp(f->name, name) == 0)
			return f;
	CU_FAIL_FATAL("no such function");
	return NULL;
}

static const struct ir_global *global_named(const struct lowered *l, const char *name)
{
	vec_for_each_ptr(struct ir_global, g, &l->unit->globals)
		if (strcmp(g->name, name) == 0)
			return g;
	CU_FAIL_FATAL("no such global");
	return NULL;
}

/* Whether the printed unit has @part; it says which it lacks. */
static void check_has(const struct lowered *l, const char *part)
{
	if (!strstr(l->text, part))
		fail(part);
}

static void check_lacks(const struct lowered *l, const char *part)
{
	if (strstr(l->text, part))
		fail(part);
}

static bool has_note(const struct ir_func *f, enum ir_note_kind kind, const char *text)
{
	vec_for_each_ptr(struct ir_note, note, &f->notes)
		if (note->kind == kind && strstr(note->text, text))
			return true;
	return false;
}

/* ---- the same numbers as compiled C ---- */

static const long numbers[] = {
	0,
	1,
	2,
	3,
	5,
	7,
	-1,
	-2,
	100,
	127,
	128,
	255,
	256,
	-128,
	32767,
	65535,
	65536,
	2147483647,
	-2147483648,
	4294967295,
	1L << 32,
	81985529216486895,
	0x7fffffffffffffff,
	-0x7fffffffffffffff - 1,
};

#define NNUMBERS (sizeof(numbers) / sizeof(*numbers))

static bool same_result(const struct ir_unit *u, const struct lower_case *c, long a, long b)
{
	struct run_value args[2] = { { .bits = (uint64_t)a }, { .bits = (uint64_t)b } };
	struct arena *arena = arena_new();
	struct ir_run *r = ir_run_new(arena, u);
	struct run_value got = { 0 };
	bool same = ir_run_call(r, c->name, args, 2, &got) && (long)got.bits == c->run(a, b);

	arena_drop(arena);
	return same;
}

static void check_cases(const char *path, const struct lower_case *cases, size_t n)
{
	struct lowered l;

	lower_source(&l, path, NULL);
	for (size_t i = 0; i < n; i++) {
		bool same = true;

		for (size_t k = 0; same && k < NNUMBERS * NNUMBERS; k++)
			same = same_result(l.unit, &cases[i], numbers[k / NNUMBERS],
					   numbers[k % NNUMBERS]);
		if (!same)
			fail(cases[i].name);
	}
	check_lacks(&l, "note degraded");
	arena_drop(l.arena);
}

static void test_semantics(void)
{
	check_cases("tests/unit/lower_cases.c", lower_cases, nlower_cases);
	check_cases("tests/unit/lower_cases_objects.c", lower_cases_objects, nlower_cases_objects);
}

/* ---- names and texts ---- */

static void test_errno_names(void)
{
	struct lowered l = lower_text("#define EINVAL 22\n"
				      "#define EPERM 1\n"
				      "#define EAGAIN 11\n"
				      "#define EWOULDBLOCK EAGAIN\n"
				      "#define MINE (-EINVAL)\n"
				      "#define FAIL_IF(c, e) do { if (c) return e; } while (0)\n"
				      "#define WRONG(c) ({ if (c) return -EPERM; 1; })\n"
				      "void *ERR_PTR(long e);\n"
				      "void *p(void) { return ERR_PTR(-EINVAL); }\n"
				      "long a(int x) { return -EINVAL; }\n"
				      "int b(int x) { return x ? MINE : -(EPERM); }\n"
				      "int c(int x) { FAIL_IF(x, -EWOULDBLOCK); return -1; }\n"
				      "int d(int x) { return WRONG(x); }\n"
				      "int g = -EPERM, h = MINE, i = -22;\n");

	check_has(&l, "(-22'EINVAL)");
	check_has(&l, "ret -22'EINVAL");
	check_has(&l, "-1'EPERM");
	check_has(&l, "ret -11'EAGAIN");
	check_has(&l, "ret -1 ");
	check_has(&l, "ret 1 ");
	check_has(&l, "0 i32 -1'EPERM");
	check_has(&l, "0 i32 -22'EINVAL");
	check_has(&l, "0 i32 -22 ");
	arena_drop(l.arena);
}

static void test_config(void)
{
	struct lowered l = lower_text("#define IS_ENABLED(x) ((x) > 0)\n"
				      "#define CONFIG_A 0\n"
				      "enum { B = 1 };\n"
				      "void f(void);\n"
				      "int t(int x) {\n"
				      "	if (IS_ENABLED(CONFIG_A) && x)\n"
				      "		f();\n"
				      "	if (!B || sizeof(long) == 4)\n"
				      "		return 1;\n"
				      "	while (1) { if (x > 3\n"
				      "		     && x < 9) break; }\n"
				      "	do f(); while (0);\n"
				      "	return 0;\n"
				      "}\n");

	check_has(&l, "br 0 b3 b1 \"IS_ENABLED(CONFIG_A)\" config");
	check_has(&l, "\"B\" config");
	check_has(&l, "\"sizeof(long) == 4\" config");
	check_has(&l, "\"x > 3\" !");
	check_lacks(&l, "\"1\"");
	check_lacks(&l, "\"0\"");
	arena_drop(l.arena);
}

static void test_notes(void)
{
	struct lowered l = lower_text("int t(int x) {\n"
				      "#ifdef CONFIG_MIGRATION\n"
				      "	x = 1;\n"
				      "#else\n"
				      "	x = 2;\n"
				      "#endif\n"
				      "#if 0\n"
				      "/* nothing */\n"
				      "#endif\n"
				      "#ifndef CONFIG_B\n"
				      "#else\n"
				      "	x = 3;\n"
				      "#endif\n"
				      "	return x;\n"
				      "}\n"
				      "int u(int x) { if (unknown(x)) return 2; return x->y; }\n");
	const struct ir_func *t = func_named(&l, "t");

	CU_ASSERT_EQUAL(t->notes.n, 2);
	CU_ASSERT_TRUE(has_note(t, IRN_CONFIGURED_OFF, "#ifdef CONFIG_MIGRATION"));
	CU_ASSERT_TRUE(has_note(t, IRN_CONFIGURED_OFF, "#else of #ifndef CONFIG_B"));
	CU_ASSERT_EQUAL(t->notes.v[0].loc.line, 2);
	CU_ASSERT_TRUE(has_note(func_named(&l, "u"), IRN_DEGRADED, "undeclared"));
	CU_ASSERT_TRUE(has_note(func_named(&l, "u"), IRN_DEGRADED, "not a pointer"));
	arena_drop(l.arena);
}

static void test_calls(void)
{
	struct lowered l = lower_text(
		"typedef unsigned long size_t;\n"
		"struct ops { int (*go)(int); int (*many[2])(int); };\n"
		"struct dev { struct ops *ops; struct { struct ops in; }; struct { int (*f)(void); "
		"} x; };\n"
		"void *memcpy(void *, const void *, size_t);\n"
		"void stop(void) __attribute__((noreturn));\n"
		"static int known_thing(int x) { return x; }\n"
		"int t(struct dev *d, char *p) {\n"
		"	__builtin_memcpy(p, d, 3);\n"
		"	if (!d)\n"
		"		stop();\n"
		"	return d->ops->go(1) + (*d->in.many[1])(2) + d->x.f() + known_thing(1);\n"
		"}\n");

	check_has(&l, "\"struct ops.go\"");
	check_has(&l, "\"struct ops.many\"");
	check_has(&l, "\"struct dev.x.f\"");
	check_has(&l, "\"struct dev.in\"");
	check_has(&l, "unreachable");
	check_lacks(&l, "__builtin_memcpy");
	CU_ASSERT_FALSE(func_named(&l, "known_thing")->is_defined);
	CU_ASSERT_TRUE(func_named(&l, "stop")->is_noreturn);
	CU_ASSERT_STRING_EQUAL(func_named(&l, "stop")->sig, "void (void)");
	CU_ASSERT_STRING_EQUAL(func_named(&l, "t")->sig, "int (struct dev *, char *)");
	arena_drop(l.arena);
}

static void test_globals(void)
{
	struct lowered l =
		lower_text("struct attribute { const char *name; unsigned short mode; };\n"
			   "struct attr { struct attribute attr; int (*show)(char *); };\n"
			   "static int show(char *b) { static int n = 3; return n; }\n"
			   "static struct attr a = { .attr = { .name = \"v\", .mode = 0644 },\n"
			   "	.show = show };\n"
			   "static struct attribute *list[] = { &a.attr, (void *)0 };\n"
			   "static const struct attr *const b = &a + 1;\n"
			   "static const short rows[2][2] = { 1 };\n"
			   "extern int elsewhere[];\n"
			   "int *t(void) { return elsewhere; }\n"
			   "int broken = nothing;\n"
			   "void *vfio_migration_ops;\n");
	const struct ir_global *a = global_named(&l, "a"), *list = global_named(&l, "list");

	CU_ASSERT_EQUAL_FATAL(a->inits.n, 3);
	CU_ASSERT_EQUAL(a->inits.v[1].offset, 8);
	CU_ASSERT_EQUAL(a->inits.v[1].type, IRT_U16);
	CU_ASSERT_EQUAL(a->inits.v[2].value.kind, REF_FUNC);
	CU_ASSERT_FALSE(a->is_const);
	CU_ASSERT_TRUE(global_named(&l, "rows")->is_const);
	CU_ASSERT_EQUAL(list->size, 16);
	CU_ASSERT_EQUAL(list->inits.v[0].value.kind, REF_GLOBAL);
	CU_ASSERT_TRUE(global_named(&l, "b")->is_const);
	CU_ASSERT_EQUAL(global_named(&l, "b")->inits.v[0].addend, 24);
	CU_ASSERT_TRUE(global_named(&l, "n")->is_static);
	CU_ASSERT_FALSE(global_named(&l, "elsewhere")->is_defined);
	CU_ASSERT_EQUAL_FATAL(l.unit->markers.n, 1);
	CU_ASSERT_EQUAL(l.unit->markers.v[0].loc.line, 12);
	arena_drop(l.arena);
}

static void test_places(void)
{
	struct lowered l = lower_text("#define CHECK(x) do { if ((x) < 0) \\\n"
				      "	return 1; } while (0)\n"
				      "int f(int);\n"
				      "int t(int a) {\n"
				      "	CHECK(f(a));\n"
				      "	return f(2);\n"
				      "}\n");

	check_has(&l, "call.i32 &1 (%0) !0:5:8-5:12");
	check_has(&l, "ret 1 !0:5:2-5:13");
	check_lacks(&l, "!0:1:");
	check_lacks(&l, "!0:2:");
	arena_drop(l.arena);
}

static void test_cleanups(void)
{
	struct lowered l = lower_text("#define __cleanup(f) __attribute__((__cleanup__(f)))\n"
				      "#define __free(n) __cleanup(__free_##n)\n"
				      "void __free_k(char **p);\n"
				      "void unlock(int *p);\n"
				      "int g(char *p);\n"
				      "int t(int a) {\n"
				      "	int l __cleanup(unlock) = a;\n"
				      "	char *p __free(k) = 0;\n"
				      "	return g(p);\n"
				      "}\n");
	const struct ir_func *t = func_named(&l, "t");
	const struct ir_block *b = &t->blocks.v[0];
	const struct ir_insn *last;

	CU_ASSERT_EQUAL_FATAL(t->blocks.n, 1);
	last = &b->insns.v[b->insns.n - 1];
	CU_ASSERT_EQUAL_FATAL(last[-1].op, OP_CALL);
	CU_ASSERT_STRING_EQUAL(l.unit->funcs.v[last[-1].call->callee.idx].name, "unlock");
	CU_ASSERT_STRING_EQUAL(l.unit->funcs.v[last[-2].call->callee.idx].name, "__free_k");
	CU_ASSERT_EQUAL(last[-2].loc.line, 9);
	CU_ASSERT_STRING_EQUAL(l.unit->funcs.v[last[-3].call->callee.idx].name, "g");
	arena_drop(l.arena);
}

/* ---- hostile and broken ---- */

static const char *repeated(struct arena *a, const char *before, const char *part, size_t n,
			    const char *after)
{
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add(&b, before);
	for (size_t i = 0; i < n; i++)
		strbuf_add(&b, part);
	strbuf_add(&b, after);
	return b.s;
}

static void test_deep(void)
{
	static const struct {
		const char *before, *part;
		size_t n;
		const char *after;
	} rows[] = {
		{ "int t(int a) { return a", " + a", 5000, "; }" },
		{ "int t(int a) { return ", "-~", 220, "a; }" },
		{ "int t(int a) { return a", " && a", 2000, "; }" },
		{ "int t(int a) { return ", "!", 450, "a; }" },
		{ "int t(int a) { return ", "a ? a : ", 3000, "a; }" },
		{ "int t(int a) { return a", " ?: a", 900, "; }" },
		{ "int t(int a) { a", " , a", 3000, "; return a; }" },
		{ "int t(int a) { if (a) a++; ", "else if (a) a--; ", 3000, "return a; }" },
		{ "int t(int a) { ", "if (a) ", 3000, "a++; return a; }" },
		{ "int t(int a) { ", "while (a) ", 3000, "a++; return a; }" },
		{ "int t(int a) { switch (a) { ", "default: case 1 ... 2: ", 1, ";} return a; }" },
		{ "int t(int a) { ", "x: ", 1, "goto x; }" },
		{ "int t(int *a) { return ", "*&", 220, "a[0]; }" },
		{ "struct s { struct s *n; } *t(struct s *a) { return a", "->n", 3000, "; }" },
		{ "int t(int a) { return ", "({", 100, "a;});});});});});});});}" },
		{ "int ", "*", 2000, "p;" },
		{ "int x = ", "-", 3000, "1;" },
		{ "int x[] = ", "{", 200, "1}}}}};" },
		{ "int t(int a) { int x = ", "(", 300, "a; return x; }" },
		{ "int t(int a) { return a", " = a", 2000, "; }" },
		{ "long t(char *a) { return (long)", "(char *)", 450, "a; }" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena *a = arena_new();
		struct lowered l = lower_text(
			repeated(a, rows[i].before, rows[i].part, rows[i].n, rows[i].after));

		arena_drop(l.arena);
		arena_drop(a);
	}
}

static void test_broken(void)
{
	static const char *const texts[] = {
		"int t(int a) { return undeclared + a; }",
		"int t(struct no *a) { return a->b; }",
		"int t(struct no a) { return a.b; }",
		"void v(void); int t(int a) { return v() + a[v()]; }",
		"int t(int a) { if (unknown->x) return 1; else return 2; }",
		"int t(int a) { while (unknown) { break; } do { } while (unknown); }",
		"int t(int a) { for (unknown; unknown; unknown) continue; return 1; }",
		"int t(int a) { switch (unknown) { case 1: return 2; case unknown: ; } }",
		"int t(int a) { goto nowhere; }",
		"int t(int a) { int x[unknown] = { 1 }; struct no y = { 1 }; return x[0]; }",
		"int t(int a) { struct s { int b; } s = { .c = 1, 2, 3, { 4 } }; return s.b; }",
		"int t(int a) { break; continue; case 1: default: return 1; }",
		"int t(unknown *a, ...) { __builtin_va_list l; __builtin_va_start(l, a); return "
		"*a; }",
		"int t(int a) { asm goto (\"\" : : : : x, y); x: return 1; }",
		"int t(int a) { int *p = &&x; goto *p; x: y: return __builtin_va_arg(p, int); }",
		"double t(double a) { float f = a; f++; f *= 2; return f < a ? -f : !f; }",
		"__int128 t(__int128 a) { a += 3; a++; return a << 3 ? a : (int)a; }",
		"typedef int v4 __attribute__((vector_size(16))); v4 t(v4 a) { a[1] = a[2]; return "
		"a + a; }",
		"_Complex double t(_Complex double a) { return __real__ a + 1.0i; }",
		"struct no t(struct no a) { return a; }",
		"int t(int n) { char v[n]; int (*w)[n] = 0; v[0] = sizeof(v); w++; return v[0] + "
		"sizeof(*w); }",
		"int t(int n) { return n(3); }",
		"int t(a, b) int a; { return a + b; }",
		"struct s { int x : 3; struct s s; }; int t(struct s *p) { return p->s.x; }",
		"union u { int a; char b[3]; }; int t(int a) { return ((union u)a).b[1] + (union "
		"u){ a }.a; }",
		"struct s { int a[9]; } f(void); int t(int a) { return f().a[2] + (a ? f() : "
		"f()).a[1]; }",
		"int t(int a) { return _Generic(a, char: 1, short: 2); }",
		"int x = { }, y[3] = { { 1 }, [7] = 2 }, z[] = { [1 ... 99999] = 3 };",
		"struct { int n; char t[]; } f = { 3, \"abc\" }; char *s = L\"x\", u[2] = "
		"\"abcdef\";",
		"int t(void) { static void *l[] = { &&a, &&b }; goto *l[1]; a: b: return 0; }",
		"int t(int a) { return ({ a: ; }) + ({ }) + ({ return 1; }) + ({ int b; }); }",
		"void (*t(void))(void) { return t; } int u(void) { return t()() ; }",
		"int t(int *restrict a, int b[static 3]) { return __builtin_choose_expr(b, a, 1); "
		"}",
		"_Atomic int a; int t(void) { a++; a += 2; return a; } _Thread_local int q; int "
		"r(void) { return q; }",
		"int t(int a) { __label__ x; int f(int); extern int g; x: return f(g) + "
		"sizeof(int[a]); }",
		"int t(int a) { if (a) ; else ; for (;;) ; }",
		"#define E(x) x\n#define ENOENT 2\nint t(int a) { return E(E(-ENOENT)) + E(",
		"\xff\xfe int t(int a) { return '\xff'; } \x01",
		"",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct lowered l = lower_text(texts[i]);

		arena_drop(l.arena);
	}
}

static void test_prototypes(void)
{
	const char *sig = "int (const struct row *, void (*)(int, int), const char **, "
			  "const int, ...)";

	CU_ASSERT_PTR_NULL(sig_param(NULL, 0));
	CU_ASSERT_PTR_NULL(sig_param("int ()", 0));
	CU_ASSERT(sig_param_is_const(sig, 0));
	CU_ASSERT(!strncmp(sig_param(sig, 1), "void (*)(int, int)", 18));
	CU_ASSERT(!sig_param_is_const(sig, 1));
	CU_ASSERT(!sig_param_is_const(sig, 2));
	CU_ASSERT(!sig_param_is_const(sig, 3));
	CU_ASSERT_PTR_NULL(sig_param(sig, 4));
	CU_ASSERT_PTR_NULL(sig_param(sig, 9));
}

int suite_lower(void)
{
	static const struct unit_test tests[] = {
		{ "prototypes", test_prototypes },
		{ "the same numbers as compiled C", test_semantics },
		{ "errno names", test_errno_names },
		{ "branches of the configuration", test_config },
		{ "notes", test_notes },
		{ "calls", test_calls },
		{ "globals and markers", test_globals },
		{ "places", test_places },
		{ "cleanups", test_cleanups },
		{ "deep nesting", test_deep },
		{ "broken code", test_broken },
	};

	return suite_add("lower", tests, sizeof(tests) / sizeof(*tests));
}
