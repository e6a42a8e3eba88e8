// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Cipherlane crypto card. All type attributes stand in one array with
 * positional initialisers; the groups point into the array. The version is a
 * constant, so the check needs no driver data at all: the literal with and
 * without its newline, whole length, nothing else.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 * migver-verdict: MV301 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>

#define CL_VERSION "cipherlane/2.1"

static struct device *cl_root;

static ssize_t cl_show_api(struct kobject *kobj, struct device *dev, char *buf)
{
	return sprintf(buf, "%s\n", "vfio-pci");
}

static ssize_t cl_show_version(struct kobject *kobj, struct device *dev,
			       char *buf)
{
	return sprintf(buf, CL_VERSION "\n");
}

static ssize_t cl_store_version(struct kobject *kobj, struct device *dev,
				const char *buf, size_t count)
{
	static const char line[] = CL_VERSION "\n";
	const size_t bare = sizeof(line) - 2;

	if (count != bare && count != bare + 1)
		goto refuse;
	if (memcmp(buf, line, count))
		goto refuse;
	return count;

refuse:
	dev_notice_ratelimited(dev, "%zu byte(s) that are not \"%s\"\n", count,
			       CL_VERSION);
	return -EINVAL;
}

enum { CL_ATTR_API, CL_ATTR_VERSION, CL_NR_ATTRS };

static struct mdev_type_attribute cl_type_attrs[CL_NR_ATTRS] = {
	{ { "device_api", 0444 }, cl_show_api, NULL },
	{ { "migration_version", 0644 }, cl_show_version, cl_store_version },
};

static struct attribute *cl_attrs[] = {
	&cl_type_attrs[CL_ATTR_API].attr,
	&cl_type_attrs[CL_ATTR_VERSION].attr,
	NULL
};

static struct attribute_group cl_group = { "queue", .attrs = cl_attrs };

static struct attribute_group *cl_groups[] = { &cl_group, NULL };

static int cl_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int cl_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops cl_ops = {
	.owner			= THIS_MODULE,
	.supported_type_groups	= cl_groups,
	.create			= cl_create,
	.remove			= cl_remove,
};

static int __init cl_init(void)
{
	int ret;

	cl_root = root_device_register("cipherlane");
	if (IS_ERR(cl_root))
		return PTR_ERR(cl_root);

	ret = mdev_register_device(cl_root, &cl_ops);
	if (ret)
		root_device_unregister(cl_root);
	return ret;
}

static void __exit cl_exit(void)
{
	mdev_unregister_device(cl_root);
	root_device_unregister(cl_root);
}

module_init(cl_init);
module_exit(cl_exit);

MODULE_DESCRIPTION("Cipherlane crypto card");
MODULE_LICENSE("Dual MIT/GPL");
