/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced (name up to 5.10) */
#ifndef KRT_CRYPTO_SHA_H
#define KRT_CRYPTO_SHA_H

#include <crypto/sha2.h>
#include <crypto/sha1.h>

#endif
