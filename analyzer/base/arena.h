/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_ARENA_H
#define MIGVER_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/*
 * All memory of the analyzer lives in arenas of three lifetimes: the process
 * (options, catalogue, models), the program under analysis (units, IR,
 * findings), and scratch (one handler's abstract states). Nothing is freed
 * singly; an arena is dropped as a whole. Running out of memory is fatal().
 */
struct arena;

struct arena *arena_new(void);
void arena_drop(struct arena *a);

/** arena_alloc - @size zeroed bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/** arena_array - @n zeroed elements of @size bytes each; fatal() on overflow. */
void *arena_array(struct arena *a, size_t n, size_t size);

/** arena_grow - a copy of @old (@old_size bytes) in @new_size bytes, the rest zeroed. */
void *arena_grow(struct arena *a, const void *old, size_t old_size, size_t new_size);

char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3), nonnull(2)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap) __attribute__((nonnull(2)));

/** arena_used - bytes handed out so far. */
size_t arena_used(const struct arena *a);

#define arena_new_of(a, type) ((type *)arena_alloc((a), sizeof(type)))

#endif
