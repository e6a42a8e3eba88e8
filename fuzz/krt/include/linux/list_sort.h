/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_LIST_SORT_H
#define KRT_LINUX_LIST_SORT_H

#include <linux/types.h>
typedef int (*list_cmp_func_t)(void *priv, const struct list_head *a, const struct list_head *b);
extern void list_sort(void *priv, struct list_head *head, list_cmp_func_t cmp);

#endif
