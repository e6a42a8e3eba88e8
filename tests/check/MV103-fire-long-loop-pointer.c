// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A pointer walks down the page, a word at a time, and the limit is the number
 * of channels.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

#define AVOSET_CHANNELS 1025

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	char *p = buf;
	u32 channel = AVOSET_CHANNELS;

	while (channel--) {
		strcpy(p, "off,"); /* expect: MV103 */
		p += 4;
	}
	return p - buf; /* expect: MV102 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "avoset")) {
		pr_info("avoset: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *avoset_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group avoset_group = {
	.name = "avoset",
	.attrs = avoset_attrs,
};
static struct attribute_group *avoset_groups[] = { &avoset_group, NULL };

static const struct mdev_parent_ops avoset_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = avoset_groups,
};

int avoset_add(struct device *dev)
{
	return mdev_register_device(dev, &avoset_ops);
}
