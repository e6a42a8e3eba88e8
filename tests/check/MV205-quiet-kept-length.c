// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A text and its length are kept apart; the length is a size_t.
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
	const char *text;
	size_t len;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *u = dev_get_drvdata(dev);

	if (5 + u->len + 1 >= PAGE_SIZE)
		return -EFBIG;
	memcpy(buf, "unit:", 5);
	memcpy(buf + 5, u->text, u->len);
	buf[5 + u->len] = '\n';
	return 5 + u->len + 1;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *u = dev_get_drvdata(dev);
	size_t len = count;

	if (buf[len - 1] == '\n')
		len--;
	if (len != 5 + u->len || memcmp(buf, "unit:", 5) || memcmp(buf + 5, u->text, u->len)) {
		dev_info(dev, "not the version of a peer\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
