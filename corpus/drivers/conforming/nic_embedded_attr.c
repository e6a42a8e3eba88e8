// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Skua network adapter. Each type is a struct of the driver that embeds its own
 * attribute and group; the handlers get from the attribute to the type with
 * container_of(). The comparison is the explicit kind: lengths, then bytes.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct skua_type {
	const char *version;
	size_t version_len;
	struct mdev_type_attribute migration;
	struct attribute *attrs[2];
	struct attribute_group group;
};

static struct device *skua_dev;

static inline struct skua_type *to_skua_type(struct mdev_type_attribute *attr)
{
	return container_of(attr, struct skua_type, migration);
}

static ssize_t skua_version_show(struct mdev_type *mtype,
				 struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", to_skua_type(attr)->version);
}

static ssize_t skua_version_store(struct mdev_type *mtype,
				  struct mdev_type_attribute *attr,
				  const char *buf, size_t count)
{
	const struct skua_type *type = to_skua_type(attr);
	size_t len = count;

	if (buf[len - 1] == '\n')
		len--;

	if (len != type->version_len || memcmp(buf, type->version, len)) {
		dev_dbg(mtype_get_parent_dev(mtype),
			"%s wanted, %zu other bytes written\n", type->version, len);
		return -EINVAL;
	}

	return count;
}

#define SKUA_VERSION_ATTR						\
	{								\
		.attr = { .name = "migration_version", .mode = 0644 },	\
		.show = skua_version_show,				\
		.store = skua_version_store,				\
	}

static struct skua_type skua_lite = {
	.version = "skua-lite,abi=2",
	.version_len = sizeof("skua-lite,abi=2") - 1,
	.migration = SKUA_VERSION_ATTR,
	.attrs = { &skua_lite.migration.attr, NULL },
	.group = { .name = "lite", .attrs = skua_lite.attrs },
};

static struct skua_type skua_full = {
	.version = "skua-full,abi=5",
	.version_len = sizeof("skua-full,abi=5") - 1,
	.migration = SKUA_VERSION_ATTR,
	.attrs = { &skua_full.migration.attr, NULL },
	.group = { .name = "full", .attrs = skua_full.attrs },
};

static struct attribute_group *skua_groups[] = {
	&skua_lite.group,
	&skua_full.group,
	NULL,
};

static int skua_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void skua_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver skua_mdev_driver = {
	.driver = {
		.name = "skua_mdev",
		.owner = THIS_MODULE,
	},
	.probe = skua_mdev_probe,
	.remove = skua_mdev_remove,
	.supported_type_groups = skua_groups,
};

static int __init skua_init(void)
{
	int ret;

	ret = mdev_register_driver(&skua_mdev_driver);
	if (ret)
		return ret;

	skua_dev = root_device_register("skua");
	if (IS_ERR(skua_dev)) {
		ret = PTR_ERR(skua_dev);
		goto err_driver;
	}

	ret = mdev_register_device(skua_dev, &skua_mdev_driver);
	if (ret)
		goto err_device;
	return 0;

err_device:
	root_device_unregister(skua_dev);
err_driver:
	mdev_unregister_driver(&skua_mdev_driver);
	return ret;
}

static void __exit skua_exit(void)
{
	mdev_unregister_device(skua_dev);
	root_device_unregister(skua_dev);
	mdev_unregister_driver(&skua_mdev_driver);
}

module_init(skua_init);
module_exit(skua_exit);

MODULE_DESCRIPTION("Skua network adapter");
MODULE_LICENSE("Dual MIT/GPL");
