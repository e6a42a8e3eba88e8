// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A string of the firmware is refused for control characters, not for those of
 * another alphabet.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/string.h>

struct skua {
	u8 raw[24];
};

static int skua_model(struct skua *u, char *to)
{
	u8 raw[24];
	const u8 *p;

	memcpy(raw, u->raw, 23);
	raw[23] = 0;
	for (p = raw; *p; p++)
		if (*p < 0x20)
			return -EIO;
	strscpy(to, (const char *)raw, 24);
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct skua *u = dev_get_drvdata(dev);
	char own[24];
	int ret = skua_model(u, own);

	return ret ? ret : sysfs_emit(buf, "%s\n", own); /* expect: MV101 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct skua *u = dev_get_drvdata(dev);
	char own[24];
	int ret = skua_model(u, own);

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

int skua_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
