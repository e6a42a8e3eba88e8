// SPDX-License-Identifier: MIT
/* Strings: copies, searches, comparisons, escapes. */
#include <linux/ctype.h>
#include <linux/parser.h>
#include <linux/string_helpers.h>

#include "check.h"

static void test_copies(void)
{
	char b[6];

	CHECK_INT(strscpy(b, "abc", sizeof(b)), 3);
	CHECK_INT(strscpy(b, "abcdefgh", sizeof(b)), -E2BIG);
	CHECK_STR(b, "abcde");
	CHECK_INT(strscpy(b, "x", 0), -E2BIG);
	memset(b, '#', sizeof(b));
	CHECK_INT(strscpy_pad(b, "a", sizeof(b)), 1);
	CHECK(!b[5]);
	CHECK_INT(strlcpy(b, "abcdefgh", sizeof(b)), 8);
	CHECK_STR(b, "abcde");
	strlcpy(b, "ab", sizeof(b));
	CHECK_INT(strlcat(b, "cdefg", sizeof(b)), 7);
	CHECK_STR(b, "abcde");
}

static void test_searches(void)
{
	char b[] = "  two \n";
	char list[] = "a,b";
	char *rest = list;

	CHECK_STR(strim(b), "two");
	CHECK_STR(skip_spaces(" \t\nx"), "x");
	CHECK(strnchr("abc", 2, 'c') == NULL);
	CHECK(strnstr("abcabd", "abd", 6) != NULL);
	CHECK(strnstr("abcabd", "abd", 5) == NULL);
	CHECK(memchr_inv("aaab", 'a', 3) == NULL);
	CHECK(memchr_inv("aaab", 'a', 4) != NULL);
	CHECK_STR(strsep(&rest, ","), "a");
	CHECK_STR(rest, "b");
	CHECK(isspace(0xa0) && isalpha(0xe9) && !isalpha(0xd7));
	CHECK_STR(kbasename("/a/b"), "b");
}

static void test_comparisons(void)
{
	static const char *const words[] = { "off", "on", "auto", NULL };

	CHECK(sysfs_streq("abc", "abc"));
	CHECK(sysfs_streq("abc\n", "abc"));
	CHECK(sysfs_streq("abc", "abc\n"));
	CHECK(!sysfs_streq("abc\n\n", "abc"));
	CHECK(!sysfs_streq("abc", "ab"));
	CHECK(!sysfs_streq("abc ", "abc"));
	CHECK_INT(match_string(words, 3, "auto"), 2);
	CHECK_INT(match_string(words, 3, "auto\n"), -EINVAL);
	CHECK_INT(match_string(words, -1, "none"), -EINVAL);
	CHECK_INT(sysfs_match_string(words, "on\n"), 1);
}

static void test_escapes(void)
{
	char out[32], in[] = "a\\n\\x41\\101\\q";
	int n = string_escape_mem("a\nb\\", 4, out, sizeof(out), ESCAPE_ANY_NP, NULL);

	out[n] = '\0';
	CHECK_STR(out, "a\\nb\\");
	CHECK_INT(string_escape_mem("\001\002", 2, out, 3, ESCAPE_OCTAL, NULL), 8);
	CHECK_INT(string_unescape(in, out, sizeof(out), UNESCAPE_ANY), 6);
	CHECK_STR(out, "a\nAA\\q");
	string_get_size(8192, 4096, STRING_UNITS_2, out, sizeof(out));
	CHECK_STR(out, "32.0 MiB");
	string_get_size(1, 512, STRING_UNITS_10, out, sizeof(out));
	CHECK_STR(out, "512 B");
}

enum { OPT_NUMBER, OPT_TEXT, OPT_FLAG, OPT_ERROR };

static void test_options(void)
{
	static const match_table_t table = {
		{ OPT_NUMBER, "number=%d" },
		{ OPT_TEXT, "text=%s" },
		{ OPT_FLAG, "flag" },
		{ OPT_ERROR, NULL },
	};
	substring_t args[MAX_OPT_ARGS];
	char number[] = "number=-12", text[] = "text=abc", flag[] = "flag", odd[] = "flags";
	int value;
	char *copy;

	CHECK_INT(match_token(number, table, args), OPT_NUMBER);
	CHECK_INT(match_int(&args[0], &value), 0);
	CHECK_INT(value, -12);
	CHECK_INT(match_token(text, table, args), OPT_TEXT);
	copy = match_strdup(&args[0]);
	CHECK_STR(copy, "abc");
	kfree(copy);
	CHECK_INT(match_token(flag, table, args), OPT_FLAG);
	CHECK_INT(match_token(odd, table, args), OPT_ERROR);
}

void test_string(void)
{
	test_copies();
	test_searches();
	test_comparisons();
	test_escapes();
	test_options();
}
