// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Osgodby patch panel draws a bar of hashes, one for each of its ports, and
 * has as many ports as the page has bytes; the newline goes behind them.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>

#define OSGO_PORTS	4096

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	memset(buf, '#', OSGO_PORTS);
	buf[OSGO_PORTS] = '\n'; /* expect: MV103 */
	return OSGO_PORTS - 1;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	size_t n = strspn(buf, "#");

	if (n == OSGO_PORTS - 1 && (n == count || (n + 1 == count && buf[n] == '\n')))
		return count;
	dev_info(dev, "%zu ports\n", n);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *osgo_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group osgo_group = { .name = "panel", .attrs = osgo_attrs };
static struct attribute_group *osgo_groups[] = { &osgo_group, NULL };

static int osgo_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int osgo_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops osgo_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = osgo_groups,
	.create = osgo_create,
	.remove = osgo_destroy,
};

static int osgo_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &osgo_ops);
}

static int osgo_remove(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver osgo_driver = {
	.driver = { .name = "osgodby" },
	.probe = osgo_probe,
	.remove = osgo_remove,
};
module_platform_driver(osgo_driver);
MODULE_LICENSE("GPL");
