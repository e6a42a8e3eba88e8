/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_SORT_H
#define KRT_LINUX_SORT_H

#include <linux/types.h>
extern void sort(void *base, size_t num, size_t size, cmp_func_t cmp_func, swap_func_t swap_func);
extern void sort_r(void *base, size_t num, size_t size, cmp_r_func_t cmp_func,
		   swap_r_func_t swap_func, const void *priv);

#endif
