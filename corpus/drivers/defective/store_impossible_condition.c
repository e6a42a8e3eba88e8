// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Burwell cache card accepts ABI 3 and 4, it was thought: with "or" between
 * the inequalities every number is refused.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

static struct device *burwell_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%u\n", 4);
}

static ssize_t migration_version_store(struct mdev_type *mtype, /* expect: MV204 */
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int abi;

	if (strlen(buf) != count || kstrtouint(buf, 10, &abi)) {
		pr_info("burwell: not an ABI number\n");
		return -EINVAL;
	}
	if (abi != 3 || abi != 4) {
		pr_info("burwell: ABI %u refused\n", abi);
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *burwell_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group burwell_group = {
	.name = "cache",
	.attrs = burwell_attrs,
};
static struct attribute_group *burwell_groups[] = { &burwell_group, NULL };

static int burwell_create(struct mdev_device *mdev)
{
	return 0;
}

static int burwell_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops burwell_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = burwell_groups,
	.create = burwell_create,
	.remove = burwell_remove,
};

static int __init burwell_init(void)
{
	int ret;

	burwell_root = root_device_register("burwell");
	if (IS_ERR(burwell_root))
		return PTR_ERR(burwell_root);
	ret = mdev_register_device(burwell_root, &burwell_ops);
	if (ret)
		root_device_unregister(burwell_root);
	return ret;
}

static void __exit burwell_exit(void)
{
	mdev_unregister_device(burwell_root);
	root_device_unregister(burwell_root);
}

module_init(burwell_init);
module_exit(burwell_exit);
MODULE_LICENSE("GPL");
