// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * As many bytes are compared as the text has that the driver keeps: how many that can be
 * is set elsewhere, but it is no more than there is room for.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct dabchick_version {
	size_t len;
	char text[96];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dabchick_version *v = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%.*s\n", (int)v->len, v->text);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dabchick_version *v = dev_get_drvdata(dev);
	size_t len = count;

	if (buf[len - 1] == '\n')
		len--;
	if (len != v->len || memcmp(v->text, buf, len)) {
		dev_info(dev, "this is not the version of this unit\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

void dabchick_fill(struct dabchick_version *v);

int dabchick_add(struct device *dev, struct dabchick_version *v)
{
	dabchick_fill(v);
	dev_set_drvdata(dev, v);
	return device_create_file(dev, &dev_attr_migration_version);
}
