/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_CRYPTO_H
#define KRT_LINUX_CRYPTO_H

#include <linux/types.h>
#include <linux/err.h>
#define CRYPTO_MAX_ALG_NAME 128
struct crypto_tfm;

#endif
