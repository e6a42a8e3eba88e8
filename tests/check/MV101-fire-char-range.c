// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A digit that runs far past nine: the large unit has level 200.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static bool otter_is_large;
module_param(otter_is_large, bool, 0444);

static int otter_level(void)
{
	return otter_is_large ? 200 : 3;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	int level = otter_level();

	if (level < 0)
		return -ENODEV;
	buf[0] = 'o';
	buf[1] = '0' + level; /* expect: MV101 */
	buf[2] = '\n';
	return 3;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	char want[3] = { 'o', '0' + otter_level() };

	if (strlen(buf) != count || !sysfs_streq(buf, want)) {
		pr_info("otter: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *otter_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group otter_group = {
	.name = "otter",
	.attrs = otter_attrs,
};
static struct attribute_group *otter_groups[] = { &otter_group, NULL };

static const struct mdev_parent_ops otter_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = otter_groups,
};

int otter_add(struct device *dev)
{
	return mdev_register_device(dev, &otter_ops);
}
