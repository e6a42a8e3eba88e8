// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The length is compared before the bytes are decoded.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/hex.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct dunlin_id {
	u8 vendor[2], revision[2];
};

static int dunlin_decode(struct dunlin_id *id, const char *text, size_t length)
{
	if (length % 2 || length > 2 * sizeof(*id))
		return -EINVAL;
	if (hex2bin((u8 *)id, text, length / 2))
		return -EINVAL;
	return length == 2 * sizeof(*id) ? 0 : -EMSGSIZE;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "17af0003\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dunlin_id id;
	size_t length = count;
	int ret;

	if (buf[length - 1] == '\n')
		length--;
	ret = dunlin_decode(&id, buf, length);
	if (!ret && (id.vendor[0] != 0x17 || id.vendor[1] != 0xaf || id.revision[0] ||
		     id.revision[1] != 3))
		ret = -ENODEV;
	if (ret) {
		dev_info(dev, "another version is needed: %d\n", ret);
		return ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int dunlin_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
