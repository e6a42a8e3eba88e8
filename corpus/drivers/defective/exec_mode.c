// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Vantor crypto unit: the mode was copied from a directory, execute bits
 * and all. The macro's own check lets that pass.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

static const unsigned int vantor_fw = 0x21;
static struct device *vantor_root;

static ssize_t vantor_show(struct mdev_type *mtype,
			   struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "0x%x\n", vantor_fw);
}

static ssize_t vantor_store(struct mdev_type *mtype,
			    struct mdev_type_attribute *attr,
			    const char *buf, size_t count)
{
	unsigned int fw;
	int ret = -EINVAL;

	if (strlen(buf) == count)
		ret = kstrtouint(buf, 0, &fw);
	if (!ret && fw != vantor_fw)
		ret = -EREMCHG;
	if (ret)
		pr_info("vantor: firmware does not match (%d)\n", ret);
	return ret ? ret : count;
}

static MDEV_TYPE_ATTR(migration_version, 0755, vantor_show, vantor_store); /* expect: MV003 */

static struct attribute *vantor_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group vantor_group = {
	.name = "aes",
	.attrs = vantor_attrs,
};
static struct attribute_group *vantor_groups[] = { &vantor_group, NULL };

static int vantor_probe(struct mdev_device *mdev)
{
	return 0;
}

static void vantor_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver vantor_driver = {
	.driver = { .name = "vantor", .owner = THIS_MODULE },
	.probe = vantor_probe,
	.remove = vantor_remove,
	.supported_type_groups = vantor_groups,
};

static int __init vantor_init(void)
{
	int ret;

	vantor_root = root_device_register("vantor");
	if (IS_ERR(vantor_root))
		return PTR_ERR(vantor_root);
	ret = mdev_register_driver(&vantor_driver);
	if (!ret) {
		ret = mdev_register_device(vantor_root, &vantor_driver);
		if (ret)
			mdev_unregister_driver(&vantor_driver);
	}
	if (ret)
		root_device_unregister(vantor_root);
	return ret;
}

static void __exit vantor_exit(void)
{
	mdev_unregister_device(vantor_root);
	mdev_unregister_driver(&vantor_driver);
	root_device_unregister(vantor_root);
}

module_init(vantor_init);
module_exit(vantor_exit);
MODULE_LICENSE("GPL");
