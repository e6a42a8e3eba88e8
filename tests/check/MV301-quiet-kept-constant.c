// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is shown is always the same number: no other one needs to be accepted.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV301 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/platform_device.h>
#include <linux/property.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct bittern {
	u8 abi;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct bittern *p = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", p->abi);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct bittern *p = dev_get_drvdata(dev);
	u8 abi;
	int ret = kstrtou8(buf, 10, &abi);

	if (ret || strlen(buf) != count) {
		dev_info(dev, "not a version\n");
		return ret ?: -EINVAL;
	}
	if (abi < 2 || abi > p->abi) {
		dev_info(dev, "version %u is none of 2..%u\n", abi, p->abi);
		return -ERANGE;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int bittern_probe(struct platform_device *pdev)
{
	struct bittern *p = devm_kzalloc(&pdev->dev, sizeof(*p), GFP_KERNEL);

	if (!p)
		return -ENOMEM;
	p->abi = 5;
	platform_set_drvdata(pdev, p);
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static struct platform_driver bittern_driver = {
	.probe = bittern_probe,
	.driver.name = "bittern",
};
module_platform_driver(bittern_driver);
