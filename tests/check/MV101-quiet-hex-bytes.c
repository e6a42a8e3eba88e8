// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The bytes of the firmware record are shown in hex, whatever they are.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct sable {
	u8 record[6];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct sable *s = dev_get_drvdata(dev);
	char *p = buf;
	int i;

	if (!s)
		return -ENODEV;
	for (i = 0; i < ARRAY_SIZE(s->record); i++)
		p += sprintf(p, "%02x", s->record[i]);
	*p++ = '\n';
	return p - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	u8 record[6];

	if (strlen(buf) != count || count < 12 || hex2bin(record, buf, 6)) {
		pr_info("sable: no record\n");
		return -EINVAL;
	}
	if (memcmp(((struct sable *)dev_get_drvdata(dev))->record, record, 6) ||
	    !sysfs_streq(buf + 12, "")) {
		pr_info("sable: other record\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int sable_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
