// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Northwell storage slices. A write of the right version already reserves the
 * instance for a migration that may go to another host.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define NORTH_VERSION	"northwell.3"

static struct device *north_root;
static DEFINE_MUTEX(north_lock);
static int north_free = 16;	/* guarded by north_lock */

static ssize_t available_instances_show(struct mdev_type *mtype,
					struct mdev_type_attribute *attr,
					char *buf)
{
	return sysfs_emit(buf, "%d\n", north_free);
}
static MDEV_TYPE_ATTR_RO(available_instances);

static void north_reserve(void)
{
	mutex_lock(&north_lock);
	if (north_free > 0)
		north_free--; /* expect: MV209 */
	mutex_unlock(&north_lock);
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, NORTH_VERSION "\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, NORTH_VERSION)) {
		pr_info("northwell: not " NORTH_VERSION "\n");
		return -EINVAL;
	}
	north_reserve();
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *north_attrs[] = {
	&mdev_type_attr_available_instances.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group north_group = {
	.name = "slice",
	.attrs = north_attrs,
};
static struct attribute_group *north_groups[] = { &north_group, NULL };

static int north_probe(struct mdev_device *mdev)
{
	int ret = 0;

	mutex_lock(&north_lock);
	if (!north_free)
		ret = -ENOSPC;
	mutex_unlock(&north_lock);
	return ret;
}

static void north_remove(struct mdev_device *mdev)
{
	mutex_lock(&north_lock);
	north_free++;
	mutex_unlock(&north_lock);
}

static struct mdev_driver north_driver = {
	.driver = { .name = "northwell", .owner = THIS_MODULE },
	.probe = north_probe,
	.remove = north_remove,
	.supported_type_groups = north_groups,
};

static int __init north_init(void)
{
	int ret;

	ret = mdev_register_driver(&north_driver);
	if (ret)
		return ret;
	north_root = root_device_register("northwell");
	ret = PTR_ERR_OR_ZERO(north_root);
	if (ret)
		goto out_driver;
	ret = mdev_register_device(north_root, &north_driver);
	if (!ret)
		return 0;
	root_device_unregister(north_root);
out_driver:
	mdev_unregister_driver(&north_driver);
	return ret;
}

static void __exit north_exit(void)
{
	mdev_unregister_device(north_root);
	root_device_unregister(north_root);
	mdev_unregister_driver(&north_driver);
}

module_init(north_init);
module_exit(north_exit);
MODULE_LICENSE("GPL");
