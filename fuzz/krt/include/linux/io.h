/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: every access is a function of the runtime */
#ifndef KRT_LINUX_IO_H
#define KRT_LINUX_IO_H

#include <asm/byteorder.h>
#include <linux/types.h>
#include <linux/bug.h>
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/string.h>
struct device;
struct resource;
#define __KRT_IO(sfx, T) \
	extern T read##sfx(const volatile void __iomem *addr); \
	extern T read##sfx##_relaxed(const volatile void __iomem *addr); \
	extern T __raw_read##sfx(const volatile void __iomem *addr); \
	extern void write##sfx(T value, volatile void __iomem *addr); \
	extern void write##sfx##_relaxed(T value, volatile void __iomem *addr); \
	extern void __raw_write##sfx(T value, volatile void __iomem *addr);
__KRT_IO(b, u8)
__KRT_IO(w, u16)
__KRT_IO(l, u32)
__KRT_IO(q, u64)
#undef __KRT_IO
#define __KRT_PORT(sfx, T) \
	extern T in##sfx(int port); \
	extern T in##sfx##_p(int port); \
	extern void out##sfx(T value, int port); \
	extern void out##sfx##_p(T value, int port); \
	extern void ins##sfx(unsigned long port, void *buf, unsigned long count); \
	extern void outs##sfx(unsigned long port, const void *buf, unsigned long count); \
	extern void reads##sfx(const volatile void __iomem *addr, void *buf, unsigned int count); \
	extern void writes##sfx(volatile void __iomem *addr, const void *buf, unsigned int count);
__KRT_PORT(b, u8)
__KRT_PORT(w, u16)
__KRT_PORT(l, u32)
#undef __KRT_PORT
extern unsigned int ioread8(const void __iomem *addr);
extern unsigned int ioread16(const void __iomem *addr);
extern unsigned int ioread16be(const void __iomem *addr);
extern unsigned int ioread32(const void __iomem *addr);
extern unsigned int ioread32be(const void __iomem *addr);
extern u64 ioread64(const void __iomem *addr);
extern void iowrite8(u8 value, void __iomem *addr);
extern void iowrite16(u16 value, void __iomem *addr);
extern void iowrite16be(u16 value, void __iomem *addr);
extern void iowrite32(u32 value, void __iomem *addr);
extern void iowrite32be(u32 value, void __iomem *addr);
extern void iowrite64(u64 value, void __iomem *addr);
extern void ioread8_rep(const void __iomem *port, void *buf, unsigned long count);
extern void ioread16_rep(const void __iomem *port, void *buf, unsigned long count);
extern void ioread32_rep(const void __iomem *port, void *buf, unsigned long count);
extern void iowrite8_rep(void __iomem *port, const void *buf, unsigned long count);
extern void iowrite16_rep(void __iomem *port, const void *buf, unsigned long count);
extern void iowrite32_rep(void __iomem *port, const void *buf, unsigned long count);
extern void memcpy_fromio(void *to, const volatile void __iomem *from, size_t count);
extern void memcpy_toio(volatile void __iomem *to, const void *from, size_t count);
extern void memset_io(volatile void __iomem *dst, int c, size_t count);
extern void __iowrite32_copy(void __iomem *to, const void *from, size_t count);
extern void __ioread32_copy(void *to, const void __iomem *from, size_t count);
extern void __iomem *ioremap(phys_addr_t phys_addr, size_t size);
extern void __iomem *ioremap_wc(phys_addr_t phys_addr, size_t size);
extern void __iomem *ioremap_uc(phys_addr_t phys_addr, size_t size);
extern void __iomem *ioremap_np(phys_addr_t phys_addr, size_t size);
extern void __iomem *ioremap_cache(phys_addr_t phys_addr, unsigned long size);
#define ioremap_nocache(addr, size) ioremap(addr, size)
extern void iounmap(volatile void __iomem *addr);
extern void __iomem *ioport_map(unsigned long port, unsigned int len);
extern void ioport_unmap(void __iomem *addr);
extern void *memremap(resource_size_t offset, size_t size, unsigned long flags);
extern void memunmap(void *addr);
#define MEMREMAP_WB 1
#define MEMREMAP_WT 2
#define MEMREMAP_WC 4
extern void *devm_memremap(struct device *dev, resource_size_t offset, size_t size,
			   unsigned long flags);
extern void __iomem *devm_ioremap(struct device *dev, resource_size_t offset,
				  resource_size_t size);
extern void __iomem *devm_ioremap_wc(struct device *dev, resource_size_t offset,
				     resource_size_t size);
extern void __iomem *devm_ioremap_uc(struct device *dev, resource_size_t offset,
				     resource_size_t size);
extern void __iomem *devm_ioremap_resource(struct device *dev, const struct resource *res);
extern void __iomem *devm_ioremap_resource_wc(struct device *dev, const struct resource *res);
extern void __iomem *devm_ioport_map(struct device *dev, unsigned long port, unsigned int nr);
extern void devm_iounmap(struct device *dev, void __iomem *addr);
extern int arch_phys_wc_add(unsigned long base, unsigned long size);
extern void arch_phys_wc_del(int handle);

#endif
