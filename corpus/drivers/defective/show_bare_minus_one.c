// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Merrow tape library: "cannot say" is spelled -1 in show, which claims that
 * the reader lacks a permission.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static struct device *merrow_root;
static int merrow_drives = 2;
module_param_named(drives, merrow_drives, int, 0444);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	if (merrow_drives <= 0)
		return -1; /* expect: MV105 */
	return sysfs_emit(buf, "merrow/8\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (merrow_drives > 0) {
		if (strlen(buf) == count && sysfs_streq(buf, "merrow/8"))
			return count;
	}
	pr_info("merrow: migration not possible\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *merrow_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group merrow_group = {
	.name = "tape",
	.attrs = merrow_attrs,
};
static struct attribute_group *merrow_groups[] = { &merrow_group, NULL };

static int merrow_create(struct mdev_device *mdev)
{
	return 0;
}

static int merrow_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops merrow_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = merrow_groups,
	.create = merrow_create,
	.remove = merrow_remove,
};

static int __init merrow_init(void)
{
	int ret;

	merrow_root = root_device_register("merrow");
	if (IS_ERR(merrow_root))
		return PTR_ERR(merrow_root);
	ret = mdev_register_device(merrow_root, &merrow_ops);
	if (ret)
		root_device_unregister(merrow_root);
	return ret;
}

static void __exit merrow_exit(void)
{
	mdev_unregister_device(merrow_root);
	root_device_unregister(merrow_root);
}

module_init(merrow_init);
module_exit(merrow_exit);
MODULE_LICENSE("GPL");
