/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_RADIX_TREE_H
#define KRT_LINUX_RADIX_TREE_H

#include <linux/xarray.h>
#define radix_tree_root xarray
#define RADIX_TREE(name, mask) struct xarray name = XARRAY_INIT(name, mask)
#define INIT_RADIX_TREE(root, mask) xa_init_flags(root, mask)
extern int radix_tree_insert(struct xarray *root, unsigned long index, void *item);
extern void *radix_tree_lookup(const struct xarray *root, unsigned long index);
extern void *radix_tree_delete(struct xarray *root, unsigned long index);

#endif
