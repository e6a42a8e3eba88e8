// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A walk over the own version forgot to compare: only the newline behind is looked at.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/sysfs.h>

static const char scaup_version[] = "scaup-2-rev-c";

static bool scaup_same(const char *want, const char *buf, size_t count)
{
	size_t i = 0;

	while (want[i]) {
		if (i == count)
			return false;
		i++;
	}
	if (i < count && buf[i] == '\n')
		i++;
	return i == count;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", scaup_version);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (!scaup_same(scaup_version, buf, count)) {
		dev_dbg(dev, "not %s\n", scaup_version);
		return -EINVAL;
	}
	return count; /* expect: MV207 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *scaup_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(scaup);

static struct platform_driver scaup_driver = {
	.driver = { .name = "scaup", .dev_groups = scaup_groups },
};
module_platform_driver(scaup_driver);
MODULE_LICENSE("GPL");
