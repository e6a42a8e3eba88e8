// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Rushden bus analyzer keeps the checker's result in the byte that elsewhere
 * holds a device status. -EINVAL comes out as 234: success.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define RUSHDEN_VERSION	"rushden.17"

static struct device *rushden_root;

static int rushden_check(const char *buf, size_t count)
{
	if (strlen(buf) != count)
		return -EINVAL;
	if (!sysfs_streq(buf, RUSHDEN_VERSION))
		return -EINVAL;
	return 0;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", RUSHDEN_VERSION);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	u8 status = rushden_check(buf, count);

	if (status) {
		pr_info("rushden: refused, status %u\n", status);
		return status; /* expect: MV201 */
	}

	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *rushden_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group rushden_group = {
	.name = "trace",
	.attrs = rushden_attrs,
};
static struct attribute_group *rushden_groups[] = { &rushden_group, NULL };

static int rushden_create(struct mdev_device *mdev)
{
	return 0;
}

static int rushden_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops rushden_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = rushden_groups,
	.create = rushden_create,
	.remove = rushden_remove,
};

static int __init rushden_init(void)
{
	int ret;

	rushden_root = root_device_register("rushden");
	if (IS_ERR(rushden_root))
		return PTR_ERR(rushden_root);
	ret = mdev_register_device(rushden_root, &rushden_ops);
	if (ret)
		root_device_unregister(rushden_root);
	return ret;
}

static void __exit rushden_exit(void)
{
	mdev_unregister_device(rushden_root);
	root_device_unregister(rushden_root);
}

module_init(rushden_init);
module_exit(rushden_exit);
MODULE_LICENSE("GPL");
