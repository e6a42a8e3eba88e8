// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop keeps where each word begins.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	const char *words[4];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	const char *p = buf;
	int n = 0;

	while (*p && n < 4) {
		unit->words[n++] = p; /* expect: MV208 MV209 */
		while (*p && *p != '-')
			p++;
		if (*p)
			p++;
	}
	if (!sysfs_streq(buf, "unit-1")) {
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
