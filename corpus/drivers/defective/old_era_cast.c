// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Gantry video encoder, carried from an older kernel: the handlers still take
 * a kobject and a device; a cast silenced the compiler.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define GANTRY_STREAM	"gantry-enc-v9"

static ssize_t gantry_show(struct kobject *kobj, struct device *dev, char *buf)
{
	return sprintf(buf, "%s\n", GANTRY_STREAM);
}

static ssize_t gantry_store(struct kobject *kobj, struct device *dev,
			    const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, GANTRY_STREAM)) {
		pr_info("gantry: stream format differs\n");
		return -EINVAL;
	}
	return count;
}

static struct mdev_type_attribute gantry_attr = {
	.attr = { .name = "migration_version", .mode = 0644 },
	.show = (void *)gantry_show, /* expect: MV004 */
	.store = (void *)gantry_store, /* expect: MV004 */
};

static struct attribute *gantry_attrs[] = { &gantry_attr.attr, NULL };
static struct attribute_group gantry_group = {
	.name = "enc",
	.attrs = gantry_attrs,
};
static struct attribute_group *gantry_groups[] = { &gantry_group, NULL };

static int gantry_create(struct mdev_device *mdev)
{
	return 0;
}

static int gantry_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops gantry_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = gantry_groups,
	.create = gantry_create,
	.remove = gantry_remove,
};

static int gantry_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &gantry_ops);
}

static int gantry_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver gantry_driver = {
	.driver = { .name = "gantry" },
	.probe = gantry_probe,
	.remove = gantry_unbind,
};
module_platform_driver(gantry_driver);

MODULE_LICENSE("GPL");
