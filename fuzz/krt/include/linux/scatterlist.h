/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: lists without chaining helpers */
#ifndef KRT_LINUX_SCATTERLIST_H
#define KRT_LINUX_SCATTERLIST_H

#include <linux/string.h>
#include <linux/types.h>
#include <linux/mm.h>
struct scatterlist {
	unsigned long page_link;
	unsigned int offset;
	unsigned int length;
	dma_addr_t dma_address;
	unsigned int dma_length;
};
struct sg_table {
	struct scatterlist *sgl;
	unsigned int nents;
	unsigned int orig_nents;
};
#define sg_dma_address(sg) ((sg)->dma_address)
#define sg_dma_len(sg) ((sg)->dma_length)
extern struct scatterlist *sg_next(struct scatterlist *sg);
extern void sg_init_table(struct scatterlist *sgl, unsigned int nents);
extern void sg_init_one(struct scatterlist *sg, const void *buf, unsigned int buflen);
extern void sg_set_buf(struct scatterlist *sg, const void *buf, unsigned int buflen);
extern void sg_set_page(struct scatterlist *sg, struct page *page, unsigned int len,
			unsigned int offset);
extern struct page *sg_page(struct scatterlist *sg);
extern void *sg_virt(struct scatterlist *sg);
extern dma_addr_t sg_phys(struct scatterlist *sg);
extern int sg_alloc_table(struct sg_table *table, unsigned int nents, gfp_t gfp);
extern void sg_free_table(struct sg_table *table);
extern int sg_alloc_table_from_pages(struct sg_table *sgt, struct page **pages,
				     unsigned int n_pages, unsigned int offset,
				     unsigned long size, gfp_t gfp);
extern int sg_nents(struct scatterlist *sg);
#define for_each_sg(sglist, sg, nr, __i) \
	for (__i = 0, sg = (sglist); __i < (nr); __i++, sg = sg_next(sg))

#endif
