// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A capability word: show asks for one of its bits, store for none.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/string.h>

#define TERN_CAN_MIGRATE BIT(5)

struct tern {
	u32 caps;
	u8 stepping;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct tern *tern = dev_get_drvdata(dev);

	if (!tern)
		return -ENODEV;
	return tern->caps & TERN_CAN_MIGRATE ?
		       sysfs_emit(buf, "tern.%u\n", tern->stepping) :
		       -EOPNOTSUPP;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct tern *tern = dev_get_drvdata(dev);
	char own[16];

	if (!tern)
		goto refuse;
	scnprintf(own, sizeof(own), "tern.%u", tern->stepping);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count; /* expect: MV302 */
refuse:
	dev_info(dev, "no state of that version can be loaded\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *tern_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(tern);

static int tern_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct tern *tern = devm_kzalloc(&pdev->dev, sizeof(*tern), GFP_KERNEL);

	if (!tern)
		return -ENOMEM;
	pci_read_config_dword(pdev, 0x60, &tern->caps);
	tern->stepping = pdev->revision;
	pci_set_drvdata(pdev, tern);
	return 0;
}

static const struct pci_device_id tern_ids[] = { { PCI_DEVICE(0x1af9, 0x0030) }, {} };
MODULE_DEVICE_TABLE(pci, tern_ids);

static struct pci_driver tern_driver = {
	.name = "tern",
	.id_table = tern_ids,
	.probe = tern_probe,
	.dev_groups = tern_groups,
};
module_pci_driver(tern_driver);
MODULE_LICENSE("GPL");
