/* SPDX-License-Identifier: MIT */
/*
 * The few functions of the sanitizers' runtimes that the harness calls. All are
 * weak: the same objects link with and without ASan, with clang's and gcc's.
 */
#ifndef FUZZ_SANITIZER_H
#define FUZZ_SANITIZER_H

#include <stddef.h>

#define WEAK __attribute__((weak))

void __asan_poison_memory_region(void const volatile *start, size_t size) WEAK;
void __asan_unpoison_memory_region(void const volatile *start, size_t size) WEAK;
void __asan_get_shadow_mapping(size_t *scale, size_t *offset) WEAK;
void __asan_set_error_report_callback(void (*callback)(const char *)) WEAK;
void *__asan_get_report_pc(void) WEAK;
void *__asan_get_report_bp(void) WEAK;
void *__asan_get_report_address(void) WEAK;
int __asan_get_report_access_type(void) WEAK;
size_t __asan_get_report_access_size(void) WEAK;
const char *__asan_get_report_description(void) WEAK;
void __sanitizer_set_death_callback(void (*callback)(void)) WEAK;
void __sanitizer_set_report_fd(void *fd) WEAK;
void __msan_unpoison(const volatile void *start, size_t size) WEAK;

/* The runtimes call these, if they are there. */
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);
const char *__msan_default_options(void);
void __ubsan_on_report(void);
void __ubsan_get_current_report_data(const char **kind, const char **message, const char **file,
				     unsigned *line, unsigned *column, char **address) WEAK;

static inline void poison(const void *start, size_t size)
{
	if (__asan_poison_memory_region)
		__asan_poison_memory_region(start, size);
}

static inline void unpoison(const void *start, size_t size)
{
	if (__asan_unpoison_memory_region)
		__asan_unpoison_memory_region(start, size);
}

#endif
