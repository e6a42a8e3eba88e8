// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Yarrow neural unit trims the count itself while it strips the newline, and
 * reports the trimmed count. Guards release the lock.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static DEFINE_MUTEX(yarrow_lock);
static const char yarrow_model[] = "yarrow-npu-b0";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	guard(mutex)(&yarrow_lock);

	return sysfs_emit(buf, "%s\n", yarrow_model);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	guard(mutex)(&yarrow_lock);

	if (buf[count - 1] == '\n')
		count--;

	if (count != strlen(yarrow_model) ||
	    memcmp(buf, yarrow_model, count)) {
		dev_info(dev, "weights are not for %s\n", yarrow_model);
		return -EINVAL;
	}

	return count; /* expect: MV201 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *yarrow_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
static const struct attribute_group yarrow_group = {
	.attrs = yarrow_attrs,
};

static int yarrow_probe(struct platform_device *pdev)
{
	return devm_device_add_group(&pdev->dev, &yarrow_group);
}

static struct platform_driver yarrow_driver = {
	.driver = { .name = "yarrow" },
	.probe = yarrow_probe,
};
module_platform_driver(yarrow_driver);

MODULE_LICENSE("GPL");
