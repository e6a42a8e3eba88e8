/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_LEDS_H
#define KRT_LINUX_LEDS_H

#include <linux/device.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>
enum led_brightness {
	LED_OFF = 0,
	LED_ON = 1,
	LED_HALF = 127,
	LED_FULL = 255,
};
struct led_classdev {
	const char *name;
	unsigned int brightness;
	unsigned int max_brightness;
	unsigned long flags;
	void (*brightness_set)(struct led_classdev *led_cdev, enum led_brightness brightness);
	int (*brightness_set_blocking)(struct led_classdev *led_cdev,
				       enum led_brightness brightness);
	enum led_brightness (*brightness_get)(struct led_classdev *led_cdev);
	struct device *dev;
	const struct attribute_group **groups;
	const char *default_trigger;
	struct mutex led_access;
};
struct led_trigger {
	const char *name;
	int (*activate)(struct led_classdev *led_cdev);
	void (*deactivate)(struct led_classdev *led_cdev);
	const struct attribute_group **groups;
};
extern int led_trigger_register(struct led_trigger *trigger);
extern void led_trigger_unregister(struct led_trigger *trigger);
extern void *led_get_trigger_data(struct led_classdev *led_cdev);
extern void led_set_trigger_data(struct led_classdev *led_cdev, void *trigger_data);
extern void led_set_brightness(struct led_classdev *led_cdev, unsigned int brightness);
extern struct led_classdev *led_trigger_get_led(struct device *dev);
extern void *led_trigger_get_drvdata(struct device *dev);
#define module_led_trigger(t) module_driver(t, led_trigger_register, led_trigger_unregister)
#define LED_CORE_SUSPENDRESUME BIT(16)
extern int led_classdev_register(struct device *parent, struct led_classdev *led_cdev);
extern int devm_led_classdev_register(struct device *parent, struct led_classdev *led_cdev);
extern void led_classdev_unregister(struct led_classdev *led_cdev);

#endif
