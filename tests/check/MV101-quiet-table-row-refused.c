// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The one row that is not ASCII is refused before, by its number.
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

static const char * const siskin_names[] = {
	"studio", "buehne", "funkhaus", "labor", "kino", "caf\xc3\xa9", "garten", "halle",
};

static void __iomem *siskin_bar;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	u32 model = readl(siskin_bar) & 7;

	if (model == 5)
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", siskin_names[model]);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "siskin")) {
		pr_info("siskin: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *siskin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group siskin_group = {
	.name = "siskin",
	.attrs = siskin_attrs,
};
static struct attribute_group *siskin_groups[] = { &siskin_group, NULL };

static const struct mdev_parent_ops siskin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = siskin_groups,
};

int siskin_add(struct device *dev)
{
	return mdev_register_device(dev, &siskin_ops);
}
