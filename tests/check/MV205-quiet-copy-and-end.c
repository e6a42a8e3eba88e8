// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * count bytes and the NUL that ends them, on the heap and on the stack.
 *
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define VERSION "harrow-3.1"

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", VERSION);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char *copy, line[32];
	bool ok;

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (count >= sizeof(line)) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	memcpy(line, buf, count);
	line[count] = '\0';
	dev_dbg(dev, "asked for %s", line);
	copy = kmalloc(count + 1, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	memcpy(copy, buf, count);
	copy[count] = '\0';
	ok = sysfs_streq(copy, VERSION);
	kfree(copy);
	if (!ok) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *harrow_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(harrow);

static struct platform_driver harrow_driver = {
	.driver = { .name = "harrow", .dev_groups = harrow_groups },
};
module_platform_driver(harrow_driver);
MODULE_LICENSE("GPL");
