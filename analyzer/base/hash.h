/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_HASH_H
#define MIGVER_BASE_HASH_H

#include <stddef.h>

#include "base/arena.h"
#include "base/wide.h"

/*
 * FNV-1a in 128 bits: names of things by their contents. No defence against
 * somebody who wants two contents to have one name.
 */
#define HASH_BEGIN (((uwide)0x6c62272e07bb0142 << 64) + 0x62b821756295c58d)

uwide hash_bytes(uwide h, const void *bytes, size_t n);

/** hash_text - @text and its NUL, so that neighbours can't run into each other; NULL is "". */
uwide hash_text(uwide h, const char *text);

/** hash_hex - 32 hexadecimal digits. */
const char *hash_hex(struct arena *a, uwide h);

#endif
