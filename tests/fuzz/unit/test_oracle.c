// SPDX-License-Identifier: MIT
/*
 * Each oracle fires on a handler with its defect, and stays quiet on those that
 * come close. A handler is a few lines; the fake krt does the rest.
 */
#include <CUnit/CUnit.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_krt.h"
#include "fuzz/oracle.h"
#include "run.h"
#include "suites.h"

#define INTERNAL 524 /* ENOTSUPP of the kernel */

/* A member of NULL, which the compiler must not see through. */
static const volatile char *absent(void)
{
	const char *volatile p = (const char *)8;

	return p;
}

/* ---- show ---- */

static long show_latin1(char *page)
{
	return sprintf(page, "bolt \xe9\n");
}

static long show_tab(char *page)
{
	return sprintf(page, "bolt\t3\n");
}

static long show_page(char *page)
{
	memset(page, 'a', PAGE_BYTES);
	return PAGE_BYTES;
}

static long show_behind_page(char *page)
{
	page[PAGE_BYTES] = 'x';
	return sprintf(page, OWN "\n");
}

static long show_would_be(char *page)
{
	sprintf(page, OWN "\n");
	return 40;
}

static long show_short(char *page)
{
	return sprintf(page, OWN "\n") - 3;
}

static long show_nothing(char *page)
{
	(void)page;
	return 0;
}

static long show_counts_nul(char *page)
{
	return sprintf(page, OWN "\n") + 1;
}

static long show_internal(char *page)
{
	(void)page;
	return -INTERNAL;
}

static long show_unsupported(char *page)
{
	(void)page;
	return -ENODEV;
}

static long show_two_lines(char *page)
{
	return sprintf(page, "bolt\nv3\n");
}

static long show_behind_nul(char *page)
{
	memcpy(page, "bolt\0v3\n", 8);
	return 8;
}

static long show_no_newline(char *page)
{
	return sprintf(page, OWN);
}

static long show_clock(char *page)
{
	return sprintf(page, "bolt %lu\n", fake_seed());
}

static long show_stale(char *page)
{
	return sprintf(page, "bolt %u\n", fake_fill());
}

static long show_sequence(char *page)
{
	return sprintf(page, "bolt %lu\n", fake_state()->count++);
}

static long show_writes_state(char *page)
{
	fake_state()->text[9] ^= 0x40;
	return show_fine(page);
}

static long show_sets_flag(char *page)
{
	fake_state()->count |= 1;
	return show_fine(page);
}

static long show_counts(char *page)
{
	fake_state()->count++;
	return show_fine(page);
}

static long show_needs_data(char *page)
{
	return fake_has_data() ? show_fine(page) : *absent();
}

static long show_leaks(char *page)
{
	fake_alloc(10);
	return show_fine(page);
}

/* ---- store ---- */

static long store_short(const char *buf, unsigned long count)
{
	return is_own(buf, count) ? (long)strlen(OWN) - 1 : REFUSED;
}

static long store_too_many(const char *buf, unsigned long count)
{
	return is_own(buf, count) ? (long)count + 1 : REFUSED;
}

static long store_internal(const char *buf, unsigned long count)
{
	return is_own(buf, count) ? (long)count : (fake_log("no"), -INTERNAL);
}

static long store_restarts(const char *buf, unsigned long count)
{
	return fake_is_signalled() ? -512 : store_fine(buf, count);
}

static long store_anything(const char *buf, unsigned long count)
{
	(void)buf;
	return (long)count;
}

static long store_length(const char *buf, unsigned long count)
{
	(void)buf;
	return count < 20 ? (long)count : REFUSED;
}

/* A letter says all: what follows is a tail, and no prefix is compared. */
static long show_letter(char *page)
{
	return sprintf(page, "yes\n");
}

static long store_letter(const char *buf, unsigned long count)
{
	return *buf == 'y' || *buf == 'Y' ? (long)count : REFUSED;
}

