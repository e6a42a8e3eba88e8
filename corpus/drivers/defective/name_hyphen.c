// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Wyke telemetry box. The variable is named well, the file has a hyphen.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static const char wyke_version[] = "wyke-5";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", wyke_version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count)
		goto refuse;
	if (!sysfs_streq(buf, wyke_version))
		goto refuse;
	return count;

refuse:
	dev_info(dev, "not a %s stream\n", wyke_version);
	return -EPROTO;
}

static struct device_attribute dev_attr_migration_version = { /* expect: MV006 */
	.attr.name = "migration-version",
	.attr.mode = 0644,
	.show = migration_version_show,
	.store = migration_version_store,
};

static struct device *wyke_root;

static int __init wyke_init(void)
{
	int ret;

	wyke_root = root_device_register("wyke");
	if (IS_ERR(wyke_root))
		return PTR_ERR(wyke_root);
	ret = device_create_file(wyke_root, &dev_attr_migration_version);
	if (ret)
		root_device_unregister(wyke_root);
	return ret;
}

static void __exit wyke_exit(void)
{
	device_remove_file(wyke_root, &dev_attr_migration_version);
	root_device_unregister(wyke_root);
}

module_init(wyke_init);
module_exit(wyke_exit);
MODULE_LICENSE("GPL");
