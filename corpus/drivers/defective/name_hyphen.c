// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Wyke telemetry box. The variable is named well, the file has a hyphen.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static const char wyke_version[] = "wyke-5";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", wyke_version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count)
		goto refuse;
	if (!sysfs_streq(buf, wyke_version))
		goto refuse;
	return count;

refuse:
	dev_info(dev, "not a %s stream\n", wyke_version);
	return -EPROTO;
}

static struct device_attribute dev_attr_migration_version = { /* expect: MV006 */
	.attr.name = "migration-version",
	.attr.mode = 0644,
	.show = migration_version_show,
	.store = migration_version_store,
};

static int wyke_probe(struct platform_device *pdev)
{
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static int wyke_remove(struct platform_device *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
	return 0;
}

static struct platform_driver wyke_driver = {
	.driver = { .name = "wyke" },
	.probe = wyke_probe,
	.remove = wyke_remove,
};
module_platform_driver(wyke_driver);

MODULE_LICENSE("GPL");
