// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Two hex digits for each byte of a record of three kilobytes, a colon behind each: more than
 * a page.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct gannet {
	u8 calibration[3072];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct gannet *g = dev_get_drvdata(dev);
	int i, len = 0;

	if (!g)
		return -ENODEV;
	for (i = 0; i < 3072; i += 64)
		len += sysfs_emit_at(buf, len, "%*phN:", /* expect: MV102 */
				     64, g->calibration + i);
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "gannet")) {
		pr_info("gannet: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int gannet_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
