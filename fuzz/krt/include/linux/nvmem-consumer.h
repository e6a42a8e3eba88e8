/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_NVMEM_CONSUMER_H
#define KRT_LINUX_NVMEM_CONSUMER_H

#include <linux/err.h>
#include <linux/types.h>
struct device;
struct nvmem_cell;
extern struct nvmem_cell *devm_nvmem_cell_get(struct device *dev, const char *id);
extern void *nvmem_cell_read(struct nvmem_cell *cell, size_t *len);
extern int nvmem_cell_read_u32(struct device *dev, const char *cell_id, u32 *val);

#endif
