/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_CRYPTO_SHA1_H
#define KRT_CRYPTO_SHA1_H

#define SHA1_DIGEST_SIZE 20

#endif
