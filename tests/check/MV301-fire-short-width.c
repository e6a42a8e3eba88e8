// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The scan cuts the name.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>
#include <linux/kernel.h>

struct unit {
	char name[16];
	u32 proto;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s-%u\n", unit->name, unit->proto);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char name[4];
	unsigned int v;
	int end = 0;

	if (strlen(buf) != count)
		goto refuse;
	if (sscanf(buf, "%3[^-]-%u %n", name, &v, &end) != 2 || end != count)
		goto refuse;
	if (strcmp(name, unit->name) || v != unit->proto)
		goto refuse;
	return count;
refuse:
	dev_info(dev, "incompatible version\n");
	return -EINVAL; /* expect: MV301 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
