/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: cooling devices */
#ifndef KRT_LINUX_THERMAL_H
#define KRT_LINUX_THERMAL_H

#include <linux/device.h>
#include <linux/workqueue.h>
struct thermal_zone_device;
struct thermal_cooling_device {
	int id;
	const char *type;
	struct device device;
	void *devdata;
};
struct thermal_cooling_device_ops {
	int (*get_max_state)(struct thermal_cooling_device *cdev, unsigned long *state);
	int (*get_cur_state)(struct thermal_cooling_device *cdev, unsigned long *state);
	int (*set_cur_state)(struct thermal_cooling_device *cdev, unsigned long state);
};
extern struct thermal_cooling_device *
thermal_cooling_device_register(const char *type, void *devdata,
				const struct thermal_cooling_device_ops *ops);
extern void thermal_cooling_device_unregister(struct thermal_cooling_device *cdev);

#endif
