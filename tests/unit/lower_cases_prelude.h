/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_UNIT_LOWER_CASES_PRELUDE_H
#define MIGVER_TESTS_UNIT_LOWER_CASES_PRELUDE_H

/* For the files of lower_cases only: they do on purpose what compilers warn about. */
#include <stdbool.h>

#include "tests/unit/lower_cases.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wsizeof-array-argument"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wimplicit-fallthrough"
#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Woverride-init"
#pragma GCC diagnostic ignored "-Wparentheses"
#pragma GCC diagnostic ignored "-Wunused-value"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wswitch"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wmissing-braces"
#pragma GCC diagnostic ignored "-Wclobbered"
#pragma GCC diagnostic ignored "-Wunused-label"
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wpointer-arith"
#pragma GCC diagnostic ignored "-Waddress"
#pragma GCC diagnostic ignored "-Wbool-operation"
#pragma GCC diagnostic ignored "-Wint-in-bool-context"

typedef unsigned char u8;
typedef signed char s8;
typedef unsigned short u16;
typedef short s16;
typedef unsigned int u32;
typedef int s32;
typedef unsigned long u64;
typedef long s64;

#define EINVAL		22
#define ENODEV		19
#define MY_ERROR	(-ENODEV)
#define offsetof_(t, m) __builtin_offsetof(t, m)
#define container_of_(p, t, m)                                                                     \
	({                                                                                         \
		void *mptr_ = (void *)(p);                                                         \
		((t *)(mptr_ - offsetof_(t, m)));                                                  \
	})
#define min_(a, b)                                                                                 \
	({                                                                                         \
		__typeof__(a) a_ = (a);                                                            \
		__typeof__(b) b_ = (b);                                                            \
		a_ < b_ ? a_ : b_;                                                                 \
	})

#define CASE(fn)                                                                                   \
	{                                                                                          \
#fn, fn                                                                            \
	}

#endif
