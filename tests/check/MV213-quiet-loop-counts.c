// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One of several versions has to fit; those that do not are logged.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const u32 unit_values[] = { 7, 16, 3 };

static int unit_check(const char *field, u32 own)
{
	u32 v;
	int ret = kstrtou32(field, 10, &v);

	if (ret)
		return ret;
	return v == own ? 0 : -EINVAL;
}

static int unit_check_all(struct device *dev, const char *s)
{
	size_t i, n = 0;

	for (i = 0; i < ARRAY_SIZE(unit_values); i++) {
		if (unit_check(s, unit_values[i]))
			dev_info(dev, "not version %u\n", unit_values[i]);
		else
			n++;
	}
	return n ? 0 : -EINVAL;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u\n", unit_values[0]);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t n = buf[count - 1] == '\n' ? count - 1 : count;
	char *copy;
	int ret;

	if (strnlen(buf, count) != count) {
		dev_info(dev, "no text\n");
		return -EINVAL;
	}
	copy = kmemdup_nul(buf, n, GFP_KERNEL);
	if (!copy) {
		dev_info(dev, "no memory\n");
		return -ENOMEM;
	}
	ret = unit_check_all(dev, copy);
	kfree(copy);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