/* Exactly so many bytes, a newline one of them or not. */
static long store_same_length(const char *buf, unsigned long count)
{
	(void)buf;
	return count == strlen(OWN) || count == strlen(OWN) + 1 ? (long)count : REFUSED;
}

static long show_minus_one(char *page)
{
	(void)page;
	return -1;
}

static long store_minus_one(const char *buf, unsigned long count)
{
	if (is_own(buf, count))
		return (long)count;
	fake_log("refused");
	return -1;
}

/* The second number of "12.3" is compared, whether it was there or not. */
static long show_two_numbers(char *page)
{
	return sprintf(page, "12.3\n");
}

static long store_two_numbers(const char *buf, unsigned long count)
{
	unsigned major = 0, minor = fake_fill();

	(void)count;
	sscanf(buf, "%u.%u", &major, &minor);
	return major == 12 && minor <= 3 ? (long)count : REFUSED;
}

static long store_nothing(const char *buf, unsigned long count)
{
	(void)buf;
	(void)count;
	return REFUSED;
}

static long store_newline_only(const char *buf, unsigned long count)
{
	return count == strlen(OWN) + 1 && is_own(buf, count) ? (long)count : REFUSED;
}

static long store_prefix(const char *buf, unsigned long count)
{
	size_t n = count - (buf[count - 1] == '\n');

	return !strncmp(buf, OWN, n) ? (long)count : REFUSED;
}

/* Any number up to 12: "1" is a prefix of "12", and another version. */
static long show_number(char *page)
{
	return sprintf(page, "12\n");
}

static long store_number(const char *buf, unsigned long count)
{
	char *end;
	unsigned long v = strtoul(buf, &end, 10);

	end += *end == '\n';
	return buf[0] >= '0' && buf[0] <= '9' && end == buf + count && v <= 12 ? (long)count
									       : REFUSED;
}

/* A tail that a grammar has: more fields. */
static long store_more_fields(const char *buf, unsigned long count)
{
	size_t n = strlen(OWN), end = count - (buf[count - 1] == '\n');

	if (end < n || memcmp(buf, OWN, n) != 0)
		return REFUSED;
	for (size_t i = n; i < end; i++)
		if (buf[i] != '.' && (buf[i] < '0' || buf[i] > '9'))
			return REFUSED;
	return (long)count;
}

static long store_any_tail(const char *buf, unsigned long count)
{
	return !strncmp(buf, OWN, strlen(OWN)) ? (long)count : REFUSED;
}

static long store_first_line(const char *buf, unsigned long count)
{
	size_t n = strlen(OWN);

	return !strncmp(buf, OWN, n) && (count == n || buf[n] == '\n') ? (long)count : REFUSED;
}

static long store_c_string(const char *buf, unsigned long count)
{
	return is_own(buf, strlen(buf)) ? (long)count : REFUSED;
}

static long store_writes(const char *buf, unsigned long count)
{
	((char *)(size_t)buf)[0] = 'x';
	return store_fine(buf, count);
}

static long store_keeps(const char *buf, unsigned long count)
{
	fake_state()->pointer = buf + 1;
	return store_fine(buf, count);
}

static long store_flips(const char *buf, unsigned long count)
{
	return fake_state()->count++ & 1 ? REFUSED : store_fine(buf, count);
}

static long store_remembers(const char *buf, unsigned long count)
{
	if (is_own(buf, count))
		fake_state()->text[0] = buf[0];
	return store_fine(buf, count);
}

static long store_remembers_refusal(const char *buf, unsigned long count)
{
	if (!is_own(buf, count))
		fake_state()->text[0] = 'r';
	return store_fine(buf, count);
}

static long store_counts(const char *buf, unsigned long count)
{
	fake_state()->count++;
	return store_fine(buf, count);
}

static long store_sets_flag(const char *buf, unsigned long count)
{
	fake_state()->count |= is_own(buf, count);
	return store_fine(buf, count);
}

static long store_silent(const char *buf, unsigned long count)
{
	return is_own(buf, count) ? (long)count : -EINVAL;
}

