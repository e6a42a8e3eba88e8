/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_RNG_H
#define FUZZ_RNG_H

#include <stddef.h>
#include <stdint.h>

/* splitmix64: small, fast, and the same on every machine for the same seed. */
struct rng {
	uint64_t state;
};

static inline uint64_t rng_next(struct rng *r)
{
	uint64_t z = (r->state += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/** rng_below - a number in 0..@n-1; 0 if @n is 0. */
static inline size_t rng_below(struct rng *r, size_t n)
{
	return n ? (size_t)(((rng_next(r) >> 32) * (uint64_t)n) >> 32) : 0;
}

/** hash_bytes - FNV-1a over words; not for hostile collisions. */
static inline uint64_t hash_bytes(const unsigned char *bytes, size_t n)
{
	uint64_t h = 0xcbf29ce484222325u ^ n;

	for (; n >= 8; n -= 8, bytes += 8) {
		uint64_t word;

		__builtin_memcpy(&word, bytes, 8);
		h = (h ^ word) * 0x100000001b3u;
		h ^= h >> 29;
	}
	for (; n; n--)
		h = (h ^ *bytes++) * 0x100000001b3u;
	return h ^ (h >> 32);
}

#endif
