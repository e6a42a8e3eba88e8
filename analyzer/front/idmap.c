// SPDX-License-Identifier: MIT
#include "front/idmap.h"

void idmap_init(struct idmap *m, struct arena *a)
{
	m->arena = a;
	m->n = 0;
	m->cap = 64;
	m->slots = arena_array(a, m->cap, sizeof(*m->slots));
}

/* The finalizer of MurmurHash3: the pairs are small numbers, often in sequence. */
static uint64_t mix(uint64_t a, uint64_t b)
{
	uint64_t h = a * 0x9e3779b97f4a7c15u + b;

	h ^= h >> 33;
	h *= 0xff51afd7ed558ccdu;
	h ^= h >> 33;
	h *= 0xc4ceb9fe1a85ec53u;
	return h ^ h >> 33;
}

static struct idmap_slot *find_slot(const struct idmap *m, uint64_t a, uint64_t b)
{
	size_t i = mix(a, b) & (m->cap - 1);

	while (m->slots[i].value && (m->slots[i].a != a || m->slots[i].b != b))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

uint32_t idmap_get(const struct idmap *m, uint64_t a, uint64_t b)
{
	return find_slot(m, a, b)->value;
}

static void idmap_double(struct idmap *m)
{
	struct idmap_slot *old = m->slots;
	size_t n = m->cap;

	m->cap *= 2;
	m->slots = arena_array(m->arena, m->cap, sizeof(*m->slots));
	for (size_t i = 0; i < n; i++)
		if (old[i].value)
			*find_slot(m, old[i].a, old[i].b) = old[i];
}

void idmap_put(struct idmap *m, uint64_t a, uint64_t b, uint32_t value)
{
	struct idmap_slot *slot;

	if (m->n * 2 >= m->cap)
		idmap_double(m);
	slot = find_slot(m, a, b);
	if (!slot->value)
		m->n++;
	*slot = (struct idmap_slot){ a, b, value };
}
