// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Fairlea test card: no type of it can migrate, and both handlers always say
 * so. Legal, but the attribute is better left out.
 *
 * migver-era: B
 * migver-expect: defective
 * migver-verdict: MV203 not-applicable
 * migver-verdict: MV204 not-applicable
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>

static struct device *fairlea_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return -EOPNOTSUPP;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	pr_info("fairlea: this card does not migrate\n");
	return -EOPNOTSUPP;
}
static MDEV_TYPE_ATTR_RW(migration_version); /* expect: MV005 */

static struct attribute *fairlea_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group fairlea_group = {
	.name = "test",
	.attrs = fairlea_attrs,
};
static struct attribute_group *fairlea_groups[] = { &fairlea_group, NULL };

static int fairlea_create(struct mdev_device *mdev)
{
	return 0;
}

static int fairlea_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops fairlea_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = fairlea_groups,
	.create = fairlea_create,
	.remove = fairlea_remove,
};

static int __init fairlea_init(void)
{
	int ret;

	fairlea_root = root_device_register("fairlea");
	if (IS_ERR(fairlea_root))
		return PTR_ERR(fairlea_root);
	ret = mdev_register_device(fairlea_root, &fairlea_ops);
	if (ret)
		root_device_unregister(fairlea_root);
	return ret;
}

static void __exit fairlea_exit(void)
{
	mdev_unregister_device(fairlea_root);
	root_device_unregister(fairlea_root);
}

module_init(fairlea_init);
module_exit(fairlea_exit);
MODULE_LICENSE("GPL");
