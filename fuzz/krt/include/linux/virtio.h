/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_VIRTIO_H
#define KRT_LINUX_VIRTIO_H

#include <linux/types.h>
#include <linux/device.h>
#include <linux/mod_devicetable.h>
struct virtio_device {
	int index;
	struct device dev;
	struct virtio_device_id id;
	u64 features;
	void *priv;
};
struct virtio_driver {
	struct device_driver driver;
	const struct virtio_device_id *id_table;
	const unsigned int *feature_table;
	unsigned int feature_table_size;
	int (*probe)(struct virtio_device *dev);
	void (*remove)(struct virtio_device *dev);
};
extern int register_virtio_driver(struct virtio_driver *drv);
extern void unregister_virtio_driver(struct virtio_driver *drv);

#endif
