// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Cordwainer switch fabric logs what it refuses, up to a page of it and with
 * whatever control characters the writer chose.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define CORD_VERSION	"cordwainer/leaf/22"

static struct device *cord_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", CORD_VERSION);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, CORD_VERSION))
		return count;

	pr_err("cordwainer: %s is not compatible with %s\n", buf, /* expect: MV211 */
	       CORD_VERSION);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *cord_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group cord_group = {
	.name = "leaf",
	.attrs = cord_attrs,
};
static struct attribute_group *cord_groups[] = { &cord_group, NULL };

static int cord_create(struct mdev_device *mdev)
{
	return 0;
}

static int cord_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops cord_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = cord_groups,
	.create = cord_create,
	.remove = cord_destroy,
};

static int __init cord_init(void)
{
	int ret;

	cord_root = root_device_register("cordwainer");
	if (IS_ERR(cord_root))
		return PTR_ERR(cord_root);
	ret = mdev_register_device(cord_root, &cord_ops);
	if (ret)
		root_device_unregister(cord_root);
	return ret;
}

static void __exit cord_exit(void)
{
	mdev_unregister_device(cord_root);
	root_device_unregister(cord_root);
}

module_init(cord_init);
module_exit(cord_exit);
MODULE_LICENSE("GPL");
