/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_MAP_H
#define MIGVER_BASE_MAP_H

#include "base/arena.h"

/*
 * A string-keyed hash table (open addressing, in an arena). Keys are kept by
 * reference and must live as long as the map. There is no removal.
 */
struct map_slot {
	const char *key;
	void *value;
};

struct map {
	struct arena *arena;
	struct map_slot *slots;
	size_t n, cap;
};

struct map *map_new(struct arena *a);

/** map_get - the value stored under @key, or NULL. */
void *map_get(const struct map *m, const char *key);

/** map_put - store @value (not NULL) under @key, replacing an earlier one. */
void map_put(struct map *m, const char *key, void *value);

/** intern - the one copy of @s in @m's arena; equal strings give equal pointers. */
const char *intern(struct map *m, const char *s);

#endif
