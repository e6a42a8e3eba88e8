/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_FRONT_IDMAP_H
#define MIGVER_FRONT_IDMAP_H

#include <stdint.h>

#include "base/arena.h"

/** struct idmap - a hash table from a pair of numbers to a number, in an arena; no removal. */
struct idmap {
	struct arena *arena;
	struct idmap_slot {
		uint64_t a, b;
		uint32_t value;
	} * slots;
	size_t n, cap;
};

void idmap_init(struct idmap *m, struct arena *a);

/** idmap_get - the value under (@a, @b), 0 if there is none. */
uint32_t idmap_get(const struct idmap *m, uint64_t a, uint64_t b);

/** idmap_put - store @value, which must not be 0. */
void idmap_put(struct idmap *m, uint64_t a, uint64_t b, uint32_t value);

#endif
