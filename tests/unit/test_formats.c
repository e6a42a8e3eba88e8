// SPDX-License-Identifier: MIT
/* What the formats for other programs rest on: columns, hashes, paths, escapes. */
#include <stdio.h>
#include <string.h>

#include "report/linehash.h"
#include "report/place.h"
#include "report/report.h"
#include "report/source.h"
#include "report/xml.h"
#include "tests/unit/suites.h"

static struct sources *with_text(struct arena *a, const char *text)
{
	struct sources *s = sources_new(a);

	sources_put(s, "t.c", text, strlen(text));
	return s;
}

/* ---- GitHub's line hash; the expected values are those of its action's own tests ---- */

static void check_hashes(const char *text, const char *const *expected, size_t n)
{
	struct arena *a = arena_new();
	struct linehashes *h = linehashes_new(a, with_text(a, text));

	for (size_t i = 0; i < n; i++) {
		const char *got = linehash(h, "t.c", (uint32_t)i + 1);

		CU_ASSERT_PTR_NOT_NULL_FATAL(got);
		CU_ASSERT_STRING_EQUAL(got, expected[i]);
	}
	CU_ASSERT_PTR_NULL(linehash(h, "t.c", (uint32_t)n + 1));
	CU_ASSERT_PTR_NULL(linehash(h, "t.c", 0));
	arena_drop(a);
}

static void test_line_hashes(void)
{
	static const char *const empty[] = { "c129715d7a2bc9a3:1" };
	static const char *const blanks[] = { "271789c17abda88f:1", "54703d4cd895b18:1",
					      "180aee12dab6264:1", "a23a3dc5e078b07b:1" };
	static const char *const ends[] = { "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1",
					    "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
					    "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
					    "c129715d7a2bc9a3:1" };
	static const char *const equal[] = { "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2",
					     "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
					     "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
					     "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
					     "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
					     "c129715d7a2bc9a3:1" };
	char ten[512] = "";

	for (int i = 0; i < 10; i++)
		snprintf(ten + strlen(ten), sizeof(ten) - strlen(ten),
			 "Lorem ipsum dolor sit amet.\n");
	check_hashes("", empty, 1);
	check_hashes(" a\nb\n  \t\tc\n d", blanks, 4);
	check_hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", ends, 7);
	check_hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", ends, 7);
	check_hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", ends, 7);
	check_hashes(ten, equal, 11);
}

static void test_utf16_columns(void)
{
	struct arena *a = arena_new();
	/* o-umlaut: 2 bytes, 1 unit; a clef: 4 bytes, 2 units; a stray byte: 1 unit */
	struct sources *s = with_text(a, "\n\xc3\xb6\xf0\x9d\x84\x9e\xff;\n");
	static const uint32_t column[][2] = { { 1, 1 }, { 3, 2 },  { 7, 4 }, { 8, 5 },
					      { 9, 6 }, { 12, 9 }, { 0, 0 } };

	for (size_t i = 0; i < sizeof(column) / sizeof(column[0]); i++)
		CU_ASSERT_EQUAL(source_utf16_column(s, "t.c", 2, column[i][0]), column[i][1]);
	CU_ASSERT_EQUAL(source_utf16_column(s, "/there/is/no.c", 2, 7), 7);
	arena_drop(a);
}

static void test_xml_escapes(void)
{
	struct arena *a = arena_new();
	struct strbuf b;

	strbuf_init(&b, a);
	xml_attribute(&b, "n", "<a & \"b\">'\x01\x7f\xc3\xb6\xef\xbf\xbe\n");
	CU_ASSERT_STRING_EQUAL(b.s, " n=\"&lt;a &amp; &quot;b&quot;&gt;&#39;\\x01\\x7f\xc3\xb6"
				    "\\xef\\xbf\\xbe\\n\"");
	strbuf_init(&b, a);
	xml_lines(&b, "a<\n\nb\r\n");
	CU_ASSERT_STRING_EQUAL(b.s, "a&lt;\n\nb\\r\n");
	arena_drop(a);
}

static void test_uris(void)
{
	struct arena *a = arena_new();
	struct places p = { .arena = a, .root = "/tmp/", .relatives = map_new(a) };

	CU_ASSERT_STRING_EQUAL(place_uri(&p, "/tmp/no such/a%b\xc3\xb6?.c"),
			       "no%20such/a%25b%C3%B6%3F.c");
	CU_ASSERT_STRING_EQUAL(place_uri(&p, "/no such/a#b.c"), "file:///no%20such/a%23b.c");
	CU_ASSERT_STRING_EQUAL(place_path(&p, "/tmp/../tmp/x.c"), "x.c");
	arena_drop(a);
}

/* ---- no format lets a byte through raw, nor breaks without anything to say ---- */

static void test_formats_are_clean(void)
{
	struct arena *a = arena_new();
	char *hostile = arena_alloc(a, 256);
	struct rule_info rule = { .id = "MV201", .name = "store-return", .obligation = "count" };
	struct catalogue c = { 0 };
	struct run_report r = { .arena = a, .catalogue = &c, .libclang = "19" };
	struct report_options o = { .matrix = true };
	struct finding *f;

	for (int i = 0; i < 255; i++)
		hostile[i] = (char)(i + 1);
	*vec_push(a, &c.rules) = rule;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < reporter_count; i++) {
			struct strbuf out;

			strbuf_init(&out, a);
			reporters[i].print(&r, &o, &out);
			CU_ASSERT_EQUAL(strlen(out.s), out.n);
			for (size_t k = 0; k < out.n; k++)
				if (((unsigned char)out.s[k] < ' ' && out.s[k] != '\n' &&
				     out.s[k] != '\t') ||
				    out.s[k] == 0x7f)
					CU_FAIL_FATAL("a raw byte");
		}
		f = vec_push(a, &r.findings);
		*f = (struct finding){ .rule = &c.rules.v[0],
				       .severity = SEV_ERROR,
				       .message = hostile,
				       .function = hostile,
				       .fingerprint = "0",
				       .loc = { hostile, 1, 2, 1, 3 } };
		*vec_push(a, &f->path) = (struct path_step){ f->loc, hostile };
		*vec_push(a, &f->path) = (struct path_step){ .message = hostile };
		*vec_push(a, &r.suppressed) =
			(struct suppressed){ *f, SUPPRESSED_IN_SOURCE, hostile };
		*vec_push(a, &r.files) =
			(struct file_report){ .path = hostile, .status = FILE_INCOMPLETE };
	}
	arena_drop(a);
}

int suite_formats(void)
{
	static const struct unit_test tests[] = {
		{ "line hashes are GitHub's", test_line_hashes },
		{ "columns in UTF-16 units", test_utf16_columns },
		{ "XML escapes", test_xml_escapes },
		{ "URIs", test_uris },
		{ "formats are clean", test_formats_are_clean },
	};

	return suite_add("formats", tests, sizeof(tests) / sizeof(tests[0]));
}
