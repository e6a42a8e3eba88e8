// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Thornbury FPGA shell. The build tag may be longer than a page, and show
 * returns what snprintf would have liked to write.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/ctype.h>
#include <linux/string.h>

static char thorn_tag[2 * PAGE_SIZE] = "unset";
module_param_string(tag, thorn_tag, sizeof(thorn_tag), 0444);

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return snprintf(buf, PAGE_SIZE, "thorn-%s", thorn_tag); /* expect: MV104 */
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	if (strlen(buf) != count || strncmp(buf, "thorn-", 6) ||
	    !sysfs_streq(buf + 6, thorn_tag)) {
		dev_info(dev, "built from another tag\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *thorn_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group thorn_group = {
	.name = "shell",
	.attrs = thorn_attrs,
};
static struct attribute_group *thorn_groups[] = { &thorn_group, NULL };

static int thorn_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int thorn_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops thorn_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = thorn_groups,
	.create = thorn_create,
	.remove = thorn_remove,
};

static int thorn_probe(struct platform_device *pdev)
{
	const char *p;

	for (p = thorn_tag; *p; p++)
		if (!isascii(*p) || !isprint(*p))
			return -EINVAL;

	return mdev_register_device(&pdev->dev, &thorn_ops);
}

static int thorn_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver thorn_driver = {
	.driver = { .name = "thornbury" },
	.probe = thorn_probe,
	.remove = thorn_unbind,
};
module_platform_driver(thorn_driver);

MODULE_LICENSE("GPL");
