// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Castell camera pipeline. "Not loaded yet" was copied from the probe
 * function: -EPROBE_DEFER means nothing to a reader of sysfs.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static bool castell_up;
module_param_named(up, castell_up, bool, 0444);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	int ret;

	if (!castell_up) {
		ret = -EPROBE_DEFER;
		goto out;
	}
	ret = scnprintf(buf, PAGE_SIZE, "castell:%#x\n", 0x310);
out:
	return ret; /* expect: MV105 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	ssize_t ret = count;

	if (!castell_up)
		ret = -EAGAIN;
	else if (strlen(buf) != count || !sysfs_streq(buf, "castell:0x310"))
		ret = -EINVAL;
	if (ret < 0)
		dev_info(dev, "source refused: %zd\n", ret);

	return ret;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *castell_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
static const struct attribute_group castell_group = { .attrs = castell_attrs };

static int castell_probe(struct platform_device *pdev)
{
	return devm_device_add_group(&pdev->dev, &castell_group);
}

static struct platform_driver castell_driver = {
	.driver = { .name = "castell" },
	.probe = castell_probe,
};
module_platform_driver(castell_driver);

MODULE_LICENSE("GPL");
