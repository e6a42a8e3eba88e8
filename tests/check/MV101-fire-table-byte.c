// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One letter for each revision.
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

static const char twite_letters[] = "abcd\xe9";

static void __iomem *twite_bar;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	u32 rev = readl(twite_bar) & 0xff;

	if (rev > 4)
		rev = 0;
	buf[0] = 'r';
	buf[1] = twite_letters[rev]; /* expect: MV101 */
	buf[2] = '\n';
	return 3;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "twite")) {
		pr_info("twite: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *twite_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group twite_group = {
	.name = "twite",
	.attrs = twite_attrs,
};
static struct attribute_group *twite_groups[] = { &twite_group, NULL };

static const struct mdev_parent_ops twite_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = twite_groups,
};

int twite_add(struct device *dev)
{
	return mdev_register_device(dev, &twite_ops);
}
