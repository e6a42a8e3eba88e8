/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_ARGS_H
#define MIGVER_FRONT_ARGS_H

#include "base/vec.h"

/** struct args - a list of command-line arguments, a VEC of strings. */
struct args {
	const char **v;
	size_t n, cap;
};

static inline void args_add(struct arena *a, struct args *args, const char *arg)
{
	*vec_push(a, args) = arg;
}

static inline void args_append(struct arena *a, struct args *args, const struct args *more)
{
	for (size_t i = 0; i < more->n; i++)
		args_add(a, args, more->v[i]);
}

/** args_add_all - append @n arguments of an array. */
static inline void args_add_all(struct arena *a, struct args *args, const char *const *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		args_add(a, args, v[i]);
}

#endif
