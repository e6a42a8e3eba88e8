/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: sizes and the one-call digest */
#ifndef KRT_CRYPTO_SHA2_H
#define KRT_CRYPTO_SHA2_H

#include <linux/types.h>
#define SHA256_DIGEST_SIZE 32
#define SHA512_DIGEST_SIZE 64
extern void sha256(const u8 *data, unsigned int len, u8 *out);

#endif
