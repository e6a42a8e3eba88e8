/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on 64 bit */
#ifndef KRT_LINUX_HIGHMEM_H
#define KRT_LINUX_HIGHMEM_H

#include <linux/mm.h>
#include <linux/uaccess.h>
extern void *kmap(struct page *page);
extern void kunmap(struct page *page);
extern void *kmap_atomic(struct page *page);
extern void *kmap_local_page(struct page *page);
#define kunmap_atomic(addr) krt_kunmap((const void *)(addr))
#define kunmap_local(addr) krt_kunmap((const void *)(addr))
extern void krt_kunmap(const void *addr);
extern void clear_highpage(struct page *page);
extern void copy_highpage(struct page *to, struct page *from);
extern void memcpy_from_page(char *to, struct page *page, size_t offset, size_t len);
extern void memcpy_to_page(struct page *page, size_t offset, const char *from, size_t len);

#endif
