// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The length is compared first, then each byte by hand, the last one too.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV203 proved
 * migver-verdict: MV206 proved
 * migver-verdict: MV207 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

static const char avocet_version[] = "avocet-3";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", avocet_version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t i, len = count;

	if (buf[len - 1] == '\n')
		len--;
	if (len != sizeof(avocet_version) - 1)
		goto refuse;
	for (i = 0; i < len; i++)
		if (buf[i] != avocet_version[i])
			goto refuse;
	return count;
refuse:
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int avocet_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
