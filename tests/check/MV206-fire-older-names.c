/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* The own version may have its newline; the names that older releases had may not. */

static const char *const older[] = { "heron-gen1", "heron-gen2" };

struct heron {
	unsigned int level;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct heron *heron = dev_get_drvdata(dev);

	return sysfs_emit(buf, "heron:%u\n", heron->level);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct heron *heron = dev_get_drvdata(dev);
	char own[32];

	if (match_string(older, ARRAY_SIZE(older), buf) >= 0) /* expect: MV206 */
		return count;
	snprintf(own, sizeof(own), "heron:%u", heron->level);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_err(dev, "not %s\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int heron_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
