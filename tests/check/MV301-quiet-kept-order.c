// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Store refuses limits in the wrong order, which the own ones never have.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	u16 newest, oldest; /* in order */
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "abi=%u,oldest=%u\n", unit->newest, unit->oldest);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	unsigned int newest, oldest;
	int n = 0, fields = sscanf(buf, "abi=%5u,oldest=%5u%n", &newest, &oldest, &n);

	if (buf[n] == '\n')
		n++;
	if (fields != 2 || n != count || newest < oldest || newest < unit->oldest ||
	    oldest > unit->newest) {
		dev_info(dev, "refused\n");
		return -EINVAL;
	}
	return count;
}

int unit_load(struct unit *unit, u16 newest, u16 oldest)
{
	if (oldest > newest)
		return -EINVAL;
	unit->newest = newest;
	unit->oldest = oldest;
	return 0;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
