// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Wexford HSM walks a table of versions it can take over from and returns
 * the place in the table. The newest stands first and gives 0.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

static const char * const wexford_versions[] = {
	"wexford-hsm-1.2",
	"wexford-hsm-1.1",
	"wexford-hsm-1.0",
};

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%s\n", wexford_versions[0]);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	int i;

	if (strlen(buf) == count) {
		for (i = 0; i < ARRAY_SIZE(wexford_versions); i++) {
			if (sysfs_streq(buf, wexford_versions[i]))
				return i; /* expect: MV201 */
		}
	}

	dev_info(dev, "no path from the source's version\n");
	return -ENOENT;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *wexford_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group wexford_group = {
	.name = "hsm",
	.attrs = wexford_attrs,
};
static struct attribute_group *wexford_groups[] = { &wexford_group, NULL };

static int wexford_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int wexford_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops wexford_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = wexford_groups,
	.create = wexford_create,
	.remove = wexford_remove,
};

static int wexford_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &wexford_ops);
}

static int wexford_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver wexford_driver = {
	.driver = { .name = "wexford" },
	.probe = wexford_probe,
	.remove = wexford_unbind,
};
module_platform_driver(wexford_driver);

MODULE_LICENSE("GPL");
