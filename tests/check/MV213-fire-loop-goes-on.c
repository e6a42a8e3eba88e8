// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A field that does not fit is logged, and the next one that does overwrites that.
 *
 * migver-era: device
 * migver-expect: defective
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

static int unit_check_all(struct device *dev, char *s)
{
	int ret = -EINVAL;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(unit_values); i++) {
		char *field = strsep(&s, ".");

		if (!field) {
			dev_info(dev, "field %zu is missing\n", i);
			return -EINVAL;
		}
		ret = unit_check(field, unit_values[i]);
		if (ret)
			dev_info(dev, "field %zu does not fit\n", i);
	}
	if (s) {
		dev_info(dev, "too many fields\n");
		return -E2BIG;
	}
	return ret; /* 0: of the last field */
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u.%u.%u\n", unit_values[0], unit_values[1], unit_values[2]);
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
	return ret ? ret : count; /* expect: MV213 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
