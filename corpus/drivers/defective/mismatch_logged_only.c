// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Wraybury ledger device: the only check there is gets logged and dropped.
 * That is an error turned into success, and a store that rejects nothing.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/cleanup.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define WRAY_VERSION	"wray-ledger-30"

static int wray_compare(const char *buf, size_t count)
{
	char *text __free(kfree) = kmemdup_nul(buf, count, GFP_KERNEL);

	if (!text)
		return -ENOMEM;
	if (strlen(text) != count || strcmp(strim(text), WRAY_VERSION))
		return -EINVAL;
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", WRAY_VERSION);
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV203 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = wray_compare(buf, count);

	if (ret)
		dev_err(dev, "version mismatch: %d\n", ret);

	return count; /* expect: MV213 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *wray_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(wray);

static int wray_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "ledger open\n");
	return 0;
}

static struct platform_driver wray_driver = {
	.driver = {
		.name = "wraybury",
		.dev_groups = wray_groups,
	},
	.probe = wray_probe,
};
module_platform_driver(wray_driver);

MODULE_LICENSE("GPL");
