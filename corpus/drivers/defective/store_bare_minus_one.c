// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Stanwick robotics board: the checker answers -1 for "differs" and the
 * handler lets it through. User space reads "Operation not permitted".
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define STANWICK_VERSION	"stanwick@8"

static int stanwick_compare(const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, STANWICK_VERSION))
		return -1; /* expect: MV202 */

	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", STANWICK_VERSION);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = stanwick_compare(buf, count);

	if (ret) {
		dev_info(dev, "source is not %s\n", STANWICK_VERSION);
		return ret;
	}

	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *stanwick_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
static const struct attribute_group stanwick_group = {
	.attrs = stanwick_attrs,
};

static int stanwick_probe(struct platform_device *pdev)
{
	return devm_device_add_group(&pdev->dev, &stanwick_group);
}

static struct platform_driver stanwick_driver = {
	.driver = { .name = "stanwick" },
	.probe = stanwick_probe,
};
module_platform_driver(stanwick_driver);

MODULE_LICENSE("GPL");
