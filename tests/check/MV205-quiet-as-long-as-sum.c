// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is compared is as long as a text that a loop puts together.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define ROOM 192

struct unit {
	unsigned long engines;
	u32 version[5];
};

static size_t describe(struct unit *unit, char *out, size_t size)
{
	size_t len = 0;
	int i;

	for (i = 0; i < ARRAY_SIZE(unit->version); i++)
		if (unit->engines & BIT(i))
			len += scnprintf(out + len, size - len, "%d:%u,", i, unit->version[i]);
	return len;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	size_t len = describe(dev_get_drvdata(dev), buf, PAGE_SIZE);

	if (!len)
		return -ENODEV;
	buf[len - 1] = '\n';
	return len;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t len, n = buf[count - 1] == '\n' ? count - 1 : count;
	char *own = kzalloc(ROOM, GFP_KERNEL);
	int ret = -EINVAL;

	if (!own)
		return -ENOMEM;
	len = describe(dev_get_drvdata(dev), own, ROOM);
	if (len && n == len - 1 && !memcmp(buf, own, n))
		ret = 0;
	kfree(own);
	if (ret)
		dev_info(dev, "refused\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
