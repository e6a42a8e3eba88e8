/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_DMAPOOL_H
#define KRT_LINUX_DMAPOOL_H

#include <linux/types.h>
struct device;
struct dma_pool;
extern struct dma_pool *dma_pool_create(const char *name, struct device *dev, size_t size,
					size_t align, size_t allocation);
extern struct dma_pool *dmam_pool_create(const char *name, struct device *dev, size_t size,
					 size_t align, size_t allocation);
extern void dma_pool_destroy(struct dma_pool *pool);
extern void *dma_pool_alloc(struct dma_pool *pool, gfp_t mem_flags, dma_addr_t *handle);
extern void *dma_pool_zalloc(struct dma_pool *pool, gfp_t mem_flags, dma_addr_t *handle);
extern void dma_pool_free(struct dma_pool *pool, void *vaddr, dma_addr_t addr);

#endif
