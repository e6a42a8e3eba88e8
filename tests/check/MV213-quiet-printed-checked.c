// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The number is printed only after it is known to be no error.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static bool unit_up;
module_param_named(up, unit_up, bool, 0444);

static int unit_rev(void)
{
	return unit_up ? 8 : -ENODEV;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int rev = unit_rev();

	if (rev < 0)
		return rev;
	return sysfs_emit(buf, "%d\n", rev);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int v, rev = unit_rev();

	if (rev < 0 || strlen(buf) != count || kstrtoint(buf, 10, &v) ||
	    v != rev) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
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
