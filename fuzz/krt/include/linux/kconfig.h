/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel: the IS_ENABLED() family works with defined and undefined symbols */
#ifndef KRT_LINUX_KCONFIG_H
#define KRT_LINUX_KCONFIG_H

#include <generated/autoconf.h>

/* A symbol defined to 1 pastes to a comma, which shifts the wanted 1 into the second place. */
#define __KRT_SHIFT_1 0,
#define __krt_second(ignored, value, ...) value
#define __krt_is_one(x) __krt_is_one_(x)
#define __krt_is_one_(x) __krt_is_one__(__KRT_SHIFT_##x)
#define __krt_is_one__(shift) __krt_second(shift 1, 0, 0)

#define __is_defined(x) __krt_is_one(x)

#define IS_BUILTIN(option) __krt_is_one(option)
#define IS_MODULE(option) __krt_is_one(option##_MODULE)
#define IS_ENABLED(option) (__krt_is_one(option) || __krt_is_one(option##_MODULE))
#ifdef MODULE
#define IS_REACHABLE(option) IS_ENABLED(option)
#else
#define IS_REACHABLE(option) IS_BUILTIN(option)
#endif

#endif
