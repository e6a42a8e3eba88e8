// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Four hundred words of ten characters fit, and just so.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

static void __iomem *jacana_bar;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int i, len = 0;

	for (i = 0; i < 400; i++)
		len += sprintf(buf + len, "%08x, ", readl(jacana_bar + 4 * i));
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "jacana")) {
		pr_info("jacana: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *jacana_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group jacana_group = {
	.name = "jacana",
	.attrs = jacana_attrs,
};
static struct attribute_group *jacana_groups[] = { &jacana_group, NULL };

static const struct mdev_parent_ops jacana_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = jacana_groups,
};

int jacana_add(struct device *dev)
{
	return mdev_register_device(dev, &jacana_ops);
}
