// SPDX-License-Identifier: MIT
/* Reports of a made-up run: their form, their escapes, their fingerprints. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/fingerprint.h"
#include "report/report.h"
#include "report/source.h"
#include "tests/report/schema.h"
#include "tests/unit/suites.h"

/* ---- a run ---- */

struct run {
	struct arena *arena;
	struct catalogue catalogue;
	struct attr_kind kind;
	struct attribute attr;
	struct witness witness;
	struct run_report report;
	char *hostile; /* every byte but NUL */
};

static void add_rules(struct run *r)
{
	static const char *clauses[] = { "C7" };

	*vec_push(r->arena, &r->catalogue.rules) = (struct rule_info){
		.id = "MV201",
		.name = "store-return",
		.severity = SEV_ERROR,
		.clauses = clauses,
		.nclauses = 1,
		.obligation = "returns count",
	};
}

static struct finding *add_finding(struct run *r, const char *path, uint32_t line,
				   const char *statement)
{
	struct finding *f = vec_push(r->arena, &r->report.findings);

	*f = (struct finding){
		.rule = &r->catalogue.rules.v[0],
		.severity = SEV_ERROR,
		.message = "returns 0",
		.loc = { path, line, 2, line, 11 },
		.function = "store",
		.statement = statement,
		.attr = &r->attr,
	};
	return f;
}

static struct run *run_new(void)
{
	struct arena *a = arena_new();
	struct run *r = arena_new_of(a, struct run);

	r->arena = a;
	r->hostile = arena_alloc(a, 256);
	for (int i = 0; i < 255; i++)
		r->hostile[i] = (char)(i + 1);
	add_rules(r);
	r->kind = (struct attr_kind){ .id = "device" };
	r->attr = (struct attribute){ .name = "migration_version",
				      .kind = &r->kind,
				      .node = "device" };
	r->report = (struct run_report){ .arena = a, .catalogue = &r->catalogue, .libclang = "19" };
	return r;
}

/* One of everything, and hostile bytes wherever a user's bytes can come. */
static void fill(struct run *r)
{
	struct loc loc = { r->hostile, 3, 2, 3, 11 };
	struct file_report *file = vec_push(r->arena, &r->report.files);
	struct attr_report *attr = vec_push(r->arena, &r->report.attrs);
	struct finding *f;

	*file = (struct file_report){ .path = r->hostile, .status = FILE_FAILED };
	*vec_push(r->arena, &file->reasons) = (struct path_step){ loc, r->hostile };
	r->attr.loc = loc;
	r->attr.show.name = r->hostile;
	r->attr.name = r->hostile;
	*vec_push(r->arena, &r->attr.registrations) = (struct registration){ r->hostile, loc };
	attr->attr = &r->attr;
	*vec_push(r->arena, &attr->obligations) =
		(struct obligation){ &r->catalogue.rules.v[0], VERDICT_UNPROVED, r->hostile, loc };
	f = add_finding(r, r->hostile, 3, r->hostile);
	r->witness = (struct witness){ .write = r->hostile, .n = 1, .expect = r->hostile };
	f->message = f->function = r->hostile;
	f->witness = &r->witness;
	*vec_push(r->arena, &f->path) = (struct path_step){ loc, r->hostile };
	*vec_push(r->arena, &f->path) = (struct path_step){ .message = "without a place" };
	fingerprint_findings(&r->report);
}

static bool is_clean(const struct strbuf *b)
{
	for (size_t i = 0; i < b->n; i++)
		if ((b->s[i] < ' ' && b->s[i] != '\n') || b->s[i] == 0x7f)
			return false;
	return strlen(b->s) == b->n;
}

/* ---- formats ---- */

static void test_json_keeps_its_schema(void)
{
	struct run *r = run_new();
	json_t *schema = json_load_file(MIGVER_SOURCE_DIR "/docs/lint-report.schema.json", 0, NULL);
	struct report_options o = { 0 };
	struct strbuf out;
	json_t *value;

	CU_ASSERT_PTR_NOT_NULL_FATAL(schema);
	for (int i = 0; i < 2; i++) {
		strbuf_init(&out, r->arena);
		report_json(&r->report, &o, &out);
		CU_ASSERT(is_clean(&out));
		value = json_loadb(out.s, out.n, 0, NULL);
		CU_ASSERT_PTR_NOT_NULL_FATAL(value);
		CU_ASSERT_EQUAL(schema_check(schema, value, stderr), 0);
		json_decref(value);
		fill(r); /* the first round had nothing at all */
	}
	json_decref(schema);
	arena_drop(r->arena);
}

