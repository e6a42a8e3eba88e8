// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The image is released on the way of success only.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/firmware.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct firmware *fw;
	int ret = request_firmware(&fw, "unit.bin", dev);

	if (ret)
		return ret;
	if (fw->size < 8)
		return -EINVAL; /* expect: MV401 */
	ret = sysfs_emit(buf, "unit-%zu\n", fw->size);
	release_firmware(fw);
	return ret;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
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
