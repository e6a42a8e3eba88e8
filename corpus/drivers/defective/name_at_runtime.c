// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Sable storage target fills its attribute in the init function, and mistypes
 * the name there.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define SABLE_LAYOUT	"sable-layout-12"

static struct device *sable_root;
static struct mdev_type_attribute sable_version;
static struct attribute *sable_attrs[2];

static ssize_t sable_show(struct mdev_type *mtype,
			  struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", SABLE_LAYOUT);
}

static ssize_t sable_store(struct mdev_type *mtype,
			   struct mdev_type_attribute *attr,
			   const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, SABLE_LAYOUT)) {
		pr_info("sable: other layout at the source\n");
		return -EINVAL;
	}
	return count;
}

static struct attribute_group sable_group = {
	.name = "target",
	.attrs = sable_attrs,
};
static struct attribute_group *sable_groups[] = { &sable_group, NULL };

static int sable_create(struct mdev_device *mdev)
{
	return 0;
}

static int sable_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops sable_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = sable_groups,
	.create = sable_create,
	.remove = sable_remove,
};

static int __init sable_init(void)
{
	int ret;

	sysfs_attr_init(&sable_version.attr);
	sable_version.attr.name = "migation_version"; /* expect: MV006 */
	sable_version.attr.mode = 0644;
	sable_version.show = sable_show;
	sable_version.store = sable_store;
	sable_attrs[0] = &sable_version.attr;

	sable_root = root_device_register("sable");
	if (IS_ERR(sable_root))
		return PTR_ERR(sable_root);
	ret = mdev_register_device(sable_root, &sable_ops);
	if (ret)
		root_device_unregister(sable_root);
	return ret;
}

static void __exit sable_exit(void)
{
	mdev_unregister_device(sable_root);
	root_device_unregister(sable_root);
}

module_init(sable_init);
module_exit(sable_exit);
MODULE_LICENSE("GPL");
