// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Dunmere archive robot compares length and bytes, tried with printf from a
 * script. The newline of echo makes the very same version foreign.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/platform_device.h>
#include <linux/kernel.h>
#include <linux/string.h>

static const char dun_version[] = "dunmere:arm2:r14";

static ssize_t dun_show(struct kobject *kobj, struct device *dev, char *buf)
{
	return sprintf(buf, dun_version);
}

static ssize_t dun_store(struct kobject *kobj, struct device *dev,
			 const char *buf, size_t count)
{
	if (count != sizeof(dun_version) - 1 ||
	    memcmp(buf, dun_version, sizeof(dun_version) - 1)) { /* expect: MV206 */
		dev_info(dev, "cannot take over from that robot\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR(migration_version, 0644, dun_show, dun_store);

static struct attribute *dun_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group dun_group = { .name = "arm", .attrs = dun_attrs };
static struct attribute_group *dun_groups[] = { &dun_group, NULL };

static int dun_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int dun_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops dun_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = dun_groups,
	.create = dun_create,
	.remove = dun_destroy,
};

static int dun_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &dun_ops);
}

static int dun_remove(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver dun_driver = {
	.driver = { .name = "dunmere" },
	.probe = dun_probe,
	.remove = dun_remove,
};
module_platform_driver(dun_driver);
MODULE_LICENSE("GPL");
