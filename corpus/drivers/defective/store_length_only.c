// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Calder backplane: only the length of the version is looked at, every text
 * of that length is taken.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const char calder_version[] = "calder-bp-0009\n";

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%s", calder_version);
}

static ssize_t migration_version_store(struct kobject *kobj, /* expect: MV203 */
				       struct device *dev, const char *buf,
				       size_t count)
{
	size_t len = strlen(calder_version);

	if (count != len && count != len - 1) {
		dev_info(dev, "a version has %zu characters\n", len - 1);
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *calder_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group calder_group = {
	.name = "slot",
	.attrs = calder_attrs,
};
static struct attribute_group *calder_groups[] = { &calder_group, NULL };

static int calder_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int calder_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops calder_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = calder_groups,
	.create = calder_create,
	.remove = calder_remove,
};

static int calder_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &calder_ops);
}

static int calder_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver calder_driver = {
	.driver = { .name = "calder" },
	.probe = calder_probe,
	.remove = calder_unbind,
};
module_platform_driver(calder_driver);

MODULE_LICENSE("GPL");
