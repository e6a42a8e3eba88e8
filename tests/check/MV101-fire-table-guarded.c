// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The row that is not ASCII is among those that the test lets through.
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

static const char * const linnet_names[] = {
	"studio", "buehne", "funkhaus", "labor", "kino", "caf\xc3\xa9", "garten", "halle",
};

static void __iomem *linnet_bar;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	u32 model = readl(linnet_bar);

	if (model >= ARRAY_SIZE(linnet_names))
		return -ENODEV;
	return sysfs_emit(buf, "%s-%u\n", linnet_names[model], model); /* expect: MV101 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "linnet")) {
		pr_info("linnet: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *linnet_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group linnet_group = {
	.name = "linnet",
	.attrs = linnet_attrs,
};
static struct attribute_group *linnet_groups[] = { &linnet_group, NULL };

static const struct mdev_parent_ops linnet_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = linnet_groups,
};

int linnet_add(struct device *dev)
{
	return mdev_register_device(dev, &linnet_ops);
}
