// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Digits out of a table, looked up by four bits at a time.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static unsigned int ferret_revision;
module_param(ferret_revision, uint, 0444);

static void ferret_hex(char *out, unsigned int v)
{
	static const char digits[] = "0123456789abcdef";
	int i;

	for (i = 0; i < 8; i++)
		out[i] = digits[(v >> (28 - 4 * i)) & 0xf];
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	memcpy(buf, "ferret ", 7);
	ferret_hex(buf + 7, ferret_revision);
	buf[15] = '\n';
	return 16;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "ferret 00000001")) {
		pr_info("ferret: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ferret_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ferret_group = {
	.name = "ferret",
	.attrs = ferret_attrs,
};
static struct attribute_group *ferret_groups[] = { &ferret_group, NULL };

static const struct mdev_parent_ops ferret_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = ferret_groups,
};

int ferret_add(struct device *dev)
{
	return mdev_register_device(dev, &ferret_ops);
}
