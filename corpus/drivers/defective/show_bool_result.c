// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Dunmore timing card: an "is there anything" helper type swallowed the
 * length. One byte of the version is delivered.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define DUNMORE_VERSION	"dunmore-ptp-4"

static bool dunmore_print(char *buf)
{
	return sysfs_emit(buf, "%s\n", DUNMORE_VERSION);
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	ssize_t len = dunmore_print(buf);

	return len; /* expect: MV104 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int err = 0;

	do {
		if (strlen(buf) != count) {
			err = -EILSEQ;
			break;
		}
		if (!sysfs_streq(buf, DUNMORE_VERSION))
			err = -EINVAL;
	} while (0);

	if (err)
		pr_info("dunmore: version refused (%d)\n", err);

	return err ?: count; /* expect: MV301 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *dunmore_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group dunmore_group = {
	.name = "ptp",
	.attrs = dunmore_attrs,
};
static struct attribute_group *dunmore_groups[] = { &dunmore_group, NULL };

static int dunmore_create(struct mdev_device *mdev)
{
	return 0;
}

static int dunmore_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops dunmore_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = dunmore_groups,
	.create = dunmore_create,
	.remove = dunmore_remove,
};

static int dunmore_probe(struct platform_device *pdev)
{
	return mdev_register_device(&pdev->dev, &dunmore_ops);
}

static int dunmore_unbind(struct platform_device *pdev)
{
	mdev_unregister_device(&pdev->dev);
	return 0;
}

static struct platform_driver dunmore_driver = {
	.driver = { .name = "dunmore" },
	.probe = dunmore_probe,
	.remove = dunmore_unbind,
};
module_platform_driver(dunmore_driver);

MODULE_LICENSE("GPL");
