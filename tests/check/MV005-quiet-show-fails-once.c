// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Show fails before the firmware is up, and works later.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static unsigned int unit_fw;

void unit_firmware_ready(unsigned int fw)
{
	unit_fw = fw;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	if (!unit_fw)
		return -EAGAIN;
	return sysfs_emit(buf, "%u\n", unit_fw);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int fw;

	if (!unit_fw || strlen(buf) != count || kstrtouint(buf, 10, &fw) ||
	    fw != unit_fw) {
		pr_info("unit: incompatible firmware\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

struct mdev_driver unit_driver = {
	.driver = { .name = "unit" },
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_driver);
}
