// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Mica crypto unit with two kinds of queues. A macro of the driver's own makes
 * handlers, attribute, attribute list and group in one go; the file name comes
 * from __stringify() through __ATTR(), not from the variable's name.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static struct device *mica_dev;

static ssize_t mica_compare(struct mdev_type *mtype, const char *own,
			    const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);

	if (strnlen(buf, count) < count) {
		dev_dbg(dev, "text behind the end of the version\n");
		return -EINVAL;
	}

	if (!sysfs_streq(own, buf)) {
		dev_dbg(dev, "\"%.*s\" does not match %s\n",
			(int)min_t(size_t, count, 32), buf, own);
		return -EINVAL;
	}

	return count;
}

#define MICA_TYPE(_kind, _version)					\
static ssize_t _kind##_version_show(struct mdev_type *mtype,		\
				    struct mdev_type_attribute *attr,	\
				    char *buf)				\
{									\
	return sysfs_emit(buf, "%s\n", _version);			\
}									\
									\
static ssize_t _kind##_version_store(struct mdev_type *mtype,		\
				     struct mdev_type_attribute *attr,	\
				     const char *buf, size_t count)	\
{									\
	return mica_compare(mtype, _version, buf, count);		\
}									\
									\
static struct mdev_type_attribute mica_##_kind##_attr =			\
	__ATTR(migration_version, 0644, _kind##_version_show,		\
	       _kind##_version_store);					\
									\
static struct attribute *mica_##_kind##_attrs[] = {			\
	&mica_##_kind##_attr.attr,					\
	NULL,								\
};									\
									\
static struct attribute_group mica_##_kind##_group = {			\
	.name = #_kind,							\
	.attrs = mica_##_kind##_attrs,					\
}

MICA_TYPE(cipher, "mica/cipher/11");
MICA_TYPE(digest, "mica/digest/4");

static struct attribute_group *mica_groups[] = {
	&mica_cipher_group,
	&mica_digest_group,
	NULL,
};

static int mica_create(struct mdev_device *mdev)
{
	return 0;
}

static int mica_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops mica_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = mica_groups,
	.create = mica_create,
	.remove = mica_remove,
};

static int __init mica_init(void)
{
	int ret;

	mica_dev = root_device_register("mica");
	if (IS_ERR(mica_dev))
		return PTR_ERR(mica_dev);

	ret = mdev_register_device(mica_dev, &mica_ops);
	if (ret)
		root_device_unregister(mica_dev);
	return ret;
}

static void __exit mica_exit(void)
{
	mdev_unregister_device(mica_dev);
	root_device_unregister(mica_dev);
}

module_init(mica_init);
module_exit(mica_exit);

MODULE_DESCRIPTION("Mica crypto unit");
MODULE_LICENSE("Dual MIT/GPL");
