// SPDX-License-Identifier: MIT
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/map.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "base/wide.h"
#include "core/loc.h"
#include "tests/unit/suites.h"

/* ---- arena ---- */

static void test_arena_zeroed_and_aligned(void)
{
	struct arena *a = arena_new();

	for (size_t size = 0; size < 300; size++) {
		unsigned char *p = arena_alloc(a, size);

		CU_ASSERT_EQUAL((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			CU_ASSERT_EQUAL_FATAL(p[i], 0);
		memset(p, 0xaa, size);
	}
	arena_drop(a);
}

static void test_arena_larger_than_a_chunk(void)
{
	struct arena *a = arena_new();
	char *small = arena_strdup(a, "kept");
	char *big = arena_alloc(a, (size_t)1 << 20);

	big[((size_t)1 << 20) - 1] = 'x';
	CU_ASSERT_STRING_EQUAL(small, "kept");
	CU_ASSERT(arena_used(a) >= (size_t)1 << 20);
	arena_drop(a);
	arena_drop(NULL);
}

static void test_arena_grow_keeps_and_clears(void)
{
	struct arena *a = arena_new();
	char *p = arena_grow(a, "abc", 3, 8);

	CU_ASSERT_EQUAL(memcmp(p, "abc\0\0\0\0", 8), 0);
	arena_drop(a);
}

static void test_arena_strings(void)
{
	struct arena *a = arena_new();

	CU_ASSERT_STRING_EQUAL(arena_strndup(a, "abcdef", 3), "abc");
	CU_ASSERT_STRING_EQUAL(arena_printf(a, "%d-%s", 5, "x"), "5-x");
	arena_drop(a);
}

/* ---- the ends of the program, in a child that says nothing ---- */

static int status_of(void (*die)(void))
{
	int status = 0;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(99);
		die();
		_exit(98);
	}
	CU_ASSERT_FATAL(pid > 0);
	CU_ASSERT_EQUAL(waitpid(pid, &status, 0), pid);
	return status;
}

static void die_of_overflow(void)
{
	struct arena *volatile a = arena_new(); /* where the leak checker sees it */

	arena_array(a, SIZE_MAX / 2, 3);
}

static void die_of_fatal(void)
{
	fatal("no such option: %s", "-x");
}

static void die_of_bug(void)
{
	BUG_ON(1 + 1 == 2);
}

static void test_ends_of_the_program(void)
{
	int status = status_of(die_of_overflow);

	CU_ASSERT(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_USAGE);
	status = status_of(die_of_fatal);
	CU_ASSERT(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_USAGE);
	status = status_of(die_of_bug);
	CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

/* ---- map ---- */

static void test_map_many_keys(void)
{
	struct arena *a = arena_new();
	struct map *m = map_new(a);

	for (size_t i = 0; i < 1000; i++)
		map_put(m, arena_printf(a, "key%zu", i), arena_printf(a, "%zu", i));
	CU_ASSERT_EQUAL(m->n, 1000);
	for (size_t i = 0; i < 1000; i++) {
		const char *value = map_get(m, arena_printf(a, "key%zu", i));

		CU_ASSERT_PTR_NOT_NULL_FATAL(value);
		CU_ASSERT_STRING_EQUAL(value, arena_printf(a, "%zu", i));
	}
	CU_ASSERT_PTR_NULL(map_get(m, "key1000"));
	CU_ASSERT_PTR_NULL(map_get(m, ""));
	arena_drop(a);
}

static void test_map_replaces(void)
{
	struct arena *a = arena_new();
	struct map *m = map_new(a);
	char one, two;

	map_put(m, "", &one);
	map_put(m, "", &two);
	CU_ASSERT_EQUAL(m->n, 1);
	CU_ASSERT_PTR_EQUAL(map_get(m, ""), &two);
	arena_drop(a);
}

static void test_intern(void)
{
	struct arena *a = arena_new();
	struct map *m = map_new(a);
	char text[] = "drv/a.c";
	const char *kept = intern(m, text);

	CU_ASSERT_PTR_NOT_EQUAL(kept, text);
	text[4] = 'b';
	CU_ASSERT_STRING_EQUAL(kept, "drv/a.c");
	CU_ASSERT_PTR_EQUAL(intern(m, "drv/a.c"), kept);
	CU_ASSERT_PTR_NOT_EQUAL(intern(m, text), kept);
	arena_drop(a);
}

/* ---- strbuf ---- */

static void test_strbuf_grows(void)
{
	struct arena *a = arena_new();
	struct strbuf b;

	strbuf_init(&b, a);
	CU_ASSERT_STRING_EQUAL(b.s, "");
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&b, "%d,", i % 10);
	CU_ASSERT_EQUAL(b.n, 2000);
	CU_ASSERT_EQUAL(strlen(b.s), 2000);
	strbuf_addc(&b, '\0');
	strbuf_add_bytes(&b, "x\0y", 3);
	CU_ASSERT_EQUAL(b.n, 2004);
	CU_ASSERT_EQUAL(memcmp(b.s + 2000, "\0x\0y", 5), 0);
	arena_drop(a);
}

static void check_escaped(const char *s, size_t n, bool keep_utf8, const char *expected)
{
	struct arena *a = arena_new();
	struct strbuf b;

	strbuf_init(&b, a);
	strbuf_add_escaped(&b, s, n, keep_utf8);
	CU_ASSERT_STRING_EQUAL(b.s, expected);
	arena_drop(a);
}

static void test_escape_all_bytes(void)
{
	for (int c = 0; c < 256; c++) {
		struct arena *a = arena_new();
		char byte = (char)c;
		struct strbuf b;

		strbuf_init(&b, a);
		strbuf_add_escaped(&b, &byte, 1, true);
		for (size_t i = 0; i < b.n; i++)
			CU_ASSERT(b.s[i] >= 0x20 && b.s[i] <= 0x7e);
		CU_ASSERT_EQUAL(b.n == 1, c >= 0x20 && c <= 0x7e && c != '\\');
		arena_drop(a);
	}
}

#define ESCAPED(s, keep, expected) check_escaped(s, sizeof(s) - 1, keep, expected)

static void test_escape_utf8(void)
{
	ESCAPED("a\n\x1b\0\\", true, "a\\n\\x1b\\x00\\\\");
	ESCAPED("\xc3\xa9", true, "\xc3\xa9");
	ESCAPED("\xc3\xa9", false, "\\xc3\\xa9");
	ESCAPED("\xe2\x80\xae", true, "\\xe2\\x80\\xae");	   /* right-to-left override */
	ESCAPED("\xc0\xaf", true, "\\xc0\\xaf");		   /* overlong */
	ESCAPED("\xed\xa0\x80", true, "\\xed\\xa0\\x80");	   /* surrogate */
	ESCAPED("\xf4\x90\x80\x80", true, "\\xf4\\x90\\x80\\x80"); /* beyond Unicode */
	ESCAPED("\xe2\x82", true, "\\xe2\\x82");		   /* cut short */
	ESCAPED("\xf0\x9f\x98\x80", true, "\xf0\x9f\x98\x80");
}

/* ---- vec, wide, loc ---- */

static void test_vec(void)
{
	struct arena *a = arena_new();
	VEC(int) v = { 0 };
	int sum = 0;

	vec_for_each_ptr(int, p, &v)
		sum += *p;
	for (int i = 0; i < 100; i++) {
		int *p = vec_push(a, &v);

		CU_ASSERT_EQUAL(*p, 0);
		*p = i;
	}
	vec_for_each_ptr(int, p, &v)
		sum += *p;
	CU_ASSERT_EQUAL(sum, 4950);
	v.n = 0;
	CU_ASSERT_EQUAL(*vec_push(a, &v), 0);
	arena_drop(a);
}

static void test_wide_format(void)
{
	char buf[WIDE_CHARS];

	CU_ASSERT_STRING_EQUAL(wide_format(0, buf), "0");
	CU_ASSERT_STRING_EQUAL(wide_format(-22, buf), "-22");
	CU_ASSERT_STRING_EQUAL(wide_format((wide)UINT64_MAX + 1, buf), "18446744073709551616");
	CU_ASSERT_STRING_EQUAL(wide_format(WIDE_MAX, buf),
			       "85070591730234615865843651857942052863");
	CU_ASSERT_STRING_EQUAL(wide_format(WIDE_MIN, buf),
			       "-85070591730234615865843651857942052863");
	CU_ASSERT_STRING_EQUAL(wide_format((wide)((uwide)1 << 127), buf),
			       "-170141183460469231731687303715884105728");
}

static void test_loc_compare(void)
{
	struct loc none = { 0 }, a = { "a.c", 3, 5, 3, 9 }, b = { "b.c", 1, 1, 1, 1 };
	struct loc later = { "a.c", 3, 6, 3, 7 }, below = { "a.c", 10, 1, 10, 2 };

	CU_ASSERT_EQUAL(loc_compare(&none, &none), 0);
	CU_ASSERT(loc_compare(&none, &a) < 0);
	CU_ASSERT(loc_compare(&b, &a) > 0);
	CU_ASSERT(loc_compare(&a, &later) < 0);
	CU_ASSERT(loc_compare(&below, &later) > 0);
	CU_ASSERT_EQUAL(loc_compare(&a, &(struct loc){ "a.c", 3, 5, 4, 1 }), 0);
}

int suite_base(void)
{
	static const struct unit_test tests[] = {
		{ "arena: zeroed and aligned", test_arena_zeroed_and_aligned },
		{ "arena: larger than a chunk", test_arena_larger_than_a_chunk },
		{ "arena: grow keeps and clears", test_arena_grow_keeps_and_clears },
		{ "arena: strings", test_arena_strings },
		{ "fatal: the ends of the program", test_ends_of_the_program },
		{ "map: many keys", test_map_many_keys },
		{ "map: replaces", test_map_replaces },
		{ "map: intern", test_intern },
		{ "strbuf: grows", test_strbuf_grows },
		{ "strbuf: escapes each byte", test_escape_all_bytes },
		{ "strbuf: keeps UTF-8", test_escape_utf8 },
		{ "vec", test_vec },
		{ "wide: format", test_wide_format },
		{ "loc: compare", test_loc_compare },
	};

	return suite_add("base", tests, sizeof(tests) / sizeof(tests[0]));
}
