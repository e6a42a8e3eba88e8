// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Catterick storage brick: 64 bits are parsed, 16 are compared. 65537 passes
 * for 1.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct catter {
	u16 layout;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct catter *c = dev_get_drvdata(dev);

	return c ? sysfs_emit(buf, "%u\n", c->layout) : -ENODEV;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct catter *c = dev_get_drvdata(dev);
	unsigned long long value;
	u16 layout;
	int ret;

	if (!c) {
		dev_dbg(dev, "brick is gone\n");
		return -ENODEV;
	}
	if (strlen(buf) != count) {
		dev_info(dev, "NUL in a layout\n");
		return -EINVAL;
	}
	ret = kstrtoull(buf, 10, &value);
	if (ret) {
		dev_info(dev, "not a layout\n");
		return ret;
	}
	layout = value; /* expect: MV215 */
	if (layout != c->layout) {
		dev_info(dev, "layout %u is not mine\n", layout);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int catter_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct catter *c = devm_kzalloc(&pdev->dev, sizeof(*c), GFP_KERNEL);

	if (!c)
		return -ENOMEM;
	c->layout = pdev->subsystem_device;
	pci_set_drvdata(pdev, c);
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static void catter_remove(struct pci_dev *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
}

static const struct pci_device_id catter_ids[] = {
	{ PCI_DEVICE(0x1fde, 0x0b0b) },
	{ }
};
MODULE_DEVICE_TABLE(pci, catter_ids);

static struct pci_driver catter_driver = {
	.name = "catterick",
	.id_table = catter_ids,
	.probe = catter_probe,
	.remove = catter_remove,
};
module_pci_driver(catter_driver);
MODULE_LICENSE("GPL");
