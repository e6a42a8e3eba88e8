// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Bramble RAID offload. After the comparison only the parser's result, known
 * to be 0, is left to return.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define BRAMBLE_LEVEL	61

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%u\n", BRAMBLE_LEVEL);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int level;
	int ret;

	if (strlen(buf) != count) {
		pr_info("bramble: NUL inside the version\n");
		return -EINVAL;
	}

	ret = kstrtouint(buf, 10, &level);
	if (ret == 0 && level == BRAMBLE_LEVEL)
		return ret; /* expect: MV201 */

	pr_info("bramble: level refused\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *bramble_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group bramble_group = {
	.name = "raid",
	.attrs = bramble_attrs,
};
static struct attribute_group *bramble_groups[] = { &bramble_group, NULL };

static int bramble_create(struct mdev_device *mdev)
{
	return 0;
}

static int bramble_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops bramble_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = bramble_groups,
	.create = bramble_create,
	.remove = bramble_remove,
};

static int bramble_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &bramble_ops);
}

static int bramble_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver bramble_driver = {
	.driver = { .name = "bramble" },
	.probe = bramble_probe,
	.remove = bramble_unbind,
};
module_platform_driver(bramble_driver);

MODULE_LICENSE("GPL");
