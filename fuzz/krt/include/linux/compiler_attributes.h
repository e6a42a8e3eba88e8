/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the attribute names drivers use; the checker-only ones are empty */
#ifndef KRT_LINUX_COMPILER_ATTRIBUTES_H
#define KRT_LINUX_COMPILER_ATTRIBUTES_H

#define __alias(symbol) __attribute__((__alias__(#symbol)))
#define __aligned(x) __attribute__((__aligned__(x)))
#define __aligned_largest __attribute__((__aligned__))
#define __always_unused __attribute__((__unused__))
#define __assume_aligned(a, ...) __attribute__((__assume_aligned__(a, ##__VA_ARGS__)))
#define __cleanup(func) __attribute__((__cleanup__(func)))
#define __cold __attribute__((__cold__))
#define __const __attribute__((__const__))
#define __attribute_const__ __attribute__((__const__))
#define __copy(symbol)
#define __deprecated
#define __error(msg) __attribute__((__error__(msg)))
#define __flatten
#define __malloc __attribute__((__malloc__))
#define __maybe_unused __attribute__((__unused__))
#define __mode(x) __attribute__((__mode__(x)))
#define __must_check __attribute__((__warn_unused_result__))
#define __noreturn __attribute__((__noreturn__))
#define __nonstring
#define __packed __attribute__((__packed__))
#define __printf(a, b) __attribute__((__format__(printf, a, b)))
#define __pure __attribute__((__pure__))
#define __scanf(a, b) __attribute__((__format__(scanf, a, b)))
#define __section(section) __attribute__((__section__(section)))
#define __used __attribute__((__used__))
#define __weak __attribute__((__weak__))
#define __visible
#define __realloc_size(x, ...)
#define __alloc_size(x, ...)
#define __counted_by(member)
#define __counted_by_le(member)
#define __counted_by_be(member)
#define __designated_init
#define __no_sanitize_address
#define __no_kcsan
#define __noscs
#define __no_randomize_layout
#define __randomize_layout
#define randomized_struct_fields_start
#define randomized_struct_fields_end

#if defined(__has_attribute)
#if __has_attribute(__fallthrough__)
#define fallthrough __attribute__((__fallthrough__))
#endif
#endif
#ifndef fallthrough
#define fallthrough do {} while (0)
#endif

#endif
