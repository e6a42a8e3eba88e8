/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_BSEARCH_H
#define KRT_LINUX_BSEARCH_H

#include <linux/types.h>
extern void *bsearch(const void *key, const void *base, size_t num, size_t size, cmp_func_t cmp);

#endif
