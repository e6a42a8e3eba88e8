// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The status of the device picks an errno from a table; show tells the one that is the kernel's own otherwise.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum status { STATUS_OK, STATUS_BOOTING, STATUS_NO_MIGRATION, STATUS_FAULT };

static const int errnos[] = {
	[STATUS_OK] = 0,
	[STATUS_BOOTING] = -EAGAIN,
	[STATUS_NO_MIGRATION] = -ENOTSUPP,
	[STATUS_FAULT] = -EIO,
};

struct gannet {
	void __iomem *regs;
};

static int ask(struct gannet *g)
{
	unsigned int code = (readl(g->regs) & 0xf00) >> 8;

	return code < ARRAY_SIZE(errnos) ? errnos[code] : -EIO;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	int err = ask(dev_get_drvdata(dev));

	if (err == -ENOTSUPP)
		return -EOPNOTSUPP;
	if (err)
		return err;
	return sysfs_emit(buf, "gannet-2\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (ask(dev_get_drvdata(dev))) {
		dev_info(dev, "nothing can be migrated here\n");
		return -EOPNOTSUPP;
	}
	if (strlen(buf) != count || !sysfs_streq(buf, "gannet-2")) {
		dev_info(dev, "not the version of this gannet\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int gannet_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