static long store_logs_format(const char *buf, unsigned long count)
{
	fake_log_bytes(buf, count, memchr(buf, '%', count) != NULL, true);
	return is_own(buf, count) ? (long)count : -EINVAL;
}

static long store_logs_raw(const char *buf, unsigned long count)
{
	fake_log_bytes(buf, count, false, true);
	return is_own(buf, count) ? (long)count : -EINVAL;
}

static long store_logs_some(const char *buf, unsigned long count)
{
	fake_log_bytes(buf, count < 64 ? count : 64, false, true);
	return is_own(buf, count) ? (long)count : -EINVAL;
}

static long store_unset(const char *buf, unsigned long count)
{
	unsigned v = fake_fill();

	if (buf[0] == 'v')
		v = (unsigned)atoi(buf + 1);
	return v == 1 || is_own(buf, count) ? (long)count : REFUSED;
}

static long store_locked(const char *buf, unsigned long count)
{
	fake_lock(1);
	if (!is_own(buf, count))
		return REFUSED;
	fake_lock(-1);
	return (long)count;
}

static long store_keeps_reference(const char *buf, unsigned long count)
{
	fake_refs(1);
	if (!is_own(buf, count))
		return REFUSED;
	fake_refs(-1);
	return (long)count;
}

static long store_sleeps(const char *buf, unsigned long count)
{
	if (count > 20)
		fake_violation(KRT_V_SLEEP);
	return store_fine(buf, count);
}

static long store_warns(const char *buf, unsigned long count)
{
	fake_violation(KRT_V_WARN);
	return store_fine(buf, count);
}

static long store_leaks(const char *buf, unsigned long count)
{
	void *p = fake_alloc(count);

	if (!is_own(buf, count))
		return REFUSED;
	fake_free(p);
	return (long)count;
}

static long store_unchecked(const char *buf, unsigned long count)
{
	char *volatile p = fake_alloc(count);
	long ret;

	p[0] = buf[0];
	ret = store_fine(buf, count);
	fake_free(p);
	return ret;
}

static long store_checked(const char *buf, unsigned long count)
{
	char *p = fake_alloc(count);
	long ret;

	if (!p)
		return -ENOMEM;
	ret = store_fine(buf, count);
	fake_free(p);
	return ret;
}

static long store_needs_data(const char *buf, unsigned long count)
{
	return fake_has_data() ? store_fine(buf, count) : *absent();
}

static long store_tests_data(const char *buf, unsigned long count)
{
	return fake_has_data() ? store_fine(buf, count) : -ENODEV;
}

static long store_reads_behind(const char *buf, unsigned long count)
{
	volatile char c = count > 4 && buf[0] == 'b' ? buf[count + PAGE_BYTES] : 0;

	(void)c;
	return store_fine(buf, count);
}

static long store_calls_stub(const char *buf, unsigned long count)
{
	(void)buf;
	(void)count;
	fake_stub();
	return REFUSED;
}

/* ---- the table ---- */

#define QUIET NULL

