// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One name of the table is too long for the array it is copied to.
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

static const char * const bullfinch_names[] = { "studio", "workshop", "hall" };

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	char name[8];
	unsigned int id = mtype_get_type_group_id(mtype);

	if (id >= ARRAY_SIZE(bullfinch_names))
		return -ENODEV;
	strcpy(name, bullfinch_names[id]); /* expect: MV103 */
	return sysfs_emit(buf, "%s\n", name);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "bullfinch")) {
		pr_info("bullfinch: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *bullfinch_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group bullfinch_group = {
	.name = "bullfinch",
	.attrs = bullfinch_attrs,
};
static struct attribute_group *bullfinch_groups[] = { &bullfinch_group, NULL };

static const struct mdev_parent_ops bullfinch_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = bullfinch_groups,
};

int bullfinch_add(struct device *dev)
{
	return mdev_register_device(dev, &bullfinch_ops);
}
