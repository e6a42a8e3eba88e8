// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Generations before the fifth have no migration, says show; store does not ask.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

struct petral {
	u16 generation;
	u16 layout;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct petral *p = dev_get_drvdata(dev);

	if (p->generation < 5)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "%u.%u\n", p->generation, p->layout);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct petral *p = dev_get_drvdata(dev);
	char own[16];

	scnprintf(own, sizeof(own), "%u.%u", p->generation, p->layout);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "version %s is wanted\n", own);
		return -EINVAL;
	}
	return count; /* expect: MV302 */
}
static DEVICE_ATTR_RW(migration_version);

int petral_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
