// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A row of the table up to whose NULL match_string() looks.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>

static const char *const whimbrel_names[] = { "low", "mid", "high", NULL };
static const u32 whimbrel_codes[3] = { 0x11, 0x22 };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "whimbrel-%x\n", whimbrel_codes[0]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int row = match_string(whimbrel_names, -1, dev_name(dev));
	char own[24];

	if (row < 0)
		return row;
	snprintf(own, sizeof(own), "whimbrel-%x", whimbrel_codes[row] ? whimbrel_codes[0] : 0); 
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int whimbrel_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
