// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Store asks for the digits that the own text is made of.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	char tag[9]; /* hexadecimal digits */
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s\n", unit->tag);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	size_t i, n = buf[count - 1] == '\n' ? count - 1 : count;

	for (i = 0; i < n; i++)
		if (!isxdigit(buf[i]))
			break;
	if (i < n || n != strlen(unit->tag) || memcmp(unit->tag, buf, n)) {
		dev_info(dev, "refused\n");
		return -EINVAL;
	}
	return count;
}

void unit_load(struct unit *unit, u32 id)
{
	snprintf(unit->tag, sizeof(unit->tag), "%08x", id);
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
