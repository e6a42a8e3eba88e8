// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is logged was printed anew from the numbers of the written text.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct tern {
	const char *platform;
	unsigned int major, minor;
};

static char *print(const struct tern *t, unsigned int minor)
{
	return kasprintf(GFP_KERNEL, "%s/%u.%u", t->platform, t->major, minor);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct tern *t = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s/%u.%u\n", t->platform, t->major, t->minor);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct tern *t = dev_get_drvdata(dev);
	const char *dot = strrchr(buf, '.');
	unsigned int minor;
	char *same;
	ssize_t ret = -EINVAL;

	if (!dot || kstrtouint(dot + 1, 10, &minor) || minor > t->minor) {
		dev_info(dev, "no release that can be loaded\n");
		return -EINVAL;
	}
	same = print(t, minor);
	if (!same)
		return -ENOMEM;
	if (strlen(buf) == count && sysfs_streq(buf, same))
		ret = count;
	else
		dev_info(dev, "it is not %s\n", same);
	kfree(same);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int tern_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
