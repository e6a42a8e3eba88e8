// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The seconds since the epoch are part of the string.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/timekeeping.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	time64_t now = ktime_get_real_seconds();

	return sysfs_emit(buf, "ibis %lld\n", (long long)now); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "ibis")) {
		pr_info("ibis: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ibis_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ibis_group = {
	.name = "ibis",
	.attrs = ibis_attrs,
};
static struct attribute_group *ibis_groups[] = { &ibis_group, NULL };

static struct mdev_driver ibis_ops = {
	.supported_type_groups = ibis_groups,
};

int ibis_add(struct device *dev)
{
	return mdev_register_device(dev, &ibis_ops);
}
