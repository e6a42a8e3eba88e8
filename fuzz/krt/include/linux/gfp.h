/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: page allocation entry points */
#ifndef KRT_LINUX_GFP_H
#define KRT_LINUX_GFP_H

#include <linux/gfp_types.h>
#include <linux/mmzone.h>
#include <linux/topology.h>

struct page;
extern struct page *alloc_pages(gfp_t gfp, unsigned int order);
extern struct page *alloc_pages_node(int nid, gfp_t gfp, unsigned int order);
extern unsigned long __get_free_pages(gfp_t gfp, unsigned int order);
extern unsigned long get_zeroed_page(gfp_t gfp);
extern void *alloc_pages_exact(size_t size, gfp_t gfp);
extern void free_pages_exact(void *virt, size_t size);
extern void __free_pages(struct page *page, unsigned int order);
extern void free_pages(unsigned long addr, unsigned int order);
#define alloc_page(gfp) alloc_pages(gfp, 0)
#define __get_free_page(gfp) __get_free_pages((gfp), 0)
#define __get_dma_pages(gfp, order) __get_free_pages((gfp) | GFP_DMA, (order))
#define __free_page(page) __free_pages((page), 0)
#define free_page(addr) free_pages((addr), 0)
extern bool gfpflags_allow_blocking(const gfp_t gfp_flags);

#endif
