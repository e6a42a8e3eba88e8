// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the device calls itself, with what is no ASCII replaced where it lies.
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

struct auk {
	void __iomem *vpd;
};

static int auk_model(struct auk *u, char *to)
{
	int i;

	memcpy_fromio(to, u->vpd, 16);
	to[16] = 0;
	for (i = 0; i < 16; i++)
		if (to[i] < ' ' || to[i] > '~')
			to[i] = '_';
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct auk *u = dev_get_drvdata(dev);
	char own[17];
	int ret = auk_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct auk *u = dev_get_drvdata(dev);
	char own[17];
	int ret = auk_model(u, own);

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

int auk_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
