// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Lapwing interconnect, the attribute and the registration.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/sysfs.h>

#include "lapwing.h"

static struct device *lapwing_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, LAPWING_VERSION "\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int err = lapwing_match(buf, count);

	if (err)
		pr_info("lapwing: the version does not match (%d)\n", err);
	return err ?: count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *lapwing_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group lapwing_group = {
	.name = "lane",
	.attrs = lapwing_attrs,
};
static struct attribute_group *lapwing_groups[] = { &lapwing_group, NULL };

static int lapwing_create(struct mdev_device *mdev)
{
	return 0;
}

static int lapwing_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops lapwing_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = lapwing_groups,
	.create = lapwing_create,
	.remove = lapwing_destroy,
};

static int __init lapwing_init(void)
{
	int ret;

	lapwing_root = root_device_register("lapwing");
	if (IS_ERR(lapwing_root))
		return PTR_ERR(lapwing_root);
	ret = mdev_register_device(lapwing_root, &lapwing_ops);
	if (ret)
		root_device_unregister(lapwing_root);
	return ret;
}

static void __exit lapwing_exit(void)
{
	mdev_unregister_device(lapwing_root);
	root_device_unregister(lapwing_root);
}

module_init(lapwing_init);
module_exit(lapwing_exit);
MODULE_LICENSE("GPL");
