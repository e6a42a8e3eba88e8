// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * All that show prints is constant.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV301 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "grebe-%u.%02u\n", 4, 7);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char name[8];
	unsigned int major, minor;
	int end = 0;

	if (strlen(buf) != count)
		goto refuse;
	if (sscanf(buf, "%7[^-]-%u.%u%n", name, &major, &minor, &end) != 3)
		goto refuse;
	if (buf[end] == '\n')
		end++;
	if (strcmp(name, "grebe") || end != count)
		goto refuse;
	if (major != 4 || minor > 7)
		goto refuse;
	return count;
refuse:
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
