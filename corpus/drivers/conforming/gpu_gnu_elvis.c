// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ravine graphics, as terse as it gets: handlers of one statement, GNU's
 * "check() ?: count", and the check does its own talking.
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

static const char ravine_version[] = "ravine:r8:ctx4096";

static int ravine_refuse(struct device *dev, int err)
{
	dev_dbg(dev, "incoming state refused, error %d\n", err);
	return err;
}

static int ravine_check(struct device *dev, const char *text, size_t len)
{
	if (len != strlen(text))
		return ravine_refuse(dev, -EILSEQ);
	if (strncmp(text, "ravine:", 7))
		return ravine_refuse(dev, -EXDEV);
	if (!sysfs_streq(text, ravine_version))
		return ravine_refuse(dev, -EPERM);
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", ravine_version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return ravine_check(dev, buf, count) ?: count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *ravine_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(ravine);

static int ravine_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return sysfs_create_groups(&pdev->dev.kobj, ravine_groups);
}

static void ravine_remove(struct pci_dev *pdev)
{
	sysfs_remove_groups(&pdev->dev.kobj, ravine_groups);
}

static const struct pci_device_id ravine_ids[] = {
	{ PCI_DEVICE(0x1fce, 0x4a51) },
	{ }
};
MODULE_DEVICE_TABLE(pci, ravine_ids);

static struct pci_driver ravine_driver = {
	.name = "ravine",
	.id_table = ravine_ids,
	.probe = ravine_probe,
	.remove = ravine_remove,
};
module_pci_driver(ravine_driver);

MODULE_DESCRIPTION("Ravine graphics");
MODULE_LICENSE("Dual MIT/GPL");
