// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Selkie virtual functions, the node of the device and the registration. When
 * the old format was added to the type's node, this one was forgotten: what
 * the type said yes to is refused once the device is there.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#include "selkie.h"

static struct device *selkie_root;

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", SELKIE_NOW);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, SELKIE_NOW)) {
		dev_info(dev, "only " SELKIE_NOW " fits\n");
		return -EINVAL; /* expect: MV303 */
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *selkie_mdev_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(selkie_mdev);

static int selkie_create(struct mdev_device *mdev)
{
	return 0;
}

static int selkie_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops selkie_ops = {
	.owner = THIS_MODULE,
	.mdev_attr_groups = selkie_mdev_groups,
	.supported_type_groups = selkie_type_groups,
	.create = selkie_create,
	.remove = selkie_destroy,
};

static int __init selkie_init(void)
{
	int ret;

	selkie_root = root_device_register("selkie");
	if (IS_ERR(selkie_root))
		return PTR_ERR(selkie_root);
	ret = mdev_register_device(selkie_root, &selkie_ops);
	if (ret)
		root_device_unregister(selkie_root);
	return ret;
}

static void __exit selkie_exit(void)
{
	mdev_unregister_device(selkie_root);
	root_device_unregister(selkie_root);
}

module_init(selkie_init);
module_exit(selkie_exit);
MODULE_LICENSE("GPL");
