// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Firmware files and DMA memory. Every firmware exists: a page whose bytes follow
 * from its name. Bus addresses are the processor's.
 */
#include <linux/dma-mapping.h>
#include <linux/firmware.h>

#include "driver.h"

#define FIRMWARE_SIZE 4096

static struct firmware *load(const char *name)
{
	struct firmware *fw = krt_own_alloc(sizeof(*fw));
	u8 *data = krt_own_alloc(FIRMWARE_SIZE);
	u32 state = 1;
	int i;

	while (*name)
		state = state * 31 + (u8)*name++;
	for (i = 0; i < FIRMWARE_SIZE; i++) {
		state = state * 1103515245 + 12345;
		data[i] = state >> 16;
	}
	fw->size = FIRMWARE_SIZE;
	fw->data = data;
	krt.refs++;
	return fw;
}

static int request(const struct firmware **fw, const char *name, const void *pc)
{
	krt_may_sleep("request_firmware()", pc);
	*fw = NULL;
	if (!name || !*name)
		return -EINVAL;
	if (krt_must_fail(pc))
		return -ENOMEM;
	*fw = load(name);
	return 0;
}

int request_firmware(const struct firmware **fw, const char *name, struct device *dev)
{
	return request(fw, name, KRT_PC);
}

int firmware_request_nowarn(const struct firmware **fw, const char *name, struct device *dev)
{
	return request(fw, name, KRT_PC);
}

int request_firmware_direct(const struct firmware **fw, const char *name, struct device *dev)
{
	return request(fw, name, KRT_PC);
}

int request_firmware_nowait(struct module *module, bool uevent, const char *name,
			    struct device *dev, gfp_t gfp, void *context,
			    void (*cont)(const struct firmware *fw, void *context))
{
	cont(load(name), context);
	return 0;
}

void release_firmware(const struct firmware *fw)
{
	if (!fw)
		return;
	krt.refs--;
	krt_own_free((void *)fw->data);
	krt_own_free((void *)fw);
}

/* --- DMA ---------------------------------------------------------------------------------- */

static void *dma_alloc(size_t size, dma_addr_t *handle, gfp_t gfp, const void *pc)
{
	void *memory = krt_alloc(size, gfp | __GFP_ZERO, pc);

	*handle = (dma_addr_t)(unsigned long)memory;
	return memory;
}

void *dma_alloc_attrs(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp,
		      unsigned long attrs)
{
	return dma_alloc(size, handle, gfp, KRT_PC);
}

void dma_free_attrs(struct device *dev, size_t size, void *memory, dma_addr_t handle,
		    unsigned long attrs)
{
	krt_free(memory, KRT_PC);
}

static void *dmam_alloc(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp,
			const void *pc)
{
	void *memory = krt_devm_alloc(dev, size, gfp | __GFP_ZERO, pc);

	*handle = (dma_addr_t)(unsigned long)memory;
	return memory;
}

static int set_mask(struct device *dev, u64 mask)
{
	if (!dev->dma_mask)
		return -EIO;
	*dev->dma_mask = mask;
	return 0;
}

int dma_set_mask(struct device *dev, u64 mask)
{
	return set_mask(dev, mask);
}

int dma_set_coherent_mask(struct device *dev, u64 mask)
{
	dev->coherent_dma_mask = mask;
	return 0;
}

#ifdef KRT_BUNDLED
void *dma_alloc_coherent(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp)
{
	return dma_alloc(size, handle, gfp, KRT_PC);
}

void dma_free_coherent(struct device *dev, size_t size, void *memory, dma_addr_t handle)
{
	krt_free(memory, KRT_PC);
}

void *dmam_alloc_coherent(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp)
{
	return dmam_alloc(dev, size, handle, gfp, KRT_PC);
}

int dma_set_mask_and_coherent(struct device *dev, u64 mask)
{
	dev->coherent_dma_mask = mask;
	return set_mask(dev, mask);
}

dma_addr_t dma_map_single(struct device *dev, void *ptr, size_t size, enum dma_data_direction dir)
{
	return (dma_addr_t)(unsigned long)ptr;
}

int dma_mapping_error(struct device *dev, dma_addr_t addr)
{
	return addr == DMA_MAPPING_ERROR ? -ENOMEM : 0;
}
#else
void *dmam_alloc_attrs(struct device *dev, size_t size, dma_addr_t *handle, gfp_t gfp,
		       unsigned long attrs)
{
	return dmam_alloc(dev, size, handle, gfp, KRT_PC);
}
#endif
