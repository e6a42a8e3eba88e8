// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The checksum is of what stands before it: a newline behind it changes nothing.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/crc32.h>
#include <linux/device.h>
#include <linux/hex.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define DIGITS 8

struct unit {
	u32 id;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	int n = scnprintf(buf, PAGE_SIZE, "unit-%u#", unit->id);

	return n + scnprintf(buf + n, PAGE_SIZE - n, "%08x\n", crc32(~0, buf, n));
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	size_t n = buf[count - 1] == '\n' ? count - 1 : count;
	char own[32], sum[DIGITS + 1];
	size_t length = scnprintf(own, sizeof(own), "unit-%u#", unit->id);

	if (n == length + DIGITS && !memcmp(buf, own, length)) {
		scnprintf(sum, sizeof(sum), "%08x", crc32(~0, buf, length));
		if (!memcmp(buf + length, sum, DIGITS))
			return count;
	}
	dev_info(dev, "refused\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
