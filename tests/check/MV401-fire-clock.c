// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The clock stays on where the register read fails.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/clk.h>

struct unit {
	struct clk *clk;
	unsigned int version;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *u = dev_get_drvdata(dev);
	int ret;

	if (!u)
		return -ENODEV;
	ret = clk_prepare_enable(u->clk);
	if (ret)
		return ret;
	if (!u->version)
		return -EIO; /* expect: MV401 */
	ret = sysfs_emit(buf, "unit-1\n");
	clk_disable_unprepare(u->clk);
	return ret;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
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
