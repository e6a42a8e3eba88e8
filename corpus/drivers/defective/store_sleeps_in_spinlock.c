// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Pentland tape drive. guard(spinlock) looks like the mutex guard it replaced;
 * the allocation below it may sleep.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/cleanup.h>
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/mod_devicetable.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct pent {
	spinlock_t lock;	/* guards reels */
	unsigned int reels;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct pent *p = dev_get_drvdata(dev);

	if (!p)
		return -ENODEV;
	guard(spinlock)(&p->lock);
	return sysfs_emit(buf, "pentland:%u\n", p->reels);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct pent *p = dev_get_drvdata(dev);
	char *own __free(kfree) = NULL;

	if (!p) {
		dev_dbg(dev, "drive is gone\n");
		return -ENODEV;
	}

	guard(spinlock)(&p->lock);
	own = kasprintf(GFP_KERNEL, "pentland:%u", p->reels); /* expect: MV401 */
	if (!own)
		return -ENOMEM;
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "other reels than %s\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *pent_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(pent);

static int pent_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct pent *p = devm_kzalloc(&pdev->dev, sizeof(*p), GFP_KERNEL);

	if (!p)
		return -ENOMEM;
	spin_lock_init(&p->lock);
	p->reels = 2;
	pci_set_drvdata(pdev, p);
	return 0;
}

static const struct pci_device_id pent_ids[] = {
	{ PCI_DEVICE(0x1fda, 0x0002) },
	{ }
};
MODULE_DEVICE_TABLE(pci, pent_ids);

static struct pci_driver pent_driver = {
	.name = "pentland",
	.id_table = pent_ids,
	.probe = pent_probe,
	.dev_groups = pent_groups,
};
module_pci_driver(pent_driver);
MODULE_LICENSE("GPL");
