// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A clock that is not there comes as an error; NULL is what is tested.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/clk.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct clk *clk = clk_get(dev, "unit");
	unsigned char first;

	if (!clk)
		return -ENODEV;
	memcpy(&first, clk, 1); /* expect: MV109 */
	clk_put(clk);
	return sysfs_emit(buf, "unit-%u\n", first);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (!sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
