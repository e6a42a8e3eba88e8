// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Separators between the items, and the last one becomes the newline.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const u8 linden_items[] = { 1, 2, 3 };

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	size_t len = 0, i;

	for (i = 0; i < sizeof(linden_items); i++)
		len += scnprintf(buf + len, PAGE_SIZE - len, "%u ",
				 linden_items[i]);
	buf[len - 1] = '\n';
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "1 2 3")) {
		pr_info("linden: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *linden_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group linden_group = {
	.name = "linden",
	.attrs = linden_attrs,
};
static struct attribute_group *linden_groups[] = { &linden_group, NULL };

static struct mdev_driver linden_ops = {
	.supported_type_groups = linden_groups,
};

int linden_add(struct device *dev)
{
	return mdev_register_device(dev, &linden_ops);
}
