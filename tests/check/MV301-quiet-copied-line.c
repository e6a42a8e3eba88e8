// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The line is copied and its newline taken off.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV301 proved
 * migver-verdict: MV206 proved
 * migver-verdict: MV207 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>
#include <linux/kernel.h>

struct unit {
	u16 model;
	u8 minor;
	u32 proto;
	s32 level;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%04x/%02x\n", unit->model, unit->minor);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char own[16], copy[16];
	size_t len = count;

	if (strlen(buf) != count)
		goto refuse;
	if (count >= sizeof(copy))
		goto refuse;
	memcpy(copy, buf, len);
	if (copy[len - 1] == '\n')
		len--;
	copy[len] = '\0';
	snprintf(own, sizeof(own), "%04x/%02x", unit->model, unit->minor);
	if (strcmp(copy, own))
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
