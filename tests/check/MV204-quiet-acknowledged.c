/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* What the chip answers fills its buffer to the end, and none of its bytes need be a NUL. */

static const u8 ready[] = { 0x55, 0xaa, 0x33, 0xcc };

static int chip_ready(struct device *dev)
{
	u8 answer[sizeof(ready)];
	int ret = i2c_master_recv(to_i2c_client(dev), answer, sizeof(answer));

	if (ret < 0)
		return ret;
	return ret == sizeof(answer) && !memcmp(answer, ready, sizeof(ready)) ? 0 : -EIO;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "chip-7\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = chip_ready(dev);

	if (ret) {
		dev_err(dev, "not ready: %d\n", ret);
		return ret;
	}
	if (strlen(buf) != count || !sysfs_streq(buf, "chip-7")) {
		dev_err(dev, "not chip-7\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int chip_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
