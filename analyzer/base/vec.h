/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_VEC_H
#define MIGVER_BASE_VEC_H

#include "base/arena.h"

/*
 * A growing array in an arena. The struct is the whole of it:
 *
 *	VEC(struct diag) diags = { 0 };
 *	*vec_push(arena, &diags) = d;
 *	vec_for_each_ptr (struct diag, d, &diags) ...
 *
 * Growth doubles and leaves the old block to the arena, so pointers to
 * elements are only good until the next push.
 */
#define VEC(type)                                                                                  \
	struct {                                                                                   \
		type *v;                                                                           \
		size_t n, cap;                                                                     \
	}

/** vec_push - a pointer to a new zeroed last element. */
#define vec_push(arena, vec)                                                                       \
	((vec)->v = vec_room((arena), (vec)->v, (vec)->n, &(vec)->cap, sizeof(*(vec)->v)),         \
	 &(vec)->v[(vec)->n++])

#define vec_for_each_ptr(type, p, vec)                                                             \
	for (type *p = (vec)->v, *p##_end = (vec)->v ? (vec)->v + (vec)->n : NULL; p != p##_end;   \
	     p++)

/** vec_room - the array, moved if it was full; the element at @n is zeroed. */
void *vec_room(struct arena *a, void *v, size_t n, size_t *cap, size_t size);

#endif
