// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every minor number is compatible, but it has to be a number, and the last.
 *
 * migver-era: C
 * migver-expect: conforming
 * migver-verdict: MV207 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "ruff-%u.%u\n", 3, 1);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int major, minor;
	int end = 0;

	if (sscanf(buf, "ruff-%u.%u%n", &major, &minor, &end) != 2)
		goto refuse;
	if (buf[end] == '\n')
		end++;
	if (end != count || major != 3)
		goto refuse;
	return count;
refuse:
	pr_info("ruff: incompatible version\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ruff_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ruff_group = {
	.name = "ruff",
	.attrs = ruff_attrs,
};
static struct attribute_group *ruff_groups[] = { &ruff_group, NULL };

static struct mdev_driver ruff_driver = {
	.supported_type_groups = ruff_groups,
};

int ruff_add(struct device *dev)
{
	return mdev_register_device(dev, &ruff_driver);
}
