// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The text to compare with is made in one of two cases only.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static int redshank_print(struct pci_dev *pdev, char *to, size_t size)
{
	return scnprintf(to, size, "redshank-%04x-r%u", pdev->device, pdev->revision);
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	int len = redshank_print(to_pci_dev(dev), buf, PAGE_SIZE - 1);

	buf[len++] = '\n';
	buf[len] = '\0';
	return len;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct pci_dev *pdev = to_pci_dev(dev);
	size_t len = count - (buf[count - 1] == '\n');
	char own[24];
	int n = 0;

	if (pdev->revision > 1)
		n = redshank_print(pdev, own, sizeof(own));
	if (len != n || memcmp(own, buf, len)) {
		dev_dbg(dev, "another revision\n");
		return -EINVAL;
	}
	if (memcmp(own, "redshank", 8)) { /* expect: MV212 */
		dev_dbg(dev, "another device\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *redshank_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(redshank);

static struct pci_driver redshank_driver = {
	.name = "redshank",
	.driver = { .dev_groups = redshank_groups },
};
module_pci_driver(redshank_driver);
MODULE_LICENSE("GPL");
