/* SPDX-License-Identifier: MIT */
/*
 * Checks of krt's own tests, which are kernel code: compiled and linked like a driver,
 * against either header set. A failed check is a line in the log.
 */
#ifndef TESTS_KRT_CHECK_H
#define TESTS_KRT_CHECK_H

#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "krt/krt.h"

/* How many checks were made; the host side refuses a run that checked nothing. */
extern int krt_test_checks;

static inline void krt_test_failed(const char *file, int line, const char *what)
{
	pr_err("FAILED %s:%d: %s\n", file, line, what);
}

#define CHECK(condition)                                                                           \
	do {                                                                                       \
		krt_test_checks++;                                                                 \
		if (!(condition))                                                                  \
			krt_test_failed(__FILE__, __LINE__, #condition);                           \
	} while (0)

#define CHECK_STR(got, want)                                                                       \
	do {                                                                                       \
		const char *got_ = (got), *want_ = (want);                                         \
		krt_test_checks++;                                                                 \
		if (strcmp(got_, want_) != 0)                                                      \
			pr_err("FAILED %s:%d: got \"%s\", not \"%s\"\n", __FILE__, __LINE__, got_, \
			       want_);                                                             \
	} while (0)

#define CHECK_INT(got, want)                                                                       \
	do {                                                                                       \
		long long got_ = (got), want_ = (want);                                            \
		krt_test_checks++;                                                                 \
		if (got_ != want_)                                                                 \
			pr_err("FAILED %s:%d: got %lld, not %lld: %s\n", __FILE__, __LINE__, got_, \
			       want_, #got);                                                       \
	} while (0)

/* What was complained of since the last time: exactly one violation of a kind, or none. */
#define CHECK_VIOLATION(kind_)                                                                     \
	do {                                                                                       \
		CHECK_INT(krt_violation_count(), 1);                                               \
		if (krt_violation_count())                                                         \
			CHECK_INT(krt_violation_get(0)->kind, kind_);                              \
		krt_violation_clear();                                                             \
	} while (0)
#define CHECK_NO_VIOLATION()                                                                       \
	do {                                                                                       \
		CHECK_INT(krt_violation_count(), 0);                                               \
		krt_violation_clear();                                                             \
	} while (0)

void test_printf(void);
void test_scanf(void);
void test_kstrto(void);
void test_string(void);
void test_slab(void);
void test_lock(void);
void test_lib(void);
void test_log(void);
int test_tree(void);
void test_tree_end(void);

#endif
