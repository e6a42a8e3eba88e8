// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the device answered is returned, through a table of functions.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit;

struct unit_ops {
	int (*ask)(struct unit *unit, u32 *rev);
};

struct unit {
	void __iomem *regs;
	const struct unit_ops *ops;
};

static int unit_ask(struct unit *unit, u32 *rev)
{
	int tries = 100, ret = -ETIMEDOUT;
	u32 status;

	while (tries--) {
		status = readl(unit->regs);
		if (status == ~0U)
			return -ENODEV;
		if (!(status & BIT(31))) {
			ret = status & 0xff;
			break;
		}
	}
	if (!ret)
		*rev = readl(unit->regs + 4);
	return ret;
}

static const struct unit_ops unit_ops = { .ask = unit_ask };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	u32 rev;
	int ret;

	if (!unit)
		return -ENODEV;
	ret = unit->ops->ask(unit, &rev);
	if (ret)
		return ret; /* expect: MV104 */
	return sysfs_emit(buf, "unit:%u\n", rev);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char own[24];
	u32 rev;

	if (!unit || unit->ops->ask(unit, &rev)) {
		dev_info(dev, "nothing to compare with\n");
		return -ENODEV;
	}
	scnprintf(own, sizeof(own), "unit:%u", rev);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "not the version of a peer\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev, struct unit *unit)
{
	unit->ops = &unit_ops;
	dev_set_drvdata(dev, unit);
	return device_create_file(dev, &dev_attr_migration_version);
}
