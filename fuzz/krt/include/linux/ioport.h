/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: resources */
#ifndef KRT_LINUX_IOPORT_H
#define KRT_LINUX_IOPORT_H

#include <linux/bits.h>
#include <linux/compiler.h>
#include <linux/minmax.h>
#include <linux/types.h>
struct resource {
	resource_size_t start;
	resource_size_t end;
	const char *name;
	unsigned long flags;
	unsigned long desc;
	struct resource *parent, *sibling, *child;
};
#define IORESOURCE_BITS 0x000000ff
#define IORESOURCE_TYPE_BITS 0x00001f00
#define IORESOURCE_IO 0x00000100
#define IORESOURCE_MEM 0x00000200
#define IORESOURCE_REG 0x00000300
#define IORESOURCE_IRQ 0x00000400
#define IORESOURCE_DMA 0x00000800
#define IORESOURCE_BUS 0x00001000
#define IORESOURCE_PREFETCH 0x00002000
#define IORESOURCE_READONLY 0x00004000
#define IORESOURCE_MEM_64 0x00100000
#define IORESOURCE_EXCLUSIVE 0x08000000
#define IORESOURCE_DISABLED 0x10000000
#define IORESOURCE_UNSET 0x20000000
#define IORESOURCE_BUSY 0x80000000
#define IORESOURCE_IRQ_HIGHEDGE (1 << 0)
#define IORESOURCE_IRQ_SHAREABLE (1 << 4)
#define DEFINE_RES_NAMED(_start, _size, _name, _flags) \
	{ .start = (_start), .end = (_start) + (_size) - 1, .name = (_name), .flags = (_flags) }
#define DEFINE_RES_IO(_start, _size) DEFINE_RES_NAMED(_start, _size, NULL, IORESOURCE_IO)
#define DEFINE_RES_MEM(_start, _size) DEFINE_RES_NAMED(_start, _size, NULL, IORESOURCE_MEM)
#define DEFINE_RES_MEM_NAMED(_start, _size, _name) \
	DEFINE_RES_NAMED(_start, _size, _name, IORESOURCE_MEM)
#define DEFINE_RES_IRQ(_irq) DEFINE_RES_NAMED(_irq, 1, NULL, IORESOURCE_IRQ)
struct device;
extern struct resource ioport_resource;
extern struct resource iomem_resource;
static inline resource_size_t resource_size(const struct resource *res)
{
	return res->end - res->start + 1;
}
static inline unsigned long resource_type(const struct resource *res)
{
	return res->flags & IORESOURCE_TYPE_BITS;
}
extern bool resource_contains(const struct resource *r1, const struct resource *r2);
extern struct resource *request_region(resource_size_t start, resource_size_t n, const char *name);
extern struct resource *request_muxed_region(resource_size_t start, resource_size_t n,
					     const char *name);
extern struct resource *request_mem_region(resource_size_t start, resource_size_t n,
					   const char *name);
extern void release_region(resource_size_t start, resource_size_t n);
extern void release_mem_region(resource_size_t start, resource_size_t n);
extern int request_resource(struct resource *root, struct resource *new);
extern int release_resource(struct resource *new);
extern int insert_resource(struct resource *parent, struct resource *new);
extern struct resource *devm_request_region(struct device *dev, resource_size_t start,
					    resource_size_t n, const char *name);
extern struct resource *devm_request_mem_region(struct device *dev, resource_size_t start,
						resource_size_t n, const char *name);
extern void devm_release_region(struct device *dev, resource_size_t start, resource_size_t n);
extern void devm_release_mem_region(struct device *dev, resource_size_t start, resource_size_t n);

#endif