static const struct oracle_case {
	const char *rule; /* that is broken, '-' behind it: in its milder form; QUIET: none */
	fake_show_fn show;
	fake_store_fn store;
	const char *options;
	unsigned mode;
} cases[] = {
	{ QUIET, show_fine, store_fine, NULL, 0 },
	{ "MV001", show_fine, NULL, NULL, 0 },
	{ "MV001", NULL, store_fine, NULL, 0 },
	{ "MV001", show_fine, store_fine, NULL, 0444 },
	{ QUIET, show_fine, store_fine, NULL, 0664 },
	{ "MV002", show_fine, store_fine, "expect=migration_version@x.c:1;expect=absent@x.c:7", 0 },
	{ QUIET, show_fine, store_fine, "expect=migration_version@x.c:1", 0 },
	{ "MV003", show_fine, store_fine, NULL, 0666 },
	{ "MV003", show_fine, store_fine, NULL, 0755 },
	{ "MV005", show_unsupported, store_nothing, "lint=MV005", 0 },
	{ QUIET, show_unsupported, store_nothing, NULL, 0 },
	{ "MV101", show_latin1, store_nothing, NULL, 0 },
	{ "MV101", show_tab, store_nothing, NULL, 0 },
	{ "MV102", show_page, store_nothing, NULL, 0 },
	{ QUIET, show_most, store_most, NULL, 0 },
	{ "MV103", show_behind_page, store_fine, NULL, 0 },
	{ "MV104", show_would_be, store_fine, NULL, 0 },
	{ "MV104", show_short, store_fine, NULL, 0 },
	{ "MV104", show_nothing, store_fine, NULL, 0 },
	{ "MV104", show_counts_nul, store_fine, NULL, 0 },
	{ "MV105", show_internal, store_nothing, NULL, 0 },
	{ "MV105-", show_minus_one, store_nothing, "lint=MV105-", 0 },
	{ QUIET, show_minus_one, store_nothing, "lint=MV202-", 0 },
	{ "MV202-", show_fine, store_minus_one, "lint=MV202-", 0 },
	{ QUIET, show_fine, store_minus_one, "lint=MV202", 0 },
	{ "MV106", show_two_lines, store_nothing, NULL, 0 },
	{ "MV106", show_behind_nul, store_nothing, NULL, 0 },
	{ QUIET, show_no_newline, store_fine, NULL, 0 },
	{ "MV107", show_clock, store_nothing, NULL, 0 },
	{ "MV107", show_stale, store_nothing, NULL, 0 },
	{ "MV107", show_sequence, store_nothing, NULL, 0 },
	{ "MV108", show_writes_state, store_fine, NULL, 0 },
	{ "MV108", show_sets_flag, store_fine, NULL, 0 },
	{ QUIET, show_counts, store_fine, NULL, 0 },
	{ "MV109", show_needs_data, store_fine, NULL, 0 },
	{ "MV201", show_fine, store_zero, NULL, 0 },
	{ "MV201", show_fine, store_short, NULL, 0 },
	{ "MV201", show_fine, store_too_many, NULL, 0 },
	{ "MV202", show_fine, store_internal, NULL, 0 },
	{ QUIET, show_fine, store_restarts, NULL, 0 },
	{ "MV203", show_fine, store_anything, NULL, 0 },
	{ "MV203", show_fine, store_length, NULL, 0 },
	{ "MV203", show_fine, store_same_length, NULL, 0 },
	{ "MV204", show_fine, store_nothing, NULL, 0 },
	{ "MV205", show_fine, store_reads_behind, NULL, 0 },
	{ "MV206", show_fine, store_bare_only, NULL, 0 },
	{ "MV206-", show_fine, store_newline_only, NULL, 0 },
	{ "MV207", show_fine, store_prefix, NULL, 0 },
	{ QUIET, show_number, store_number, NULL, 0 },
	{ QUIET, show_fine, store_more_fields, NULL, 0 },
	{ "MV207-", show_fine, store_any_tail, NULL, 0 },
	{ "MV207-", show_fine, store_first_line, NULL, 0 },
	{ "MV208", show_fine, store_writes, NULL, 0 },
	{ "MV208", show_fine, store_keeps, NULL, 0 },
	{ "MV209", show_fine, store_flips, NULL, 0 },
	{ "MV209", show_fine, store_remembers, NULL, 0 },
	{ "MV209", show_fine, store_remembers_refusal, NULL, 0 },
	{ "MV209", show_fine, store_sets_flag, NULL, 0 },
	{ QUIET, show_fine, store_counts, NULL, 0 },
	{ "MV210", show_fine, store_silent, NULL, 0 },
	{ "MV211", show_fine, store_logs_format, NULL, 0 },
	{ "MV211-", show_fine, store_logs_raw, NULL, 0 },
	{ QUIET, show_fine, store_logs_some, NULL, 0 },
	{ "MV212", show_fine, store_unset, NULL, 0 },
	{ "MV212", show_two_numbers, store_two_numbers, "off=MV207", 0 },
	{ "MV214", show_fine, store_c_string, NULL, 0 },
	{ "MV215", show_fine, store_divides, NULL, 0 },
	{ "MV216", show_fine, store_remembers_refusal, "off=MV209", 0 },
	{ QUIET, show_fine, store_remembers, "off=MV209", 0 },
	{ "MV301", show_fine, store_number, NULL, 0 },
	/* What a reader gets is nothing, or the first letters. */
	{ "MV301", show_nothing, store_fine, NULL, 0 },
	{ "MV301", show_short, store_fine, NULL, 0 },
	{ "MV302", show_unsupported, store_number, NULL, 0 },
	{ "MV401", show_leaks, store_fine, NULL, 0 },
	{ "MV401", show_fine, store_leaks, NULL, 0 },
	{ "MV401", show_fine, store_locked, NULL, 0 },
	{ "MV401", show_fine, store_keeps_reference, NULL, 0 },
	{ "MV401", show_fine, store_sleeps, NULL, 0 },
	{ QUIET, show_fine, store_warns, NULL, 0 },
	{ "MV402", show_fine, store_unchecked, NULL, 0 },
	{ QUIET, show_fine, store_checked, NULL, 0 },
	{ "MV403", show_fine, store_needs_data, NULL, 0 },
	{ QUIET, show_fine, store_tests_data, NULL, 0 },
	/* What cannot be known is not said. */
	{ "MV301", show_fine, store_nothing, NULL, 0 },
	{ QUIET, show_fine, store_calls_stub, NULL, 0 },
	{ QUIET, show_fine, store_anything, "off=MV203", 0 },
};

