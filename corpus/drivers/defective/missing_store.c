// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Kelwin packet engine. The attribute is written out by hand, says 0644 and
 * forgets the store handler: every write ends in -EIO.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>

static unsigned int kelwin_rev = 4;

static ssize_t kelwin_version_show(struct mdev_type *mtype,
				   struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "kelwin-%u\n", kelwin_rev);
}

static struct mdev_type_attribute kelwin_version = { /* expect: MV001 */
	.attr = {
		.name = "migration_version",
		.mode = 0644,
	},
	.show = kelwin_version_show,
};

static struct attribute *kelwin_attrs[] = {
	&kelwin_version.attr,
	NULL,
};

static struct attribute_group kelwin_group = {
	.name = "pe",
	.attrs = kelwin_attrs,
};

static struct attribute_group *kelwin_groups[] = { &kelwin_group, NULL };

static int kelwin_create(struct mdev_device *mdev)
{
	return 0;
}

static int kelwin_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops kelwin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = kelwin_groups,
	.create = kelwin_create,
	.remove = kelwin_remove,
};

static int kelwin_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &kelwin_ops);
}

static int kelwin_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver kelwin_driver = {
	.driver = { .name = "kelwin-pe" },
	.probe = kelwin_probe,
	.remove = kelwin_unbind,
};
module_platform_driver(kelwin_driver);

MODULE_LICENSE("GPL");
