// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper looks at each byte; what it does not like is not shown.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV101 proved
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>

struct dove {
	void __iomem *vpd;
};

static bool dove_is_clean(const char *s)
{
	while (*s) {
		if (*s < 0x20 || *s > 0x7e)
			return false;
		s++;
	}
	return true;
}

static int dove_model(struct dove *u, char *to)
{
	memcpy_fromio(to, u->vpd, 19);
	to[19] = 0;
	return dove_is_clean(to) ? 0 : -EIO;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dove *u = dev_get_drvdata(dev);
	char own[20];
	int ret = dove_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dove *u = dev_get_drvdata(dev);
	char own[20];
	int ret = dove_model(u, own);

	if (ret) {
		dev_info(dev, "no model\n");
		return ret;
	}
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "the source is another model\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int dove_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
