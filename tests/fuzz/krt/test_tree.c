// SPDX-License-Identifier: MIT
/*
 * Files of every kind, made in every way; the host side looks at the tree and
 * calls the handlers.
 */
#include <linux/device.h>
#include <linux/moduleparam.h>
#include <linux/platform_device.h>

#include "check.h"

/* Wrong on purpose. */
#pragma GCC diagnostic ignored "-Wformat-security"

static char stored[32];

static ssize_t plain_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s %s\n", dev_name(dev), stored);
}

static ssize_t plain_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	if (sysfs_streq(buf, "bug"))
		BUG();
	if (sysfs_streq(buf, "format"))
		dev_info(dev, buf);
	if (count >= sizeof(stored))
		return -E2BIG;
	strscpy(stored, buf, sizeof(stored));
	return count;
}
static DEVICE_ATTR_RW(plain);
static DEVICE_ATTR(broken, 0644, NULL, NULL);

static struct attribute *visible_attrs[] = { &dev_attr_plain.attr, &dev_attr_broken.attr, NULL };

static umode_t is_visible(struct kobject *kobj, struct attribute *attr, int n)
{
	return n ? 0 : 0600;
}

static const struct attribute_group named = {
	.name = "named",
	.attrs = visible_attrs,
	.is_visible = is_visible,
};
static const struct attribute_group *dev_groups[] = { &named, NULL };

static ssize_t kobj_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", kobj->name);
}
static int level = 7;
module_param(level, int, 0444);
static char tag[8] = "x";
module_param_string(tag, tag, sizeof(tag), 0444);
static unsigned int list[2];
static unsigned int nlist;
module_param_array(list, uint, &nlist, 0);

static ssize_t parameters_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d '%s' %u %u\n", level, tag, nlist, list[1]);
}
static DEVICE_ATTR_RO(parameters);

static struct kobj_attribute kobj_attr = __ATTR(thing, 0444, kobj_show, NULL);

static int probe(struct platform_device *pdev)
{
	int error = device_create_file(&pdev->dev, &dev_attr_plain);

	return error ? error : device_create_file(&pdev->dev, &dev_attr_parameters);
}

static struct platform_driver driver = {
	.probe = probe,
	.driver = { .name = "treetest", .dev_groups = dev_groups },
};

static struct kobject *folder;

int test_tree(void)
{
	folder = kobject_create_and_add("folder", kernel_kobj);
	if (sysfs_create_file(folder, &kobj_attr.attr))
		return -ENOMEM;
	CHECK_INT(sysfs_create_file(folder, &kobj_attr.attr), -EEXIST);
	CHECK_VIOLATION(KRT_V_WARN);
	return platform_driver_register(&driver);
}

void test_tree_end(void)
{
	platform_driver_unregister(&driver);
	kobject_put(folder);
}
