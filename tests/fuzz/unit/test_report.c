// SPDX-License-Identifier: MIT
/* Texts, options, and places. */
#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz/fuzz.h"
#include "fuzz/text.h"
#include "suites.h"

static void test_escapes(void)
{
	static const char bytes[] = "a\"\\\n\x01"
				    "7\xff%'";
	char buf[256];
	struct text t = text_over(buf, sizeof(buf));

	text_add_c(&t, bytes, sizeof(bytes) - 1);
	CU_ASSERT_STRING_EQUAL(buf, "a\\\"\\\\\\n\\0017\\377%'");
	t = text_over(buf, sizeof(buf));
	text_add_shell(&t, bytes, sizeof(bytes) - 1);
	CU_ASSERT_STRING_EQUAL(buf, "'a\"\\134\\n\\0017\\377%%\\047'");
	t = text_over(buf, sizeof(buf));
	text_add_json(&t, bytes);
	CU_ASSERT_STRING_EQUAL(buf, "\"a\\\"\\\\\\u000a\\u00017\\u00ff%'\"");
	t = text_over(buf, sizeof(buf));
	text_add_hex(&t, bytes, 4);
	CU_ASSERT_STRING_EQUAL(buf, "61225c0a");
}

static void test_bounded(void)
{
	char buf[8];
	struct text t = text_over(buf, sizeof(buf));

	text_addf(&t, "%s", "0123456789");
	text_add(&t, "x");
	text_add_hex(&t, "ab", 2);
	CU_ASSERT_STRING_EQUAL(buf, "0123456");
}

static void test_options(void)
{
	struct options o;

	CU_ASSERT_PTR_NULL(options_read(&o, NULL));
	CU_ASSERT(options_selects(&o, "migration_version", "a/migration_version"));
	CU_ASSERT(!options_selects(&o, "uevent", "a/uevent"));
	options_free(&o);
	CU_ASSERT_PTR_NULL(options_read(&o, "attr=*_x;attr=b/*;off=MV107;alloc-fail=7;minimise=0"));
	CU_ASSERT(options_selects(&o, "my_x", "a/my_x"));
	CU_ASSERT(options_selects(&o, "y", "b/y"));
	CU_ASSERT(!options_selects(&o, "migration_version", "a/migration_version"));
	CU_ASSERT(options_has(&o.off, "MV107"));
	CU_ASSERT_EQUAL(o.alloc_period, 7);
	options_free(&o);
	CU_ASSERT_STRING_EQUAL(options_read(&o, "attr=x;colour=red"), "colour=red");
	options_free(&o);
	CU_ASSERT_STRING_EQUAL(options_read(&o, "minimise=-1"), "minimise=-1");
	options_free(&o);
}

/* A driver may have more attributes than an environment variable has room for. */
static void test_options_file(void)
{
	static const char word[] = "expect=fan_auto_channels_boost@hwmon/of_a_long_name.c:1;";
	char path[] = "/tmp/migver-options-XXXXXX", at[64];
	int fd = mkstemp(path);
	FILE *file = fdopen(fd, "w");
	struct options o;

	CU_ASSERT_PTR_NOT_NULL_FATAL(file);
	for (int i = 0; i < 3000; i++)
		fputs(word, file);
	fputs("off=MV107", file);
	fclose(file);
	snprintf(at, sizeof(at), "@%s", path);
	CU_ASSERT_PTR_NULL(options_read(&o, at));
	CU_ASSERT_EQUAL(o.expected.n, 3000);
	CU_ASSERT(options_has(&o.off, "MV107"));
	CU_ASSERT(!strncmp(o.expected.item[2999], word + strlen("expect="), 30));
	options_free(&o);
	unlink(path);
	CU_ASSERT_PTR_NOT_NULL(options_read(&o, at));
	options_free(&o);
}

static int some_variable[4];

static void test_places(void)
{
	static struct places p;
	struct place place;
	size_t offset;

	places_init(&p);
	CU_ASSERT(places_function(&p, (const void *)(size_t)test_options, &place));
	CU_ASSERT_STRING_EQUAL(place.function, "test_options");
	CU_ASSERT_PTR_NOT_NULL(strstr(place.file, "test_report.c"));
	CU_ASSERT(place.line > 40 && place.line < 80);
	CU_ASSERT(places_driver(&p, (const void *)(size_t)test_options, &place));
	/* The harness is no driver. */
	CU_ASSERT(!places_driver(&p, (const void *)(size_t)options_read, &place));
	CU_ASSERT_STRING_EQUAL(places_variable(&p, &some_variable[1], &offset), "some_variable");
	CU_ASSERT_EQUAL(offset, sizeof(int));
	CU_ASSERT(!places_find(&p, (const void *)16, &place));
	CU_ASSERT(!places_find(&p, NULL, &place));
	CU_ASSERT_STRING_EQUAL(place.function, "");
}

int suite_report(void)
{
	static const struct unit_test tests[] = {
		{ "escapes", test_escapes }, { "texts are bounded", test_bounded },
		{ "options", test_options }, { "options from a file", test_options_file },
		{ "places", test_places },
	};

	return suite_add("texts", tests, sizeof(tests) / sizeof(*tests));
}
