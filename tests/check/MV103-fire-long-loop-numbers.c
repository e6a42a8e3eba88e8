// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Most numbers are short, but nobody says that all are.
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

static void __iomem *plover_bar;
static const u16 plover_regs[400] = { 4, 8, 12 };

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	ssize_t len = 0;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(plover_regs); i++)
		len += sprintf(buf + len, "%u;", readl(plover_bar + plover_regs[i])); /* expect: MV103 */
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "plover")) {
		pr_info("plover: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *plover_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group plover_group = {
	.name = "plover",
	.attrs = plover_attrs,
};
static struct attribute_group *plover_groups[] = { &plover_group, NULL };

static const struct mdev_parent_ops plover_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = plover_groups,
};

int plover_add(struct device *dev)
{
	return mdev_register_device(dev, &plover_ops);
}
