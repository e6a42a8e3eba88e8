/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: synchronous digests */
#ifndef KRT_CRYPTO_HASH_H
#define KRT_CRYPTO_HASH_H

#include <linux/crypto.h>
#include <linux/string.h>
struct crypto_shash {
	unsigned int descsize;
};
struct shash_desc {
	struct crypto_shash *tfm;
	void *__ctx[] __attribute__((__aligned__(8)));
};
#define HASH_MAX_DESCSIZE 368
#define HASH_MAX_DIGESTSIZE 64
#define SHASH_DESC_ON_STACK(shash, ctx) \
	char __##shash##_desc[sizeof(struct shash_desc) + HASH_MAX_DESCSIZE] \
		__attribute__((__aligned__(8))); \
	struct shash_desc *shash = (struct shash_desc *)__##shash##_desc
extern struct crypto_shash *crypto_alloc_shash(const char *alg_name, u32 type, u32 mask);
extern void crypto_free_shash(struct crypto_shash *tfm);
extern unsigned int crypto_shash_digestsize(struct crypto_shash *tfm);
extern unsigned int crypto_shash_descsize(struct crypto_shash *tfm);
extern int crypto_shash_init(struct shash_desc *desc);
extern int crypto_shash_update(struct shash_desc *desc, const u8 *data, unsigned int len);
extern int crypto_shash_final(struct shash_desc *desc, u8 *out);
extern int crypto_shash_digest(struct shash_desc *desc, const u8 *data, unsigned int len, u8 *out);
extern int crypto_shash_tfm_digest(struct crypto_shash *tfm, const u8 *data, unsigned int len,
				   u8 *out);

#endif
