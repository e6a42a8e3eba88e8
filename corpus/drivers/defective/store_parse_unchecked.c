// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Aysgarth image sensor: a lone major number is let through for the sake of
 * old tools, and the minor one is compared as the stack had it.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/platform_device.h>
#include <linux/string.h>

#define AYS_MAJOR	6
#define AYS_MINOR	2

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%d.%d\n", AYS_MAJOR, AYS_MINOR);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	unsigned int major, minor;
	int end = 0;

	if (sscanf(buf, "%3u%n.%3u%n", &major, &end, &minor, &end) < 1) {
		dev_info(dev, "not a protocol\n");
		return -EINVAL;
	}
	if (buf[end] == '\n')
		end++;
	if (end != count) {
		dev_info(dev, "text behind the protocol\n");
		return -EINVAL;
	}
	if (major != AYS_MAJOR || minor > AYS_MINOR) { /* expect: MV212 */
		dev_info(dev, "%d.%d is the newest\n", AYS_MAJOR, AYS_MINOR);
		return -EOPNOTSUPP;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ays_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ays_group = { .name = "cam", .attrs = ays_attrs };
static struct attribute_group *ays_groups[] = { &ays_group, NULL };

static int ays_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int ays_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops ays_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = ays_groups,
	.create = ays_create,
	.remove = ays_destroy,
};

static int ays_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &ays_ops);
}

static int ays_remove(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver ays_driver = {
	.driver = { .name = "aysgarth" },
	.probe = ays_probe,
	.remove = ays_remove,
};
module_platform_driver(ays_driver);
MODULE_LICENSE("GPL");
