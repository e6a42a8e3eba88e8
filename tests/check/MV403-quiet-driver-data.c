// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Driver data that no code of the driver expects to be absent.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	struct unit_fw {
		char version[16];
	} *fw;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s\n", unit->fw->version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!sysfs_streq(buf, unit->fw->version)) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
