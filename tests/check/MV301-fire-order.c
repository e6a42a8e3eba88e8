// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The fields come in another order.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit {
	u16 device;
	u32 proto;
	bool can_migrate;
	char version[16];
};

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!unit)
		return -ENODEV;
	return sprintf(buf, "%u:%04x\n", unit->proto, unit->device);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char own[24];

	if (!unit) {
		pr_info("unit: refused\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "%04x:%u", unit->device, unit->proto);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "incompatible version\n");
	return -EINVAL; /* expect: MV301 */
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

const struct mdev_parent_ops unit_ops = { .supported_type_groups = unit_groups };

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
