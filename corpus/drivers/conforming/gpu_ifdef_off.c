// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Vergence display engine. Migration is an experiment behind a configuration
 * option that this build does not set: the attribute stays, both handlers
 * answer -ENODEV. Legal, and nothing to report about code that was not
 * compiled in. With CONFIG_VERGENCE_MIGRATION the real check is there.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV203 not-applicable
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>

static struct device *vergence_root;

#ifdef CONFIG_VERGENCE_MIGRATION

static const char vergence_version[] = "vergence-e3";

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sprintf(buf, "%s\n", vergence_version);
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, vergence_version))
		return count;

	dev_dbg(dev, "engine state of another version, this is %s\n",
		vergence_version);
	return -EINVAL;
}

#else

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return -ENODEV;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	dev_dbg(dev, "migration is not configured\n");
	return -ENODEV;
}

#endif

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *vergence_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group vergence_pipe_group = {
	.name = "pipe",
	.attrs = vergence_attrs,
};

static struct attribute_group *vergence_groups[] = {
	&vergence_pipe_group,
	NULL,
};

static int vergence_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int vergence_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops vergence_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = vergence_groups,
	.create = vergence_create,
	.remove = vergence_remove,
};

static int __init vergence_init(void)
{
	int ret;

	vergence_root = root_device_register("vergence");
	if (IS_ERR(vergence_root))
		return PTR_ERR(vergence_root);

	ret = mdev_register_device(vergence_root, &vergence_ops);
	if (ret)
		root_device_unregister(vergence_root);
	return ret;
}
module_init(vergence_init);

static void __exit vergence_exit(void)
{
	mdev_unregister_device(vergence_root);
	root_device_unregister(vergence_root);
}
module_exit(vergence_exit);

MODULE_DESCRIPTION("Vergence display engine");
MODULE_LICENSE("Dual MIT/GPL");
