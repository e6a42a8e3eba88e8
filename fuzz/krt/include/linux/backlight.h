/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_BACKLIGHT_H
#define KRT_LINUX_BACKLIGHT_H

#include <linux/device.h>
#include <linux/mutex.h>
struct backlight_device;
struct backlight_ops {
	unsigned int options;
	int (*update_status)(struct backlight_device *bl);
	int (*get_brightness)(struct backlight_device *bl);
};
struct backlight_properties {
	int brightness;
	int max_brightness;
	int power;
	int type;
	unsigned int state;
	int scale;
};
struct backlight_device {
	struct backlight_properties props;
	struct mutex update_lock;
	const struct backlight_ops *ops;
	struct device dev;
};
#define to_backlight_device(obj) container_of(obj, struct backlight_device, dev)
#define BACKLIGHT_RAW 1
#define BACKLIGHT_PLATFORM 2
#define BACKLIGHT_FIRMWARE 3
extern int backlight_update_status(struct backlight_device *bd);
extern int backlight_get_brightness(const struct backlight_device *bd);
extern void *bl_get_data(struct backlight_device *bl_dev);
extern struct backlight_device *
devm_backlight_device_register(struct device *dev, const char *name, struct device *parent,
			       void *devdata, const struct backlight_ops *ops,
			       const struct backlight_properties *props);

#endif
