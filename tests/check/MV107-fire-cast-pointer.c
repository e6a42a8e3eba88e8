// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An address by way of a cast, printed as a number.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct crane {
	void __iomem *regs;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct crane *c = dev_get_drvdata(dev);

	if (!c)
		return -ENODEV;
	return sysfs_emit(buf, "crane@%lx\n", /* expect: MV107 */
			  (unsigned long)c->regs);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "crane")) {
		pr_info("crane: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *crane_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(crane);

int crane_add(struct device *dev)
{
	return device_add_groups(dev, crane_groups);
}
