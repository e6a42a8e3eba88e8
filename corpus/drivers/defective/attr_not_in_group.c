// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Bluefern GPU slices. The attribute was added together with its handlers, the
 * line in the attribute array was not: the file never appears.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define BLUEFERN_VERSION	"bluefern-gpu-7"

static struct device *bluefern_root;

static ssize_t device_api_show(struct mdev_type *mtype,
			       struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "vfio-pci\n");
}
static MDEV_TYPE_ATTR_RO(device_api);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", BLUEFERN_VERSION);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strnlen(buf, count) != count || !sysfs_streq(buf, BLUEFERN_VERSION)) {
		pr_info("bluefern: incompatible source version\n");
		return -EINVAL;
	}

	return count;
}
static __maybe_unused MDEV_TYPE_ATTR_RW(migration_version); /* expect: MV002 */

static struct attribute *bluefern_attrs[] = {
	&mdev_type_attr_device_api.attr,
	NULL,
};

static struct attribute_group bluefern_group = {
	.name = "slice",
	.attrs = bluefern_attrs,
};

static struct attribute_group *bluefern_groups[] = { &bluefern_group, NULL };

static int bluefern_create(struct mdev_device *mdev)
{
	return 0;
}

static int bluefern_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops bluefern_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = bluefern_groups,
	.create = bluefern_create,
	.remove = bluefern_remove,
};

static int __init bluefern_init(void)
{
	int ret;

	bluefern_root = root_device_register("bluefern");
	if (IS_ERR(bluefern_root))
		return PTR_ERR(bluefern_root);

	ret = mdev_register_device(bluefern_root, &bluefern_ops);
	if (ret)
		root_device_unregister(bluefern_root);
	return ret;
}

static void __exit bluefern_exit(void)
{
	mdev_unregister_device(bluefern_root);
	root_device_unregister(bluefern_root);
}

module_init(bluefern_init);
module_exit(bluefern_exit);
MODULE_LICENSE("GPL");
