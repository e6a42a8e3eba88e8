// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One helper prints for both.
 *
 * migver-era: C
 * migver-expect: conforming
 * migver-verdict: MV301 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static void unit_own(char *text, size_t size)
{
	snprintf(text, size, "unit-%d.%d", 4, 11);
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	char own[24];

	unit_own(own, sizeof(own));
	return sysfs_emit(buf, "%s\n", own);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	char own[24];

	unit_own(own, sizeof(own));
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

struct mdev_driver unit_driver = {
	.driver = { .name = "unit" },
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_driver);
}
