// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Alvechurch lidar: the comparison chooses between two log messages and
 * nothing else. What is refused depends on the device alone.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define ALVE_VERSION	"alve-lidar-16"

static struct device *alve_root;
static struct mdev_parent alve_parent;
static bool alve_locked;
module_param_named(locked, alve_locked, bool, 0444);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	if (alve_locked)
		return -EACCES;
	return sysfs_emit(buf, "%s\n", ALVE_VERSION);
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV203 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (alve_locked) {
		dev_info(dev, "migration is locked\n");
		return -EACCES;
	}

	if (sysfs_streq(buf, ALVE_VERSION))
		dev_dbg(dev, "source has our version\n");
	else
		dev_warn(dev, "source has another version\n");

	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *alve_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(alve);

static int alve_probe(struct mdev_device *mdev)
{
	return 0;
}

static void alve_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver alve_driver = {
	.device_api = "vfio-platform",
	.max_instances = 1,
	.probe = alve_probe,
	.remove = alve_remove,
	.driver = {
		.name = "alvechurch",
		.owner = THIS_MODULE,
		.dev_groups = alve_groups,
	},
};

static struct mdev_type alve_type = { .sysfs_name = "lidar" };
static struct mdev_type *alve_types[] = { &alve_type };

static int __init alve_init(void)
{
	int ret;

	alve_root = root_device_register("alvechurch");
	if (IS_ERR(alve_root))
		return PTR_ERR(alve_root);
	ret = mdev_register_driver(&alve_driver);
	if (ret)
		goto out_root;
	ret = mdev_register_parent(&alve_parent, alve_root, &alve_driver,
				   alve_types, 1);
	if (!ret)
		return 0;
	mdev_unregister_driver(&alve_driver);
out_root:
	root_device_unregister(alve_root);
	return ret;
}

static void __exit alve_exit(void)
{
	mdev_unregister_parent(&alve_parent);
	mdev_unregister_driver(&alve_driver);
	root_device_unregister(alve_root);
}

module_init(alve_init);
module_exit(alve_exit);
MODULE_LICENSE("GPL");
