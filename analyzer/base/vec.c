// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/vec.h"

void *vec_room(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
	if (n < *cap) {
		memset((char *)v + n * size, 0, size);
		return v;
	}
	*cap = *cap ? *cap * 2 : 8;
	return arena_grow(a, v, n * size, *cap * size);
}
