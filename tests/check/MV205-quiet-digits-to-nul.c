// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Digits are read up to what is none: a NUL ends them at the latest.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/hex.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	u32 id;
};

static const char *read_hex(const char *s, u32 *v)
{
	int digit;

	for (*v = 0; (digit = hex_to_bin(*s)) >= 0 && *v >> 28 == 0; s++)
		*v = *v << 4 | digit;
	return s;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "id=%x\n", unit->id);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	const char *end;
	u32 id;

	if (!strncmp(buf, "id=", 3)) {
		end = read_hex(buf + 3, &id);
		if (*end == '\n')
			end++;
		if (end != buf + 3 && end == buf + count && id == unit->id)
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
