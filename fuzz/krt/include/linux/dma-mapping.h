/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: masks, coherent memory, single and page mappings */
#ifndef KRT_LINUX_DMA_MAPPING_H
#define KRT_LINUX_DMA_MAPPING_H

#include <linux/sizes.h>
#include <linux/string.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/dma-direction.h>
#include <linux/scatterlist.h>
#include <linux/bug.h>
#define DMA_BIT_MASK(n) (((n) == 64) ? ~0ULL : ((1ULL << (n)) - 1))
#define DMA_MAPPING_ERROR (~(dma_addr_t)0)
#define DMA_ATTR_WEAK_ORDERING (1UL << 1)
#define DMA_ATTR_WRITE_COMBINE (1UL << 2)
#define DMA_ATTR_NO_KERNEL_MAPPING (1UL << 4)
#define DMA_ATTR_SKIP_CPU_SYNC (1UL << 5)
extern int dma_set_mask(struct device *dev, u64 mask);
extern int dma_set_coherent_mask(struct device *dev, u64 mask);
extern int dma_set_mask_and_coherent(struct device *dev, u64 mask);
extern int dma_coerce_mask_and_coherent(struct device *dev, u64 mask);
extern int dma_supported(struct device *dev, u64 mask);
extern u64 dma_get_mask(struct device *dev);
extern void *dma_alloc_coherent(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp);
extern void dma_free_coherent(struct device *dev, size_t size, void *vaddr, dma_addr_t handle);
extern void *dma_alloc_attrs(struct device *dev, size_t size, dma_addr_t *handle, gfp_t flag,
			     unsigned long attrs);
extern void dma_free_attrs(struct device *dev, size_t size, void *vaddr, dma_addr_t handle,
			   unsigned long attrs);
extern void *dma_alloc_wc(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp);
extern void dma_free_wc(struct device *dev, size_t size, void *vaddr, dma_addr_t handle);
extern void *dmam_alloc_coherent(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp);
extern void dmam_free_coherent(struct device *dev, size_t size, void *vaddr, dma_addr_t handle);
extern dma_addr_t dma_map_single(struct device *dev, void *ptr, size_t size,
				 enum dma_data_direction dir);
extern void dma_unmap_single(struct device *dev, dma_addr_t addr, size_t size,
			     enum dma_data_direction dir);
extern dma_addr_t dma_map_page(struct device *dev, struct page *page, size_t offset, size_t size,
			       enum dma_data_direction dir);
extern void dma_unmap_page(struct device *dev, dma_addr_t addr, size_t size,
			   enum dma_data_direction dir);
extern int dma_map_sg(struct device *dev, struct scatterlist *sg, int nents,
		      enum dma_data_direction dir);
extern void dma_unmap_sg(struct device *dev, struct scatterlist *sg, int nents,
			 enum dma_data_direction dir);
extern int dma_map_sgtable(struct device *dev, struct sg_table *sgt, enum dma_data_direction dir,
			   unsigned long attrs);
extern void dma_unmap_sgtable(struct device *dev, struct sg_table *sgt,
			      enum dma_data_direction dir, unsigned long attrs);
extern int dma_mapping_error(struct device *dev, dma_addr_t dma_addr);
extern void dma_sync_single_for_cpu(struct device *dev, dma_addr_t addr, size_t size,
				    enum dma_data_direction dir);
extern void dma_sync_single_for_device(struct device *dev, dma_addr_t addr, size_t size,
				       enum dma_data_direction dir);
extern int dma_mmap_coherent(struct device *dev, struct vm_area_struct *vma, void *cpu_addr,
			     dma_addr_t handle, size_t size);
extern unsigned int dma_set_max_seg_size(struct device *dev, unsigned int size);

#endif
