// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The first character of a token is asked for its kind: it is no number that is cut.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/kstrtox.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "smew/1f/2\n");
}

static int smew_next(char **cursor, unsigned int base, u16 *value)
{
	char *token = strsep(cursor, "/");

	if (!token || !isxdigit(token[0])) /* no sign */
		return -EINVAL;
	return kstrtou16(token, base, value);
}

static int smew_check(char *text)
{
	char *cursor = strim(text);
	char *token = strsep(&cursor, "/");
	u16 kind, minor;
	int ret;

	if (strcmp(token, "smew"))
		return -EINVAL;
	ret = smew_next(&cursor, 16, &kind);
	if (!ret)
		ret = smew_next(&cursor, 10, &minor);
	if (ret)
		return ret;
	return cursor || kind != 0x1f || minor != 2 ? -EINVAL : 0;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = -EINVAL;
	char *text;

	text = kstrndup(buf, count, GFP_KERNEL);
	if (!text)
		ret = -ENOMEM;
	else if (strlen(text) == count)
		ret = smew_check(text);
	kfree(text);
	if (ret) {
		dev_info(dev, "another version is needed: %d\n", ret);
		return ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int smew_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
