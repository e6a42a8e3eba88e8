// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ludlow codec: the version is taken apart in a copy. strsep() is asked once
 * more when the last field is out, and answers NULL then.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>

static const char * const ludlow_fields[] = { "ludlow", "av1", "10bit" };

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "%s.%s.%s\n", ludlow_fields[0],
			 ludlow_fields[1], ludlow_fields[2]);
}

/* how many of the fields are mine; -1 if there are more than I have */
static int ludlow_count_fields(char *text)
{
	char *field;
	int n = 0;

	while ((field = strsep(&text, ".")) != NULL) {
		if (n == ARRAY_SIZE(ludlow_fields))
			return -1;
		if (strcmp(field, ludlow_fields[n]))
			break;
		n++;
	}
	return n;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	char *copy;
	int fields;

	if (strnlen(buf, count) != count) {
		dev_info(dev, "NUL in the version\n");
		return -EINVAL;
	}
	copy = kmemdup_nul(buf, count - (buf[count - 1] == '\n'), GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	fields = ludlow_count_fields(copy);
	kfree(copy);

	if (fields == ARRAY_SIZE(ludlow_fields))
		return count;
	dev_info(dev, "field %d differs\n", fields);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ludlow_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ludlow_group = {
	.name = "stream",
	.attrs = ludlow_attrs,
};
static struct attribute_group *ludlow_groups[] = { &ludlow_group, NULL };

static int ludlow_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int ludlow_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops ludlow_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = ludlow_groups,
	.create = ludlow_create,
	.remove = ludlow_destroy,
};

static int ludlow_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &ludlow_ops);
}

static int ludlow_remove(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver ludlow_driver = {
	.driver = { .name = "ludlow" },
	.probe = ludlow_probe,
	.remove = ludlow_remove,
};
module_platform_driver(ludlow_driver);

MODULE_DESCRIPTION("Ludlow codec");
MODULE_LICENSE("Dual MIT/GPL");
