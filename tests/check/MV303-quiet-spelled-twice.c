// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each store compares for itself, with the same constant, in a style of its own.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV303 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define GPU_VERSION "gpu-mig-3"

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return snprintf(buf, PAGE_SIZE, "%s\n", GPU_VERSION);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	bool same = strnlen(buf, count) == count &&
		    sysfs_streq(buf, GPU_VERSION);

	if (!same)
		dev_info(dev, "foreign version\n");
	return same ? count : -EINVAL;
}

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *gpu_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group gpu_group = {
	.name = "gpu",
	.attrs = gpu_attrs,
};
static struct attribute_group *gpu_groups[] = { &gpu_group, NULL };

static const char node_version[] = GPU_VERSION;

static ssize_t node_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "%s\n", node_version);
}

static ssize_t node_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	if (strnlen(buf, count) != count)
		goto refuse;
	if (sysfs_streq(buf, node_version))
		return count;
refuse:
	dev_info(dev, "foreign version\n");
	return -EINVAL;
}

static struct device_attribute node_attr =
	__ATTR(migration_version, 0644, node_show, node_store);

static struct attribute *node_attrs[] = { &node_attr.attr, NULL };
static const struct attribute_group node_group = { .attrs = node_attrs };
static const struct attribute_group *node_groups[] = { &node_group, NULL };

const struct mdev_parent_ops gpu_ops = {
	.supported_type_groups = gpu_groups,
	.mdev_attr_groups = node_groups,
};

int gpu_add(struct device *dev)
{
	return mdev_register_device(dev, &gpu_ops);
}
