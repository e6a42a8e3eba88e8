// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Handlers of era A behind a cast in an era B structure.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static ssize_t unit_show(struct kobject *kobj, struct device *dev, char *buf)
{
	return sprintf(buf, "unit-1\n");
}

static ssize_t unit_store(struct kobject *kobj, struct device *dev,
			  const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}

static struct mdev_type_attribute unit_attr = {
	.attr = { .name = "migration_version", .mode = 0644 },
	.show = (void *)unit_show, /* expect: MV004 */
	.store = (void *)unit_store, /* expect: MV004 */
};

static struct attribute *unit_attrs[] = { &unit_attr.attr, NULL };
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
