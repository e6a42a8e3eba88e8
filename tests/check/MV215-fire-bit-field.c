// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A parsed number is stored into a bit-field that has no room for all of them.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct revision {
	u32 build : 8;
	u32 minor : 10;
	u32 major : 8;
};

struct curlew {
	struct revision own;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct curlew *c = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u.%u.%u\n", c->own.major, c->own.minor, c->own.build);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct curlew *c = dev_get_drvdata(dev);
	unsigned int major, minor, build;
	struct revision theirs = { 0 };
	int end = 0;

	if (sscanf(buf, "%3u.%4u.%3u%n", &major, &minor, &build, &end) != 3 || !end ||
	    strlen(buf) != count || (buf[end] && strcmp(buf + end, "\n")) || major > 999 ||
	    minor > 1023 || build > 255) {
		dev_info(dev, "not a revision\n");
		return -EINVAL;
	}
	theirs.major = major; /* expect: MV215 */
	theirs.minor = minor;
	theirs.build = build;
	if (theirs.major != c->own.major || theirs.minor != c->own.minor ||
	    theirs.build > c->own.build) {
		dev_info(dev, "another revision\n");
		return -EOPNOTSUPP;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int curlew_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
