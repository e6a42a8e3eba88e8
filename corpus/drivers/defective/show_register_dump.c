// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ivinghoe timing unit prints all of its capability words. Nine characters
 * times 512 words were tried on a kernel with larger pages.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define IVING_WORDS	512

struct iving {
	void __iomem *bar;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct iving *iv = dev_get_drvdata(dev);
	char *at = buf;
	int i;

	if (!iv)
		return -ENODEV;
	for (i = 0; i < IVING_WORDS; i++)
		at += sprintf(at, "%08x:", readl(iv->bar + 4 * i)); /* expect: MV103 */
	return at - buf; /* expect: MV102 */
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV204 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct iving *iv = dev_get_drvdata(dev);
	const char *at = buf;
	char word[12];
	int i;

	if (!iv || strlen(buf) != count) {
		dev_info(dev, "unit is gone, or NUL in the version\n");
		return -EINVAL;
	}
	for (i = 0; i < IVING_WORDS; i++, at += 9) {
		snprintf(word, sizeof(word), "%08x:", readl(iv->bar + 4 * i));
		if (strncmp(at, word, 9)) {
			dev_info(dev, "capability word %d is not %s\n", i, word);
			return -EINVAL;
		}
	}
	if (*at == '\n')
		at++;
	if (*at) {
		dev_info(dev, "more words than I have\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *iving_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(iving);

static int iving_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct iving *iv = devm_kzalloc(&pdev->dev, sizeof(*iv), GFP_KERNEL);

	if (!iv)
		return -ENOMEM;
	iv->bar = pcim_iomap(pdev, 0, 4 * IVING_WORDS);
	if (!iv->bar)
		return -ENOMEM;
	pci_set_drvdata(pdev, iv);
	return 0;
}

static const struct pci_device_id iving_ids[] = {
	{ PCI_DEVICE(0x1fe1, 0x0512) },
	{ }
};
MODULE_DEVICE_TABLE(pci, iving_ids);

static struct pci_driver iving_driver = {
	.name = "ivinghoe",
	.id_table = iving_ids,
	.probe = iving_probe,
	.dev_groups = iving_groups,
};
module_pci_driver(iving_driver);
MODULE_LICENSE("GPL");
