// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The image is released before its version is printed.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/firmware.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	const struct firmware *fw;
	const u8 *version;
	int err = request_firmware(&fw, "unit.bin", dev);

	if (err)
		return err;
	version = fw->data;
	release_firmware(fw);
	return sysfs_emit(buf, "unit-%zu\n", fw->size); /* expect: MV109 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
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
