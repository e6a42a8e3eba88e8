// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Northolt oscilloscope: parsed numbers are kept in their own width, checked
 * before they index, and multiplied only when they are small. Old versions
 * stand in a table and are accepted, too.
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

#define NOLT_MAJOR	2
#define NOLT_MINOR	4

/* the oldest minor version that can be read, by major */
static const u8 nolt_oldest[NOLT_MAJOR + 1] = { 0xff, 3, 0 };

static struct device *nolt_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%u\n", NOLT_MAJOR * 1000 + NOLT_MINOR);
}

static int nolt_check(const char *buf, size_t count)
{
	unsigned int code, major, minor;
	int ret;

	if (memchr(buf, '\0', count))
		return -EINVAL;
	ret = kstrtouint(buf, 10, &code);
	if (ret)
		return ret;

	major = code / 1000;
	minor = code % 1000;
	if (major > NOLT_MAJOR || minor < nolt_oldest[major])
		return -EOPNOTSUPP;
	return major == NOLT_MAJOR && minor > NOLT_MINOR ? -EOPNOTSUPP : 0;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = nolt_check(buf, count);

	if (ret)
		pr_info("northolt: version refused (%pe)\n", ERR_PTR(ret));
	return ret < 0 ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *nolt_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group nolt_group = {
	.name = "probe",
	.attrs = nolt_attrs,
};
static struct attribute_group *nolt_groups[] = { &nolt_group, NULL };

static int nolt_probe(struct mdev_device *mdev)
{
	return 0;
}

static void nolt_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver nolt_driver = {
	.driver = { .name = "northolt", .owner = THIS_MODULE },
	.probe = nolt_probe,
	.remove = nolt_remove,
	.supported_type_groups = nolt_groups,
};

static int __init nolt_init(void)
{
	int ret = mdev_register_driver(&nolt_driver);

	if (ret)
		return ret;
	nolt_root = root_device_register("northolt");
	if (IS_ERR(nolt_root)) {
		ret = PTR_ERR(nolt_root);
		goto out;
	}
	ret = mdev_register_device(nolt_root, &nolt_driver);
	if (!ret)
		return 0;
	root_device_unregister(nolt_root);
out:
	mdev_unregister_driver(&nolt_driver);
	return ret;
}

static void __exit nolt_exit(void)
{
	mdev_unregister_device(nolt_root);
	root_device_unregister(nolt_root);
	mdev_unregister_driver(&nolt_driver);
}

module_init(nolt_init);
module_exit(nolt_exit);

MODULE_DESCRIPTION("Northolt oscilloscope");
MODULE_LICENSE("Dual MIT/GPL");
