// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Which units can be moved is a matter of two fields of a register; both ask for both.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/bitfield.h>
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

#define BRENT_INFO   0x20
#define BRENT_FLAGS  GENMASK(31, 24)
#define BRENT_MAJOR  GENMASK(23, 16)
#define BRENT_MINOR  GENMASK(15, 8)
#define BRENT_UNIT   GENMASK(7, 0)
#define BRENT_SAVES  BIT(2)
#define BRENT_FIRST  3 /* whose state can be moved */

struct brent {
	void __iomem *regs;
};

static bool brent_can_save(u32 info)
{
	return FIELD_GET(BRENT_FLAGS, info) & BRENT_SAVES;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct brent *b = dev_get_drvdata(dev);
	u32 info = readl(b->regs + BRENT_INFO);

	if (!brent_can_save(info) || FIELD_GET(BRENT_MAJOR, info) < BRENT_FIRST)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "brent-%lu.%lu\n", FIELD_GET(BRENT_MAJOR, info),
			  FIELD_GET(BRENT_MINOR, info));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct brent *b = dev_get_drvdata(dev);
	u32 info = readl(b->regs + BRENT_INFO);
	char own[24];

	if (!brent_can_save(info) || FIELD_GET(BRENT_MAJOR, info) < BRENT_FIRST) {
		dev_info(dev, "the state of this unit can't be moved\n");
		return -EOPNOTSUPP;
	}
	snprintf(own, sizeof(own), "brent-%lu.%lu", FIELD_GET(BRENT_MAJOR, info),
		 FIELD_GET(BRENT_MINOR, info));
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "%s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int brent_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
