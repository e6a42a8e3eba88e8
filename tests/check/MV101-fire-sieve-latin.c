// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * isprint() lets the upper half of Latin-1 through.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>

struct gull {
	void __iomem *vpd;
};

static int gull_model(struct gull *u, char *to)
{
	int i;

	memcpy_fromio(to, u->vpd, 16);
	to[16] = 0;
	for (i = 0; i < 16; i++)
		if (!isprint((unsigned char)to[i]))
			to[i] = '_';
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct gull *u = dev_get_drvdata(dev);
	char own[17];
	int ret = gull_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own); /* expect: MV101 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct gull *u = dev_get_drvdata(dev);
	char own[17];
	int ret = gull_model(u, own);

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

int gull_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
