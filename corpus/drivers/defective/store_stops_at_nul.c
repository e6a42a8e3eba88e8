// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Millbank radar processor looks the version up among those it can read. What
 * a writer puts behind a NUL is never looked at.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/mod_devicetable.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char * const mill_versions[] = { "mill-7", "mill-8", "mill-8a" };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", mill_versions[2]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int which = sysfs_match_string(mill_versions, buf); /* expect: MV214 */

	if (which < 0) {
		dev_info_ratelimited(dev, "no such version, up to %s are known\n",
				     mill_versions[2]);
		return which;
	}
	dev_dbg(dev, "can take over from %s\n", mill_versions[which]);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *mill_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(mill);

static int mill_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return pcim_enable_device(pdev);
}

static const struct pci_device_id mill_ids[] = {
	{ PCI_DEVICE(0x1fd6, 0x0088) },
	{ }
};
MODULE_DEVICE_TABLE(pci, mill_ids);

static struct pci_driver mill_driver = {
	.name = "millbank",
	.id_table = mill_ids,
	.probe = mill_probe,
	.dev_groups = mill_groups,
};
module_pci_driver(mill_driver);
MODULE_LICENSE("GPL");
