// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A struct is filled on the stack and copied as a whole.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_text {
	const char *start;
	size_t size;
};

struct unit {
	struct unit_text text;
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
	struct unit_text text = { .start = buf, .size = count };

	if (!sysfs_streq(text.start, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	unit->text = text; /* expect: MV208 MV209 */
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
