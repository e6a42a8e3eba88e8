// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show and store make the same digits in two ways.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct serin {
	u8 id[6];
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct serin *s = dev_get_drvdata(dev);
	char *at = buf;
	int i;

	for (i = 0; i < sizeof(s->id); i++)
		at = hex_byte_pack(at, s->id[i]);
	*at++ = '\n';
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct serin *s = dev_get_drvdata(dev);
	char own[2 * sizeof(s->id) + 1];

	bin2hex(own, s->id, sizeof(s->id));
	own[2 * sizeof(s->id)] = '\0';
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_dbg(dev, "not %s\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *serin_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(serin);

static struct platform_driver serin_driver = {
	.driver = { .name = "serin", .dev_groups = serin_groups },
};
module_platform_driver(serin_driver);
MODULE_LICENSE("GPL");
