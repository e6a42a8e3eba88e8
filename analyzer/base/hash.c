// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/hash.h"

#define FNV_PRIME (((uwide)1 << 88) + 0x13b)

uwide hash_bytes(uwide h, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < n; i++) {
		h ^= p[i];
		h *= FNV_PRIME;
	}
	return h;
}

uwide hash_text(uwide h, const char *text)
{
	return hash_bytes(h, text ? text : "", text ? strlen(text) + 1 : 1);
}

const char *hash_hex(struct arena *a, uwide h)
{
	return arena_printf(a, "%016llx%016llx", (unsigned long long)(h >> 64),
			    (unsigned long long)h);
}
