// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Store refuses what is no newer than the own version: that one, too.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/hex.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define OLDEST 0x20

struct unit {
	u16 number[2]; /* the second one is never below OLDEST */
};

static int read_hex(const char *text, u16 *v)
{
	int i, digit;

	for (i = 0, *v = 0; i < 4; i++) {
		digit = hex_to_bin(text[i]);
		if (digit < 0)
			return -EINVAL;
		*v = *v << 4 | digit;
	}
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%04x.%04x\n", unit->number[0], unit->number[1]);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	size_t n = buf[count - 1] == '\n' ? count - 1 : count;
	u16 chip, abi;

	if (n != 9 || buf[4] != '.' || read_hex(buf, &chip) || read_hex(buf + 5, &abi) ||
	    chip != unit->number[0] || abi >= unit->number[1]) {
		dev_info(dev, "refused\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}

int unit_load(struct unit *unit, u16 chip, u16 abi)
{
	if (abi < OLDEST)
		return -EOPNOTSUPP;
	unit->number[0] = chip;
	unit->number[1] = abi;
	return 0;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
