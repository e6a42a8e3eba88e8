// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The parser depends on the bytes.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sprintf(buf, "7\n");
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	int v, err;

	err = strlen(buf) == count ? kstrtoint(buf, 10, &v) : -EINVAL;
	if (!err && v != 7)
		err = -ERANGE;
	if (err)
		pr_info("unit: incompatible version\n");
	return err ?: count;
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

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
