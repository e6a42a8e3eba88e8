// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper's number below zero is a temperature, no error.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/string.h>

struct eider {
	int offset; /* millidegrees */
	s8 limit;
};

static s8 eider_to_register(long val)
{
	int n = clamp_val(val, -54120, 157530);

	return n < 0 ? (n - 5627) / 830 : (n - 4797) / 830;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct eider *e = dev_get_drvdata(dev);
	s8 limit = eider_to_register(e->offset);

	return sysfs_emit(buf, "eider%d\n", limit);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct eider *e = dev_get_drvdata(dev);
	char own[16];

	snprintf(own, sizeof(own), "eider%d", eider_to_register(e->offset));
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int eider_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
