/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: exporter and importer calls */
#ifndef KRT_LINUX_DMA_BUF_H
#define KRT_LINUX_DMA_BUF_H

#include <linux/scatterlist.h>
#include <linux/file.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/dma-mapping.h>
#include <linux/fs.h>
struct dma_buf;
struct dma_buf_attachment {
	struct dma_buf *dmabuf;
	struct device *dev;
	struct list_head node;
	void *priv;
};
struct iosys_map;
struct dma_buf_ops {
	int (*attach)(struct dma_buf *dmabuf, struct dma_buf_attachment *attach);
	void (*detach)(struct dma_buf *dmabuf, struct dma_buf_attachment *attach);
	struct sg_table *(*map_dma_buf)(struct dma_buf_attachment *attach,
					enum dma_data_direction dir);
	void (*unmap_dma_buf)(struct dma_buf_attachment *attach, struct sg_table *table,
			      enum dma_data_direction dir);
	void (*release)(struct dma_buf *dmabuf);
	int (*mmap)(struct dma_buf *dmabuf, struct vm_area_struct *vma);
	int (*vmap)(struct dma_buf *dmabuf, struct iosys_map *map);
};
struct dma_buf {
	size_t size;
	struct file *file;
	const struct dma_buf_ops *ops;
	void *priv;
};
struct dma_buf_export_info {
	const char *exp_name;
	struct module *owner;
	const struct dma_buf_ops *ops;
	size_t size;
	int flags;
	void *resv;
	void *priv;
};
#define DEFINE_DMA_BUF_EXPORT_INFO(name) \
	struct dma_buf_export_info name = { .exp_name = KBUILD_MODNAME, .owner = THIS_MODULE }
extern struct dma_buf *dma_buf_export(const struct dma_buf_export_info *exp_info);
extern int dma_buf_fd(struct dma_buf *dmabuf, int flags);
extern struct dma_buf *dma_buf_get(int fd);
extern void dma_buf_put(struct dma_buf *dmabuf);

#endif
