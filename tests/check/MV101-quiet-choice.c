// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every text that may be chosen is ASCII, and so are the names of the device.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

enum weasel_mode { WEASEL_SLOW, WEASEL_FAST, WEASEL_MODES };
static const char *const weasel_modes[WEASEL_MODES] = {
	[WEASEL_SLOW] = "slow",
	[WEASEL_FAST] = "fast",
};

static const char *weasel_mode(struct device *dev)
{
	unsigned long mode = (unsigned long)dev_get_drvdata(dev);

	return mode < WEASEL_MODES ? weasel_modes[mode] : "none";
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "%s/%s%c", dev_name(dev),
			 weasel_mode(dev), '\n');
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "weasel/slow")) {
		pr_info("weasel: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *weasel_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(weasel);

int weasel_add(struct device *dev)
{
	return device_add_groups(dev, weasel_groups);
}
