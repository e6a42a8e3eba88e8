/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_MEMPOOL_H
#define KRT_LINUX_MEMPOOL_H

#include <linux/types.h>
typedef struct mempool_s mempool_t;
extern void *mempool_alloc(mempool_t *pool, gfp_t gfp);
extern void mempool_free(void *element, mempool_t *pool);
extern void mempool_destroy(mempool_t *pool);

#endif
