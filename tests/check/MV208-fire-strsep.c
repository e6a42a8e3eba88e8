// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper takes the text apart where it stands.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static int unit_split(char *text)
{
	char *name = strsep(&text, "-"); /* expect: MV208 */

	if (!name || strcmp(name, "unit") || !text)
		return -EINVAL;
	return sysfs_streq(text, "1") ? 0 : -EINVAL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf,
				       size_t count)
{
	int err = unit_split((char *)buf);

	if (err)
		pr_info("unit: incompatible version\n");
	return err ? err : (ssize_t)count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_group = {
	.name = "unit-1",
	.attrs = unit_attrs,
};

static struct attribute_group *unit_groups[] = {
	&unit_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
