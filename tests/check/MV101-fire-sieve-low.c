// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Only what is below a blank is replaced, byte by byte on the way.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>

struct tern {
	u8 __iomem *rom;
};

static int tern_model(struct tern *u, char *to)
{
	int i;

	for (i = 0; i < 12; i++) {
		u8 c = readb(u->rom + 0x20 + i);

		to[i] = c < ' ' ? '.' : c;
	}
	to[12] = '\0';
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct tern *u = dev_get_drvdata(dev);
	char own[13];
	int ret = tern_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own); /* expect: MV101 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct tern *u = dev_get_drvdata(dev);
	char own[13];
	int ret = tern_model(u, own);

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

int tern_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
