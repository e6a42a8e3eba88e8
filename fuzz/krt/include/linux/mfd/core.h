/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_MFD_CORE_H
#define KRT_LINUX_MFD_CORE_H

#include <linux/platform_device.h>
struct mfd_cell {
	const char *name;
	int id;
	void *platform_data;
	size_t pdata_size;
	const char *of_compatible;
	int num_resources;
	const struct resource *resources;
};
extern int devm_mfd_add_devices(struct device *dev, int id, const struct mfd_cell *cells,
				int n_devs, struct resource *mem_base, int irq_base, void *domain);

#endif
