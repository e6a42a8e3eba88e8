// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Gullrock signal analyzer shows its calibration record as hexadecimal. The
 * record has 2048 bytes, so the digits fill the page to its last byte: sysfs
 * delivers all but one of them.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/mod_devicetable.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define GULL_RECORD	2048

struct gull {
	u8 record[GULL_RECORD];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct gull *g = dev_get_drvdata(dev);

	if (!g)
		return -ENODEV;
	bin2hex(buf, g->record, sizeof(g->record));
	return 2 * sizeof(g->record); /* expect: MV102 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct gull *g = dev_get_drvdata(dev);
	size_t len = count;
	size_t i;

	if (!g) {
		dev_dbg(dev, "no calibration to compare with\n");
		return -ENODEV;
	}
	if (buf[len - 1] == '\n')
		len--;
	if (len != 2 * sizeof(g->record)) {
		dev_info(dev, "calibration of %zu digits refused\n", len);
		return -EINVAL;
	}
	for (i = 0; i < sizeof(g->record); i++) {
		int hi = hex_to_bin(buf[2 * i]);
		int lo = hex_to_bin(buf[2 * i + 1]);

		if (hi < 0 || lo < 0 || (hi << 4 | lo) != g->record[i]) {
			dev_info(dev, "calibration differs at byte %zu\n", i);
			return -EINVAL;
		}
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int gull_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct gull *g = devm_kzalloc(&pdev->dev, sizeof(*g), GFP_KERNEL);

	if (!g)
		return -ENOMEM;
	pci_set_drvdata(pdev, g);
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static void gull_remove(struct pci_dev *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
}

static const struct pci_device_id gull_ids[] = {
	{ PCI_DEVICE(0x1fd1, 0x0800) },
	{ }
};
MODULE_DEVICE_TABLE(pci, gull_ids);

static struct pci_driver gull_driver = {
	.name = "gullrock",
	.id_table = gull_ids,
	.probe = gull_probe,
	.remove = gull_remove,
};
module_pci_driver(gull_driver);
MODULE_LICENSE("GPL");
