// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the firmware answers is returned as it is.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/bits.h>
#include <linux/delay.h>
#include <linux/io.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define RUFF_STATUS 0x10
#define RUFF_BUSY   BIT(31)

struct ruff {
	void __iomem *regs;
};

/* 0, an errno, or what the firmware says */
static int ruff_wait(struct ruff *ruff)
{
	int ret = -ETIMEDOUT;

	for (int tries = 0; tries < 100; tries++) {
		u32 status = readl(ruff->regs + RUFF_STATUS);

		if (status == ~0U) {
			ret = -ENODEV;
			break;
		}
		if (!(status & RUFF_BUSY)) {
			ret = status & 0xff;
			break;
		}
		usleep_range(50, 100);
	}
	return ret;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct ruff *ruff = dev_get_drvdata(dev);
	int ret = ruff_wait(ruff);

	if (ret)
		return ret; /* expect: MV104 */
	return sysfs_emit(buf, "ruff-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct ruff *ruff = dev_get_drvdata(dev);

	if (ruff_wait(ruff)) {
		dev_info(dev, "the firmware does not answer\n");
		return -EIO;
	}
	if (strlen(buf) == count && sysfs_streq(buf, "ruff-1"))
		return count;
	dev_info(dev, "version 1 is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int ruff_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