/* The checker itself: each of these must be refused. */
static void test_schema_checker_complains(void)
{
	static const char *const bad[][2] = {
		{ "{\"type\": \"string\"}", "[1]" },
		{ "{\"type\": [\"string\", \"null\"]}", "[]" },
		{ "{\"const\": 1}", "[]" },
		{ "{\"enum\": [\"a\", null]}", "[]" },
		{ "{\"required\": [\"a\"]}", "{\"b\": 1}" },
		{ "{\"properties\": {}, \"additionalProperties\": false}", "{\"b\": 1}" },
		{ "{\"items\": {\"minimum\": 3}}", "[2]" },
		{ "{\"items\": {\"pattern\": \"^a$\"}}", "[\"b\"]" },
		{ "{\"$ref\": \"#/$defs/none\"}", "[]" },
		{ "{\"minItems\": 1}", "[]" },
		{ "{\"maxItems\": 1}", "[1, 2]" },
		{ "{\"type\": \"boolean\"}", "1" },
		{ "{\"uniqueItems\": 7}", "[]" },
	};
	FILE *null = fopen("/dev/null", "w");

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		json_t *schema = json_loads(bad[i][0], 0, NULL);
		json_t *value = json_loads(bad[i][1], 0, NULL);

		CU_ASSERT(schema_check(schema, value, null) > 0);
		json_decref(schema);
		json_decref(value);
	}
	fclose(null);
}

static void test_text_is_clean(void)
{
	struct run *r = run_new();
	struct report_options o = { .matrix = true, .unproved = true };
	struct strbuf out;

	fill(r);
	strbuf_init(&out, r->arena);
	report_text(&r->report, &o, &out);
	CU_ASSERT(is_clean(&out));
	strbuf_init(&out, r->arena);
	report_complaints(&r->report, true, &out);
	CU_ASSERT(is_clean(&out) && out.n > 0);
	arena_drop(r->arena);
}

