// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Device memory and ports. A mapping is memory of its own, zeroed (on machine 0), the
 * same one for the same address for ever: registers read back what was written, and
 * nothing else. Ports read as all ones, as an empty bus does.
 */
#include <linux/io.h>
#include <linux/swab.h>
#include <linux/ioport.h>
#include <linux/uaccess.h>

#include "driver.h"

/* In krt.mappings; never unmapped. */
struct mapping {
	u64 address;
	size_t size;
	char *memory;
};

static void __iomem *map(u64 address, size_t size)
{
	struct mapping *m;
	unsigned i;

	if (!size || size > 1ul << 26)
		return NULL;
	krt_vec_for(&krt.mappings, i,
		    m) if (address >= m->address &&
			   address + size <= m->address + m->size) return m->memory +
		(address - m->address);
	m = krt_own_alloc(sizeof(*m));
	m->address = address & ~0xfffull;
	m->size = round_up(address + size - m->address, 0x10000);
	m->memory = host_pages(m->size);
	krt.varies |= VARIES_REGISTERS;
	krt_vec_add(&krt.mappings, m);
	if (m->memory && krt.machine)
		memset(m->memory, krt_machine_byte(0), m->size);
	return m->memory ? m->memory + (address - m->address) : NULL;
}

void krt_refill_mappings(void)
{
	struct mapping *m;
	unsigned i;

	krt_vec_for(&krt.mappings, i, m)
	{
		if (m->memory)
			memset(m->memory, krt_machine_byte(0), m->size);
	}
}

#define IOREMAP(name, size_type)                                                                   \
	void __iomem *name(resource_size_t address, size_type size)                                \
	{                                                                                          \
		return map(address, size);                                                         \
	}
IOREMAP(ioremap, unsigned long)
IOREMAP(ioremap_wc, unsigned long)
IOREMAP(ioremap_uc, unsigned long)
IOREMAP(ioremap_cache, unsigned long)

void iounmap(volatile void __iomem *addr)
{
}

void *memremap(resource_size_t address, size_t size, unsigned long flags)
{
	return map(address, size);
}

void memunmap(void *addr)
{
}

#define DEVM_IOREMAP(name)                                                                         \
	void __iomem *name(struct device *dev, resource_size_t address, resource_size_t size)      \
	{                                                                                          \
		return krt_must_fail(KRT_PC) ? NULL : map(address, size);                          \
	}
DEVM_IOREMAP(devm_ioremap)
DEVM_IOREMAP(devm_ioremap_wc)
DEVM_IOREMAP(devm_ioremap_uc)

void __iomem *devm_ioremap_resource(struct device *dev, const struct resource *res)
{
	if (!res || (res->flags & IORESOURCE_TYPE_BITS) != IORESOURCE_MEM)
		return (void __iomem *)ERR_PTR(-EINVAL);
	if (krt_must_fail(KRT_PC))
		return (void __iomem *)ERR_PTR(-ENOMEM);
	return map(res->start, resource_size(res));
}

void devm_iounmap(struct device *dev, void __iomem *addr)
{
}

#ifdef KRT_BUNDLED
#define ACCESS(sfx, T)                                                                             \
	T read##sfx(const volatile void __iomem *addr)                                             \
	{                                                                                          \
		return *(const volatile T *)addr;                                                  \
	}                                                                                          \
	T read##sfx##_relaxed(const volatile void __iomem *addr)                                   \
	{                                                                                          \
		return *(const volatile T *)addr;                                                  \
	}                                                                                          \
	T __raw_read##sfx(const volatile void __iomem *addr)                                       \
	{                                                                                          \
		return *(const volatile T *)addr;                                                  \
	}                                                                                          \
	void write##sfx(T value, volatile void __iomem *addr)                                      \
	{                                                                                          \
		*(volatile T *)addr = value;                                                       \
	}                                                                                          \
	void write##sfx##_relaxed(T value, volatile void __iomem *addr)                            \
	{                                                                                          \
		*(volatile T *)addr = value;                                                       \
	}                                                                                          \
	void __raw_write##sfx(T value, volatile void __iomem *addr)                                \
	{                                                                                          \
		*(volatile T *)addr = value;                                                       \
	}
ACCESS(b, u8)
ACCESS(w, u16)
ACCESS(l, u32)
ACCESS(q, u64)

#define PORT(sfx, T)                                                                               \
	T in##sfx(int port)                                                                        \
	{                                                                                          \
		krt.varies |= VARIES_REGISTERS;                                                    \
		return (T)(0x01010101u * krt_machine_byte(0xff));                                  \
	}                                                                                          \
	void out##sfx(T value, int port)                                                           \
	{                                                                                          \
	}
PORT(b, u8)
PORT(w, u16)
PORT(l, u32)

void memcpy_fromio(void *to, const volatile void __iomem *from, size_t count)
{
	memcpy(to, (const void *)from, count);
}

