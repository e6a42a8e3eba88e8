// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A function that is not known gets a local, and nobody looks at its result.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV213 unproved
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

int mill_read_page(struct mill *m, u32 *page);

static int mill_ask(struct mill *m, u32 *page)
{
	mill_read_page(m, page);
	return 0;
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