static void test_complaints_are_cut(void)
{
	struct run *r = run_new();
	struct file_report *f = vec_push(r->arena, &r->report.files);
	struct strbuf out;

	*f = (struct file_report){ .path = "a.c", .status = FILE_INCOMPLETE };
	for (int i = 0; i < 8; i++)
		*vec_push(r->arena, &f->reasons) = (struct path_step){ .message = "lost" };
	strbuf_init(&out, r->arena);
	report_complaints(&r->report, false, &out);
	CU_ASSERT_PTR_NOT_NULL(strstr(out.s, "migver: a.c: incomplete\n  lost\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.s, "  and 3 more (-v shows them)\n"));
	strbuf_init(&out, r->arena);
	report_complaints(&r->report, true, &out);
	CU_ASSERT_PTR_NULL(strstr(out.s, "more"));
	arena_drop(r->arena);
}

/* ---- source lines ---- */

static void write_text(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	CU_ASSERT_PTR_NOT_NULL_FATAL(f);
	fputs(text, f);
	fclose(f);
}

static void test_caret_counts_columns(void)
{
	struct run *r = run_new();
	struct report_options o = { .quiet = true };
	char path[] = "/tmp/migver-unit-XXXXXX";
	struct strbuf out;

	close(mkstemp(path));
	write_text(path, "a\t\xc3\xa4 = \x01zero;\n\tnext\r\n");
	add_finding(r, path, 1, "x")->loc = (struct loc){ path, 1, 3, 1, 5 };
	add_finding(r, path, 1, "x")->loc = (struct loc){ path, 1, 8, 1, 9 };
	add_finding(r, path, 2, "x")->loc = (struct loc){ path, 2, 2, 3, 1 };
	add_finding(r, path, 9, "x");
	strbuf_init(&out, r->arena);
	report_text(&r->report, &o, &out);
	CU_ASSERT_PTR_NOT_NULL(strstr(out.s, "\na       \xc3\xa4 = \\x01zero;\n        ^\n"));
	CU_ASSERT_PTR_NOT_NULL(
		strstr(out.s, "\na       \xc3\xa4 = \\x01zero;\n            ^~~~\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.s, "\n        next\n        ^~~~\n"));
	unlink(path);
	arena_drop(r->arena);
}

static void test_statement_is_collapsed(void)
{
	struct arena *a = arena_new();
	char path[] = "/tmp/migver-unit-XXXXXX";
	struct loc loc = { path, 1, 4, 3, 4 };
	struct sources *s = sources_new(a);

	close(mkstemp(path));
	write_text(path, "if return f(a,\n\t\t   b,\n  c); }\n");
	CU_ASSERT_STRING_EQUAL(source_statement(s, &loc), "return f(a, b, c");
	loc.path = "/there/is/no.c";
	CU_ASSERT_PTR_NULL(source_statement(s, &loc));
	unlink(path);
	arena_drop(a);
}

/* ---- fingerprints ---- */

static void test_fingerprints_follow_the_statement(void)
{
	struct run *r = run_new();
	struct finding *f;

	add_finding(r, "d/a.c", 3, "return 0;");
	add_finding(r, "./d//a.c", 9, "return 1;");
	add_finding(r, "d/a.c", 20, "return 0;");
	add_finding(r, "d/b.c", 3, "return 0;");
	fingerprint_findings(&r->report);
	f = r->report.findings.v;
	CU_ASSERT_EQUAL(strlen(f[0].fingerprint), 32);
	for (size_t i = 0; i < 4; i++)
		for (size_t k = 0; k < i; k++)
			CU_ASSERT_STRING_NOT_EQUAL(f[i].fingerprint, f[k].fingerprint);
	/* Stable over versions of migver: baselines live on it. */
	CU_ASSERT_STRING_EQUAL(f[0].fingerprint, "ca81986b2a97dd688dfc14790f0b43d1");
	arena_drop(r->arena);
}

static void test_fingerprint_paths(void)
{
	struct arena *a = arena_new();
	char dir[] = "/tmp/migver-unit-XXXXXX", cwd[4096];

	CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(dir));
	CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(cwd, sizeof(cwd)));
	CU_ASSERT_EQUAL_FATAL(chdir(dir), 0);
	CU_ASSERT_STRING_EQUAL(fingerprint_path(a, "./a/.//b.c"), "a/b.c");
	CU_ASSERT_STRING_EQUAL(fingerprint_path(a, "/x/y/z/b.c"), "y/z/b.c");
	CU_ASSERT_STRING_EQUAL(fingerprint_path(a, "/b.c"), "b.c");
	CU_ASSERT_STRING_EQUAL(fingerprint_path(a, "../../d/e/b.c"), "d/e/b.c");
	CU_ASSERT_EQUAL(mkdir(".git", 0700) | mkdir("sub", 0700), 0);
	write_text("sub/f.c", "");
	CU_ASSERT_STRING_EQUAL(fingerprint_path(a, "sub/f.c"), "sub/f.c");
	CU_ASSERT_STRING_EQUAL(fingerprint_path(a, arena_printf(a, "%s/sub/f.c", dir)), "sub/f.c");
	unlink("sub/f.c");
	CU_ASSERT_EQUAL(rmdir("sub") | rmdir(".git") | chdir(cwd) | rmdir(dir), 0);
	arena_drop(a);
}

int suite_report(void)
{
	static const struct unit_test tests[] = {
		{ "JSON keeps its schema", test_json_keeps_its_schema },
		{ "the schema checker complains", test_schema_checker_complains },
		{ "text is clean", test_text_is_clean },
		{ "complaints are cut", test_complaints_are_cut },
		{ "the caret counts columns", test_caret_counts_columns },
		{ "a statement is collapsed", test_statement_is_collapsed },
		{ "fingerprints follow the statement", test_fingerprints_follow_the_statement },
		{ "fingerprint paths", test_fingerprint_paths },
	};

	return suite_add("report", tests, sizeof(tests) / sizeof(tests[0]));
}
