// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A name of unknown length is cut by its precision.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

struct shearwater {
	char *name;
};
static struct shearwater shearwater_now;
module_param_named(name, shearwater_now.name, charp, 0444);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%.32s/1\n",
			  shearwater_now.name ? shearwater_now.name : "-");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "shearwater/1")) {
		pr_info("shearwater: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *shearwater_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group shearwater_group = {
	.name = "shearwater",
	.attrs = shearwater_attrs,
};
static struct attribute_group *shearwater_groups[] = { &shearwater_group, NULL };

static const struct mdev_parent_ops shearwater_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = shearwater_groups,
};

int shearwater_add(struct device *dev)
{
	return mdev_register_device(dev, &shearwater_ops);
}
