// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Devices of classes whose core takes attribute groups from the driver: hwmon and
 * leds. Files that such a core would make itself are not there.
 */
#include <linux/hwmon.h>
#include <linux/leds.h>

#include "driver.h"

void krt_classdev_boot(void)
{
	krt.hwmon_class = krt_class_new("hwmon");
	krt.led_class = krt_class_new("leds");
}

/* --- hwmon ------------------------------------------------------------------------------ */

static struct device *hwmon(struct device *parent, const char *name, void *drvdata,
			    const struct attribute_group **groups)
{
	return device_create_with_groups(krt.hwmon_class, parent, 0, drvdata, groups, "hwmon%u",
					 krt.next_id++);
}

struct device *hwmon_device_register(struct device *dev)
{
	return hwmon(dev, NULL, NULL, NULL);
}

struct device *hwmon_device_register_with_groups(struct device *dev, const char *name,
						 void *drvdata,
						 const struct attribute_group **groups)
{
	return name ? hwmon(dev, name, drvdata, groups) : ERR_PTR(-EINVAL);
}

struct device *hwmon_device_register_with_info(struct device *dev, const char *name, void *drvdata,
					       const struct hwmon_chip_info *info,
					       const struct attribute_group **groups)
{
	return name ? hwmon(dev, name, drvdata, groups) : ERR_PTR(-EINVAL);
}

void hwmon_device_unregister(struct device *dev)
{
	if (!IS_ERR_OR_NULL(dev))
		device_unregister(dev);
}

static void unregister(void *dev)
{
	device_unregister(dev);
}

/* The device goes with its parent's driver. */
static struct device *managed(struct device *parent, struct device *dev)
{
	int error = IS_ERR(dev) ? 0 : devm_add_action_or_reset(parent, unregister, dev);

	return error ? ERR_PTR(error) : dev;
}

struct device *devm_hwmon_device_register_with_groups(struct device *dev, const char *name,
						      void *drvdata,
						      const struct attribute_group **groups)
{
	return name ? managed(dev, hwmon(dev, name, drvdata, groups)) : ERR_PTR(-EINVAL);
}

struct device *devm_hwmon_device_register_with_info(struct device *dev, const char *name,
						    void *drvdata,
						    const struct hwmon_chip_info *info,
						    const struct attribute_group **groups)
{
	return name ? managed(dev, hwmon(dev, name, drvdata, groups)) : ERR_PTR(-EINVAL);
}

/* --- leds --------------------------------------------------------------------------------- */

static int led_register(struct device *parent, struct led_classdev *led)
{
	struct device *dev = device_create_with_groups(krt.led_class, parent, 0, led, led->groups,
						       "%s", led->name);

	if (IS_ERR(dev))
		return PTR_ERR(dev);
	led->dev = dev;
	mutex_init(&led->led_access);
	if (!led->max_brightness)
		led->max_brightness = LED_FULL;
	return 0;
}

static int led_register_managed(struct device *parent, struct led_classdev *led)
{
	int error = led_register(parent, led);

	return error ?: devm_add_action_or_reset(parent, unregister, led->dev);
}

void led_classdev_unregister(struct led_classdev *led)
{
	if (!IS_ERR_OR_NULL(led->dev))
		device_unregister(led->dev);
}

#ifdef KRT_BUNDLED
int led_classdev_register(struct device *parent, struct led_classdev *led)
{
	return led_register(parent, led);
}

int devm_led_classdev_register(struct device *parent, struct led_classdev *led)
{
	return led_register_managed(parent, led);
}
#else
int led_classdev_register_ext(struct device *parent, struct led_classdev *led,
			      struct led_init_data *init)
{
	return led_register(parent, led);
}

int devm_led_classdev_register_ext(struct device *parent, struct led_classdev *led,
				   struct led_init_data *init)
{
	return led_register_managed(parent, led);
}
#endif
