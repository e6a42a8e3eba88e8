// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ibsley line of instruments: one ops table per board. The ops of the older
 * board were written by someone used to ioctl handlers.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

struct ibsley_ops {
	const char *version;
	int (*check)(const struct ibsley_ops *ops, const char *buf, size_t count);
};

static int ibsley_check_old(const struct ibsley_ops *ops, const char *buf,
			    size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, ops->version))
		return 0;

	return -ENOIOCTLCMD; /* expect: MV202 */
}

static const struct ibsley_ops ibsley_old = {
	.version = "ibsley-1",
	.check = ibsley_check_old,
};

static struct device *ibsley_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", ibsley_old.version);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = ibsley_old.check(&ibsley_old, buf, count);

	return ret ? (pr_info("ibsley: refused\n"), ret) : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ibsley_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ibsley_group = {
	.name = "scope",
	.attrs = ibsley_attrs,
};
static struct attribute_group *ibsley_groups[] = { &ibsley_group, NULL };

static int ibsley_create(struct mdev_device *mdev)
{
	return 0;
}

static int ibsley_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops ibsley_parent_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = ibsley_groups,
	.create = ibsley_create,
	.remove = ibsley_remove,
};

static int __init ibsley_init(void)
{
	int ret;

	ibsley_root = root_device_register("ibsley");
	if (IS_ERR(ibsley_root))
		return PTR_ERR(ibsley_root);
	ret = mdev_register_device(ibsley_root, &ibsley_parent_ops);
	if (ret)
		root_device_unregister(ibsley_root);
	return ret;
}

static void __exit ibsley_exit(void)
{
	mdev_unregister_device(ibsley_root);
	root_device_unregister(ibsley_root);
}

module_init(ibsley_init);
module_exit(ibsley_exit);
MODULE_LICENSE("GPL");