void memcpy_toio(volatile void __iomem *to, const void *from, size_t count)
{
	memcpy((void *)to, from, count);
}

void memset_io(volatile void __iomem *dst, int c, size_t count)
{
	memset((void *)dst, c, count);
}
#endif

#define IO_ACCESS(bits, T, result, be)                                                             \
	result ioread##bits(const void __iomem *addr)                                              \
	{                                                                                          \
		return *(const volatile T *)addr;                                                  \
	}                                                                                          \
	void iowrite##bits(T value, void __iomem *addr)                                            \
	{                                                                                          \
		*(volatile T *)addr = value;                                                       \
	}
IO_ACCESS(8, u8, unsigned int, )
IO_ACCESS(16, u16, unsigned int, )
IO_ACCESS(32, u32, unsigned int, )
#ifdef KRT_BUNDLED
IO_ACCESS(64, u64, u64, )
#endif

unsigned int ioread16be(const void __iomem *addr)
{
	return swab16(*(const volatile u16 *)addr);
}

unsigned int ioread32be(const void __iomem *addr)
{
	return swab32(*(const volatile u32 *)addr);
}

void iowrite16be(u16 value, void __iomem *addr)
{
	*(volatile u16 *)addr = swab16(value);
}

void iowrite32be(u32 value, void __iomem *addr)
{
	*(volatile u32 *)addr = swab32(value);
}

/* --- regions: nobody else owns any ----------------------------------------------------- */

struct resource ioport_resource = { .name = "PCI IO", .end = 0xffff, .flags = IORESOURCE_IO };
struct resource iomem_resource = { .name = "PCI mem", .end = -1, .flags = IORESOURCE_MEM };

static struct resource *region(resource_size_t start, resource_size_t n, const char *name,
			       unsigned long flags)
{
	struct resource *r;

	if (krt_must_fail(NULL))
		return NULL;
	r = krt_own_alloc(sizeof(*r));
	*r = (struct resource){
		.start = start, .end = start + n - 1, .name = name, .flags = flags
	};
	return r;
}

#ifdef KRT_BUNDLED
struct resource *request_region(resource_size_t start, resource_size_t n, const char *name)
{
	return region(start, n, name, IORESOURCE_IO);
}

struct resource *request_mem_region(resource_size_t start, resource_size_t n, const char *name)
{
	return region(start, n, name, IORESOURCE_MEM);
}

void release_region(resource_size_t start, resource_size_t n)
{
}

void release_mem_region(resource_size_t start, resource_size_t n)
{
}

struct resource *devm_request_region(struct device *dev, resource_size_t start, resource_size_t n,
				     const char *name)
{
	return region(start, n, name, IORESOURCE_IO);
}

struct resource *devm_request_mem_region(struct device *dev, resource_size_t start,
					 resource_size_t n, const char *name)
{
	return region(start, n, name, IORESOURCE_MEM);
}
#else
struct resource *__request_region(struct resource *parent, resource_size_t start, resource_size_t n,
				  const char *name, int flags)
{
	return region(start, n, name, parent->flags);
}

void __release_region(struct resource *parent, resource_size_t start, resource_size_t n)
{
}

struct resource *__devm_request_region(struct device *dev, struct resource *parent,
				       resource_size_t start, resource_size_t n, const char *name)
{
	return region(start, n, name, parent->flags);
}

void __devm_release_region(struct device *dev, struct resource *parent, resource_size_t start,
			   resource_size_t n)
{
}
#endif

/* --- user memory: user space and kernel are one here ------------------------------------- */

#ifdef KRT_BUNDLED
static unsigned long copy(void *to, const void *from, unsigned long n, const void *pc)
{
	krt_may_sleep("access to user memory", pc);
	if (!to || !from)
		return n;
	memcpy(to, from, n);
	return 0;
}

unsigned long copy_from_user(void *to, const void __user *from, unsigned long n)
{
	return copy(to, from, n, KRT_PC);
}

unsigned long copy_to_user(void __user *to, const void *from, unsigned long n)
{
	return copy(to, from, n, KRT_PC);
}

unsigned long __copy_from_user(void *to, const void __user *from, unsigned long n)
{
	return copy(to, from, n, KRT_PC);
}

unsigned long __copy_to_user(void __user *to, const void *from, unsigned long n)
{
	return copy(to, from, n, KRT_PC);
}

int krt_access_ok(const void __user *addr, unsigned long size)
{
	return addr != NULL;
}
#else
unsigned long _copy_from_user(void *to, const void __user *from, unsigned long n)
{
	krt_may_sleep("access to user memory", KRT_PC);
	memcpy(to, from, n);
	return 0;
}

unsigned long _copy_to_user(void __user *to, const void *from, unsigned long n)
{
	krt_may_sleep("access to user memory", KRT_PC);
	memcpy(to, from, n);
	return 0;
}

void __check_object_size(const void *ptr, unsigned long n, bool to_user)
{
}
#endif
