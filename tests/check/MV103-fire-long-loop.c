// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Six hundred words of nine characters, which no page holds.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

static void __iomem *stilt_bar;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int i, len = 0;

	for (i = 0; i < 600; i++)
		len += sprintf(buf + len, "%08x ", readl(stilt_bar + 4 * i)); /* expect: MV103 */
	return len; /* expect: MV102 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "stilt")) {
		pr_info("stilt: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *stilt_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group stilt_group = {
	.name = "stilt",
	.attrs = stilt_attrs,
};
static struct attribute_group *stilt_groups[] = { &stilt_group, NULL };

static const struct mdev_parent_ops stilt_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = stilt_groups,
};

int stilt_add(struct device *dev)
{
	return mdev_register_device(dev, &stilt_ops);
}
