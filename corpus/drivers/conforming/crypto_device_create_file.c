// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Flintlock crypto card, no mdev at all: the attribute sits on the PCI device,
 * for root's eyes only (0600), made with device_create_file() in probe and
 * removed in remove. The check works on a bounded copy on the stack.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define FLINTLOCK_MICROCODE	0x0107

static int flintlock_version(struct device *dev, char *out, size_t size)
{
	return scnprintf(out, size, "%04x/%04x", to_pci_dev(dev)->device,
			 FLINTLOCK_MICROCODE);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	int len = flintlock_version(dev, buf, PAGE_SIZE);

	len += scnprintf(buf + len, PAGE_SIZE - len, "\n");
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char own[16], copy[16];
	size_t len = count;

	if (count >= sizeof(copy)) {
		dev_dbg(dev, "%zu bytes are too many for a version\n", count);
		return -ENAMETOOLONG;
	}

	memcpy(copy, buf, len);
	if (copy[len - 1] == '\n')
		len--;
	copy[len] = '\0';

	flintlock_version(dev, own, sizeof(own));
	if (strlen(copy) != len || strcmp(copy, own)) {
		dev_dbg(dev, "microcode mismatch, running %s\n", own);
		return -EKEYREJECTED;
	}

	return count;
}
static DEVICE_ATTR(migration_version, 0600, migration_version_show,
		   migration_version_store);

static int flintlock_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	int ret;

	ret = pcim_enable_device(pdev);
	if (ret)
		return ret;

	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static void flintlock_remove(struct pci_dev *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
}

static const struct pci_device_id flintlock_ids[] = {
	{ PCI_DEVICE(0x1fcc, 0xf107) },
	{ }
};
MODULE_DEVICE_TABLE(pci, flintlock_ids);

static struct pci_driver flintlock_driver = {
	.name = "flintlock",
	.id_table = flintlock_ids,
	.probe = flintlock_probe,
	.remove = flintlock_remove,
};
module_pci_driver(flintlock_driver);

MODULE_DESCRIPTION("Flintlock crypto card");
MODULE_LICENSE("Dual MIT/GPL");
