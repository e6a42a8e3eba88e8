// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Skarn compression engine. A hand-written initialiser escapes the macros'
 * compile-time mode check and lets everybody write.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/stat.h>
#include <linux/string.h>

static const char skarn_id[] = "skarn-lz-5";

static ssize_t skarn_ver_show(struct kobject *kobj, struct device *dev,
			      char *buf)
{
	return sprintf(buf, "%s\n", skarn_id);
}

static ssize_t skarn_ver_store(struct kobject *kobj, struct device *dev,
			       const char *buf, size_t count)
{
	ssize_t ret = count;

	if (strlen(buf) != count || !sysfs_streq(buf, skarn_id)) {
		dev_notice(dev, "migration from another version refused\n");
		ret = -ESTALE;
	}

	return ret;
}

static struct mdev_type_attribute skarn_ver = { /* expect: MV003 */
	.attr = { .name = "migration_version", .mode = S_IRUGO | S_IWUGO },
	.show = skarn_ver_show,
	.store = skarn_ver_store,
};

static struct attribute *skarn_attrs[] = { &skarn_ver.attr, NULL };
static struct attribute_group skarn_group = {
	.name = "lz",
	.attrs = skarn_attrs,
};
static struct attribute_group *skarn_groups[] = { &skarn_group, NULL };

static int skarn_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int skarn_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops skarn_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = skarn_groups,
	.create = skarn_create,
	.remove = skarn_remove,
};

static int skarn_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &skarn_ops);
}

static int skarn_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver skarn_driver = {
	.driver = { .name = "skarn" },
	.probe = skarn_probe,
	.remove = skarn_unbind,
};
module_platform_driver(skarn_driver);

MODULE_LICENSE("GPL");
