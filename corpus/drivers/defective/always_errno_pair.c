// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tern storage accelerator. The hardware cannot save its state, and the author
 * says so in a pair of handlers that always answer -EOPNOTSUPP. That is legal;
 * leaving the attribute out would say the same in fewer lines, so the finding
 * is an advice.
 *
 * migver-era: A
 * migver-expect: defective
 * migver-verdict: MV203 not-applicable
 * migver-verdict: MV204 not-applicable
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>

static struct device *tern_root;

static ssize_t device_api_show(struct kobject *kobj, struct device *dev,
			       char *buf)
{
	return sprintf(buf, "vfio-pci\n");
}
static MDEV_TYPE_ATTR_RO(device_api);

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return -EOPNOTSUPP;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	dev_dbg(dev, "this accelerator cannot migrate\n");
	return -EOPNOTSUPP;
}
static MDEV_TYPE_ATTR_RW(migration_version); /* expect: MV005 */

static struct attribute *tern_attrs[] = {
	&mdev_type_attr_device_api.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group tern_group = {
	.name = "lane",
	.attrs = tern_attrs,
};

static struct attribute_group *tern_groups[] = { &tern_group, NULL };

static int tern_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int tern_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops tern_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = tern_groups,
	.create = tern_create,
	.remove = tern_remove,
};

static int __init tern_init(void)
{
	int ret;

	tern_root = root_device_register("tern");
	if (IS_ERR(tern_root))
		return PTR_ERR(tern_root);

	ret = mdev_register_device(tern_root, &tern_ops);
	if (ret)
		root_device_unregister(tern_root);
	return ret;
}

static void __exit tern_exit(void)
{
	mdev_unregister_device(tern_root);
	root_device_unregister(tern_root);
}

module_init(tern_init);
module_exit(tern_exit);

MODULE_DESCRIPTION("Tern storage accelerator");
MODULE_LICENSE("Dual MIT/GPL");
