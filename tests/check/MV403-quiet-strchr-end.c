// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A word ends at a separator, or at the NUL, which strchr() always finds.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "lynx/7\n");
}

static const char *end_of_word(const char *s)
{
	const char *end = strpbrk(s, "/\n");

	return end ? end : strchr(s, '\0');
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const char *end = end_of_word(buf);

	if (*end != '/' || end - buf != 4 || memcmp(buf, "lynx", 4) || strlen(buf) != count ||
	    !sysfs_streq(end + 1, "7")) {
		dev_info(dev, "not a version of the lynx\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int lynx_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