/* Rules about what never happens need many tries. */
static bool is_slow(const char *rule)
{
	return rule && (!strcmp(rule, "MV005") || !strcmp(rule, "MV204"));
}

static void run_case(const struct oracle_case *c, size_t number)
{
	struct fake_node node = { NULL, NULL, c->mode, c->show, c->store };
	struct fuzz *f = &fuzz_world;

	run_begin(&node, 1, c->options);
	run_some(f, is_slow(c->rule) ? 12000 : 800);
	if (c->rule && !run_find(f, c->rule)) {
		fprintf(stderr, "case %zu: %s was not found\n", number, c->rule);
		CU_FAIL("an oracle did not fire");
	}
	for (unsigned i = 0; !c->rule && i < f->findings.n; i++) {
		fprintf(stderr, "case %zu: %s: %s\n", number, f->findings.list[i].rule,
			f->findings.list[i].message);
		CU_FAIL("a false alarm");
	}
}

static void test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		run_case(&cases[i], i);
	CU_PASS("all cases");
}

static void test_tail_no_prefix(void)
{
	struct fake_node node = { NULL, NULL, 0, show_letter, store_letter };
	struct fuzz *f = &fuzz_world;

	run_begin(&node, 1, NULL);
	run_some(f, 800);
	CU_ASSERT_PTR_NULL(run_find(f, "MV207"));
	CU_ASSERT_PTR_NOT_NULL(run_find(f, "MV207-"));
}

/* Every row that can be asked without a sanitizer fires in some case. */
static void test_coverage(void)
{
	for (unsigned i = 0; i < oracle_count; i++) {
		bool found = !strcmp(oracles[i].rule, "MV303");

		for (size_t k = 0; k < sizeof(cases) / sizeof(*cases); k++)
			found |= cases[k].rule && !strncmp(cases[k].rule, oracles[i].rule, 5);
		if (!found)
			fprintf(stderr, "no case fires %s\n", oracles[i].rule);
		CU_ASSERT(found);
	}
}

int suite_oracle(void)
{
	static const struct unit_test tests[] = {
		{ "each oracle fires, and stays quiet", test_cases },
		{ "a tail is no prefix", test_tail_no_prefix },
		{ "each oracle has a case", test_coverage },
	};

	return suite_add("oracles", tests, sizeof(tests) / sizeof(*tests));
}
