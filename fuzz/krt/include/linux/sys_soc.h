/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_SYS_SOC_H
#define KRT_LINUX_SYS_SOC_H

#include <linux/device.h>
struct soc_device_attribute {
	const char *machine;
	const char *family;
	const char *revision;
	const char *serial_number;
	const char *soc_id;
	const void *data;
	const struct attribute_group *custom_attr_group;
};
struct soc_device;
extern struct soc_device *soc_device_register(struct soc_device_attribute *soc_plat_dev_attr);
extern void soc_device_unregister(struct soc_device *soc_dev);
extern struct device *soc_device_to_device(struct soc_device *soc);

#endif
