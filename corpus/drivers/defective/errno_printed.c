// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Lindale disk shelf prints whatever the firmware query answered; without
 * firmware the version reads "-5".
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

static unsigned int lindale_fw;
module_param_named(fw, lindale_fw, uint, 0444);

static int lindale_fw_level(void)
{
	if (!lindale_fw)
		return -EIO;
	return lindale_fw >= 100 ? 2 : 1;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int level = lindale_fw_level();

	return sysfs_emit(buf, "%d\n", level); /* expect: MV213 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int level = lindale_fw_level();
	int source, err;

	if (level < 0) {
		pr_info("lindale: no firmware\n");
		return level;
	}
	if (strlen(buf) != count) {
		pr_info("lindale: NUL in the version\n");
		return -EINVAL;
	}
	err = kstrtoint(buf, 10, &source);
	if (err) {
		pr_info("lindale: not a level\n");
		return err;
	}
	if (source != level) {
		pr_info("lindale: level %d, have %d\n", source, level);
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *lindale_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group lindale_group = {
	.name = "shelf",
	.attrs = lindale_attrs,
};
static struct attribute_group *lindale_groups[] = { &lindale_group, NULL };

static int lindale_create(struct mdev_device *mdev)
{
	return 0;
}

static int lindale_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops lindale_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = lindale_groups,
	.create = lindale_create,
	.remove = lindale_remove,
};

static int lindale_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &lindale_ops);
}

static int lindale_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver lindale_driver = {
	.driver = { .name = "lindale" },
	.probe = lindale_probe,
	.remove = lindale_unbind,
};
module_platform_driver(lindale_driver);

MODULE_LICENSE("GPL");
