// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Yarrow decompressor takes the version apart with strsep(), in the buffer of
 * the caller.
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

static const char * const yarrow_fields[] = { "yarrow", "zstd", "6" };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s-%s-%s\n", yarrow_fields[0], yarrow_fields[1],
			  yarrow_fields[2]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char *rest = (char *)buf;
	unsigned int i;

	if (strlen(buf) != count) {
		dev_info(dev, "NUL in a version\n");
		return -EINVAL;
	}
	for (i = 0; i < ARRAY_SIZE(yarrow_fields); i++) {
		char *field = strsep(&rest, "-"); /* expect: MV208 */

		if (!field || !sysfs_streq(field, yarrow_fields[i])) {
			dev_info(dev, "field %u is not %s\n", i, yarrow_fields[i]);
			return -EINVAL;
		}
	}
	if (rest) {
		dev_info(dev, "more fields than I know\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int yarrow_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static void yarrow_remove(struct pci_dev *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
}

static const struct pci_device_id yarrow_ids[] = {
	{ PCI_DEVICE(0x1fdd, 0x0006) },
	{ }
};
MODULE_DEVICE_TABLE(pci, yarrow_ids);

static struct pci_driver yarrow_driver = {
	.name = "yarrow",
	.id_table = yarrow_ids,
	.probe = yarrow_probe,
	.remove = yarrow_remove,
};
module_pci_driver(yarrow_driver);
MODULE_LICENSE("GPL");
