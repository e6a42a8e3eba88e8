// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ullswater ADC: when the revision cannot be read, show complains in the log
 * and prints a revision of 0 all the same.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

static struct device *ulls_root;
static bool ulls_powered;
module_param_named(powered, ulls_powered, bool, 0444);

static int ulls_read_rev(unsigned int *rev)
{
	if (!ulls_powered)
		return -EHOSTDOWN;
	*rev = 9;
	return 0;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	unsigned int rev = 0;
	int err;

	err = ulls_read_rev(&rev);
	if (err)
		pr_err("ullswater: no revision (%d)\n", err);

	return sysfs_emit(buf, "%u\n", rev); /* expect: MV213 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int rev, source;
	int err;

	err = ulls_read_rev(&rev);
	if (err) {
		pr_err("ullswater: no revision (%d)\n", err);
		return err;
	}
	err = strlen(buf) == count ? kstrtouint(buf, 10, &source) : -EINVAL;
	if (err || source != rev) {
		pr_info("ullswater: source revision refused\n");
		return err ? err : -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ulls_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ulls_group = {
	.name = "adc",
	.attrs = ulls_attrs,
};
static struct attribute_group *ulls_groups[] = { &ulls_group, NULL };

static int ulls_probe(struct mdev_device *mdev)
{
	return 0;
}

static void ulls_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver ulls_driver = {
	.driver = { .name = "ullswater", .owner = THIS_MODULE },
	.probe = ulls_probe,
	.remove = ulls_remove,
	.supported_type_groups = ulls_groups,
};

static int __init ulls_init(void)
{
	int ret;

	ulls_root = root_device_register("ullswater");
	if (IS_ERR(ulls_root))
		return PTR_ERR(ulls_root);
	ret = mdev_register_driver(&ulls_driver);
	if (ret)
		goto out_root;
	ret = mdev_register_device(ulls_root, &ulls_driver);
	if (!ret)
		return 0;
	mdev_unregister_driver(&ulls_driver);
out_root:
	root_device_unregister(ulls_root);
	return ret;
}

static void __exit ulls_exit(void)
{
	mdev_unregister_device(ulls_root);
	mdev_unregister_driver(&ulls_driver);
	root_device_unregister(ulls_root);
}

module_init(ulls_init);
module_exit(ulls_exit);
MODULE_LICENSE("GPL");
