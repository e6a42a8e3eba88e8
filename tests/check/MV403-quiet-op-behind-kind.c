/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* Whether there is an oldest revision is noted when the card is set up. */

struct card;
struct card_ops {
	unsigned int (*revision)(struct card *card);
	unsigned int (*oldest)(struct card *card);
};

struct card {
	const struct card_ops *ops;
	struct mutex lock;
	bool gone;
	bool has_oldest;
};

static unsigned int revision(struct card *card)
{
	return 7;
}

static unsigned int oldest(struct card *card)
{
	return 5;
}

static const struct card_ops first = { .revision = revision };
static const struct card_ops second = { .revision = revision, .oldest = oldest };

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct card *card = dev_get_drvdata(dev);
	ssize_t ret = -ENODEV;

	mutex_lock(&card->lock);
	if (!card->gone)
		ret = sysfs_emit(buf, "%u\n", card->ops->revision(card));
	mutex_unlock(&card->lock);
	return ret;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct card *card = dev_get_drvdata(dev);
	unsigned int rev;
	int ret = strlen(buf) == count ? kstrtouint(buf, 10, &rev) : -EINVAL;

	mutex_lock(&card->lock);
	if (!ret && card->gone)
		ret = -ENODEV;
	if (!ret && rev > card->ops->revision(card))
		ret = -EINVAL;
	if (!ret && card->has_oldest && rev < card->ops->oldest(card))
		ret = -EINVAL;
	mutex_unlock(&card->lock);
	if (ret) {
		dev_err(dev, "not a revision that can be loaded\n");
		return ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *card_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(card);

static int card_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct card *card = devm_kzalloc(&pdev->dev, sizeof(*card), GFP_KERNEL);

	if (!card)
		return -ENOMEM;
	mutex_init(&card->lock);
	card->ops = (const struct card_ops *)id->driver_data;
	card->has_oldest = id->device == 0xc200;
	pci_set_drvdata(pdev, card);
	return 0;
}

static void card_remove(struct pci_dev *pdev)
{
	struct card *card = pci_get_drvdata(pdev);

	mutex_lock(&card->lock);
	card->gone = true;
	mutex_unlock(&card->lock);
}

static const struct pci_device_id card_ids[] = {
	{ PCI_VDEVICE(XILINX, 0xc100), (kernel_ulong_t)&first },
	{ PCI_VDEVICE(XILINX, 0xc200), (kernel_ulong_t)&second },
	{}
};

static struct pci_driver card_driver = {
	.name = "card",
	.id_table = card_ids,
	.probe = card_probe,
	.remove = card_remove,
	.driver = { .dev_groups = card_groups },
};
module_pci_driver(card_driver);
