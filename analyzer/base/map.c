// SPDX-License-Identifier: MIT
#include <stdint.h>
#include <string.h>

#include "base/map.h"

struct map *map_new(struct arena *a)
{
	struct map *m = arena_new_of(a, struct map);

	m->arena = a;
	m->cap = 64;
	m->slots = arena_array(a, m->cap, sizeof(*m->slots));
	return m;
}

/* FNV-1a, 64 bits. */
static uint64_t hash_string(const char *s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001b3u;
	return h;
}

static struct map_slot *find_slot(const struct map *m, const char *key)
{
	size_t i = hash_string(key) & (m->cap - 1);

	while (m->slots[i].key && strcmp(m->slots[i].key, key) != 0)
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

void *map_get(const struct map *m, const char *key)
{
	return find_slot(m, key)->value;
}

static void map_double(struct map *m)
{
	struct map_slot *old = m->slots;
	size_t n = m->cap;

	m->cap *= 2;
	m->slots = arena_array(m->arena, m->cap, sizeof(*m->slots));
	for (size_t i = 0; i < n; i++)
		if (old[i].key)
			*find_slot(m, old[i].key) = old[i];
}

void map_put(struct map *m, const char *key, void *value)
{
	struct map_slot *slot;

	if (m->n * 2 >= m->cap)
		map_double(m);
	slot = find_slot(m, key);
	if (!slot->key)
		m->n++;
	slot->key = key;
	slot->value = value;
}

const char *intern(struct map *m, const char *s)
{
	char *copy = map_get(m, s);

	if (!copy) {
		copy = arena_strdup(m->arena, s);
		map_put(m, copy, copy);
	}
	return copy;
}
