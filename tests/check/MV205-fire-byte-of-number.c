// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The index is a byte in the middle of a constant number.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static const u32 unit_layout = 0x0c02;
static const char unit_codes[8] = { 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%c\n", unit_codes[((const u8 *)&unit_layout)[0]]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const u8 *layout = (const u8 *)&unit_layout;

	if (count == 2 && buf[0] == unit_codes[layout[0]] && buf[1] == '\n')
		return count;
	if (count == 1 && buf[0] == unit_codes[layout[1]]) /* expect: MV205 */
		return count;
	dev_info(dev, "not the version of a peer\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
