// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One tail releases in the reverse order.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(unit_lock);
static char unit_version[16] = "unit-1";

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	ssize_t ret = -ENOMEM;
	char *copy;

	mutex_lock(&unit_lock);
	copy = kstrndup(buf, count, GFP_KERNEL);
	if (!copy)
		goto unlock;
	if (strlen(buf) != count || strcmp(strim(copy), unit_version)) {
		pr_info("unit: incompatible version\n");
		ret = -EINVAL;
		goto free;
	}
	ret = count;
free:
	kfree(copy);
unlock:
	mutex_unlock(&unit_lock);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_type_group = {
	.name = "1",
	.attrs = unit_type_attrs,
};

static struct attribute_group *unit_type_groups[] = {
	&unit_type_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_type_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
