// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Two capabilities are needed: show and store ask for both, each in its own way.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/bits.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define HERON_STOP  BIT(3)
#define HERON_DIRTY BIT(7)

struct heron {
	u32 caps;
	u16 major, minor;
};

static bool heron_can_migrate(const struct heron *heron)
{
	return (heron->caps & HERON_STOP) && (heron->caps & HERON_DIRTY);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct heron *heron = dev_get_drvdata(dev);

	if (!heron_can_migrate(heron))
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "heron-%u.%u\n", heron->major, heron->minor);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct heron *heron = dev_get_drvdata(dev);
	char own[32];

	if ((heron->caps & (HERON_STOP | HERON_DIRTY)) != (HERON_STOP | HERON_DIRTY)) {
		dev_info(dev, "this device does not migrate\n");
		return -EOPNOTSUPP;
	}
	scnprintf(own, sizeof(own), "heron-%u.%u", heron->major, heron->minor);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "version %s is needed\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int heron_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
