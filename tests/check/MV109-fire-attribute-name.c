// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The attribute's name should tell which channel it is of, but its sixth letter is no digit.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

struct dipper {
	u32 channel[4];
};

static u32 dipper_channel(struct dipper *d, const char *name)
{
	int n = name[5] - '0';

	return d->channel[n]; /* expect: MV109 MV205 */
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dipper *d = dev_get_drvdata(dev);

	return sysfs_emit(buf, "dipper-%u\n", dipper_channel(d, attr->attr.name));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dipper *d = dev_get_drvdata(dev);
	char own[24], kind[32];
	int n;

	if (sscanf(attr->attr.name, "%d_%s", &n, kind) == 2)
		dev_dbg(dev, "asked as %s\n", kind);
	snprintf(own, sizeof(own), "dipper-%u", dipper_channel(d, attr->attr.name));
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "version %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int dipper_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
