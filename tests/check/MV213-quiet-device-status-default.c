// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the device does not tell is shown as 0.0, on purpose.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>

struct mill {
	void __iomem *regs;
	u32 rev;
};

static int mill_ask(struct mill *m, u32 *page)
{
	int status = readl(m->regs) & 0xff;

	if (readl(m->regs + 4) == ~0U)
		return -EIO;
	if (status == 0) {
		page[0] = readl(m->regs + 8);
		page[1] = readl(m->regs + 12);
	}
	return status;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct mill *m = dev_get_drvdata(dev);
	u32 page[2] = {};
	int ret;

	if (!m)
		return -ENODEV;
	ret = mill_ask(m, page);
	if (ret < 0)
		return ret;
	if (ret)
		page[0] = 0;
	return sysfs_emit(buf, "mill-%u.%u\n", page[0], page[1]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct mill *m = dev_get_drvdata(dev);
	char own[32];

	if (!m || strlen(buf) != count) {
		pr_info("mill: nothing to compare\n");
		return -EINVAL;
	}
	scnprintf(own, sizeof(own), "mill-%u.%u", m->rev, m->rev);
	if (!sysfs_streq(buf, own)) {
		pr_info("mill: another version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int mill_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
