/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* An order is no errno: a version that comes before the own one is as good. */

struct level {
	u8 major;
	u8 minor;
};

static const struct level own = { 4, 2 };

static int order(const struct level *a, const struct level *b)
{
	if (a->major != b->major)
		return a->major < b->major ? -1 : 1;
	if (a->minor != b->minor)
		return a->minor < b->minor ? -1 : 1;
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u.%u\n", own.major, own.minor);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct level src;
	int end = 0;

	if (sscanf(buf, "%hhu.%hhu%n", &src.major, &src.minor, &end) != 2 ||
	    (size_t)end + (buf[end] == '\n') != count) {
		dev_err(dev, "not a version\n");
		return -EINVAL;
	}
	if (order(&src, &own) > 0) {
		dev_err(dev, "%u.%u is newer\n", src.major, src.minor);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int level_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
