/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_IOVA_BITMAP_H
#define KRT_LINUX_IOVA_BITMAP_H

#include <linux/types.h>
struct iova_bitmap;
extern void iova_bitmap_set(struct iova_bitmap *bitmap, unsigned long iova, size_t length);

#endif
