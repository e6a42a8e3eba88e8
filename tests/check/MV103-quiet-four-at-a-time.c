// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Words are taken apart: whoever steps by four and ends below a multiple of
 * four touches none behind it. Lint can't tell, but that is no error.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/io.h>

struct unit {
	void __iomem *regs;
	size_t size;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	size_t i, n = unit->size < PAGE_SIZE ? unit->size : PAGE_SIZE;

	if (!n)
		return -ENODATA;
	for (i = 0; i < n; i += 4) {
		u32 word = readl(unit->regs + i);

		buf[i] = word & 0x7f;
		buf[i + 1] = (word >> 8) & 0x7f;
		buf[i + 2] = (word >> 16) & 0x7f;
		buf[i + 3] = (word >> 24) & 0x7f;
	}
	return i;
}

static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
