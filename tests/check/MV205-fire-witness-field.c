// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The last field of a line fills its array, whatever comes before.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV205 "3:blueaaaaaaaa": sscanf() writes 13 bytes
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "3:blue\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int rev;
	char kind[8];

	if (strlen(buf) == count && sscanf(buf, "%u:%s", &rev, kind) == 2 && /* expect: MV205 */
	    rev == 3 && !strcmp(kind, "blue"))
		return count; /* expect: MV207 */
	dev_info(dev, "3:blue is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
