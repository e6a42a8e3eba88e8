// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What follows the third field is never looked at.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/kstrtox.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct crake {
	const char *tag;
	unsigned int layout;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct crake *crake = dev_get_drvdata(dev);

	return sysfs_emit(buf, "crake-%s-%u\n", crake->tag, crake->layout);
}

static int crake_check(const struct crake *crake, char *text)
{
	char *p = strim(text);
	char *magic = strsep(&p, "-");
	char *tag = strsep(&p, "-");
	char *number = strsep(&p, "-");
	unsigned int layout;
	int ret;

	if (!number || strcmp(magic, "crake") || strcmp(tag, crake->tag))
		return -EINVAL;
	ret = kstrtouint(number, 10, &layout);
	if (ret)
		return ret;
	return layout == crake->layout ? 0 : -EINVAL;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char *text;
	int ret;

	if (strnlen(buf, count) != count) {
		dev_info(dev, "this is not a string\n");
		return -EINVAL;
	}
	text = kstrndup(buf, count, GFP_KERNEL);
	if (!text) {
		dev_info(dev, "no memory\n");
		return -ENOMEM;
	}
	ret = crake_check(dev_get_drvdata(dev), text);
	kfree(text);
	if (ret) {
		dev_info(dev, "another version is needed\n");
		return ret;
	}
	return count; /* expect: MV207 */
}
static DEVICE_ATTR_RW(migration_version);

int crake_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
