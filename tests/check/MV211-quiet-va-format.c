// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A reason with the written bytes in it is an argument of what %pV prints.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>


struct unit {
	struct device *dev;
};

static __printf(2, 3) void unit_say(struct unit *unit, const char *fmt, ...)
{
	struct va_format vaf;
	va_list args;

	va_start(args, fmt);
	vaf.fmt = fmt;
	vaf.va = &args;
	dev_info(unit->dev, "unit: %pV\n", &vaf);
	va_end(args);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit unit = { .dev = dev };
	char why[64];

	if (strlen(buf) == count && sysfs_streq(buf, "unit-1"))
		return count;
	scnprintf(why, sizeof(why), "no peer of %.20s", buf);
	unit_say(&unit, "%s", why);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
