// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Norrland radio processor. The group holding the attribute exists, but the
 * driver structure names only the statistics groups.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/kernel.h>

#define NORR_ABI	11

static struct device *norr_root;
static struct mdev_parent norr_parent;

static ssize_t channels_show(struct device *dev, struct device_attribute *attr,
			     char *buf)
{
	return sysfs_emit(buf, "%d\n", 16);
}
static DEVICE_ATTR_RO(channels);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", NORR_ABI);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int abi, ret;

	ret = strlen(buf) == count ? kstrtoint(buf, 10, &abi) : -EINVAL;
	if (ret || abi != NORR_ABI) {
		dev_info(dev, "source ABI refused, need %d\n", NORR_ABI);
		return ret ?: -EINVAL;
	}

	return count;
}
static DEVICE_ATTR_RW(migration_version); /* expect: MV002 */

static struct attribute *norr_stat_attrs[] = {
	&dev_attr_channels.attr,
	NULL,
};

static struct attribute *norr_mig_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group norr_stat_group = {
	.attrs = norr_stat_attrs,
};

static const struct attribute_group __maybe_unused norr_mig_group = {
	.attrs = norr_mig_attrs,
};

static const struct attribute_group *norr_groups[] = {
	&norr_stat_group,
	NULL,
};

static int norr_probe(struct mdev_device *mdev)
{
	return 0;
}

static void norr_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver norr_driver = {
	.device_api = "vfio-platform",
	.max_instances = 4,
	.probe = norr_probe,
	.remove = norr_remove,
	.driver = {
		.name = "norrland",
		.owner = THIS_MODULE,
		.dev_groups = norr_groups,
	},
};

static struct mdev_type norr_type = {
	.sysfs_name = "radio",
	.pretty_name = "Norrland radio",
};
static struct mdev_type *norr_types[] = { &norr_type };

static int __init norr_init(void)
{
	int ret;

	norr_root = root_device_register("norrland");
	if (IS_ERR(norr_root))
		return PTR_ERR(norr_root);
	ret = mdev_register_driver(&norr_driver);
	if (ret)
		goto err_root;
	ret = mdev_register_parent(&norr_parent, norr_root, &norr_driver,
				   norr_types, ARRAY_SIZE(norr_types));
	if (ret)
		goto err_driver;
	return 0;

err_driver:
	mdev_unregister_driver(&norr_driver);
err_root:
	root_device_unregister(norr_root);
	return ret;
}

static void __exit norr_exit(void)
{
	mdev_unregister_parent(&norr_parent);
	mdev_unregister_driver(&norr_driver);
	root_device_unregister(norr_root);
}

module_init(norr_init);
module_exit(norr_exit);
MODULE_LICENSE("GPL");
