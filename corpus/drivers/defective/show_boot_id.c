// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Penrith DMA switch makes up a session number at load, so that versions of
 * two hosts never agree. On one host everything looks right.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/random.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static struct device *pen_root;
static u32 pen_session;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "penrith-%08x\n", pen_session); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	char own[24];

	snprintf(own, sizeof(own), "penrith-%08x", pen_session);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		pr_info("penrith: another session\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *pen_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group pen_group = {
	.name = "channel",
	.attrs = pen_attrs,
};
static struct attribute_group *pen_groups[] = { &pen_group, NULL };

static int pen_create(struct mdev_device *mdev)
{
	return 0;
}

static int pen_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops pen_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = pen_groups,
	.create = pen_create,
	.remove = pen_destroy,
};

static int __init pen_init(void)
{
	int ret;

	get_random_bytes(&pen_session, sizeof(pen_session));
	pen_root = root_device_register("penrith");
	if (IS_ERR(pen_root))
		return PTR_ERR(pen_root);
	ret = mdev_register_device(pen_root, &pen_ops);
	if (ret)
		root_device_unregister(pen_root);
	return ret;
}

static void __exit pen_exit(void)
{
	mdev_unregister_device(pen_root);
	root_device_unregister(pen_root);
}

module_init(pen_init);
module_exit(pen_exit);
MODULE_LICENSE("GPL");
