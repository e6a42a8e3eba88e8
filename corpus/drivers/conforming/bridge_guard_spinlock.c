// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Corvane bus bridge on a current kernel: guard(spinlock) around what is read,
 * scoped_guard() with interrupts off around what is compared, and the memory
 * is asked for before. All returns leave through the guards.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/cleanup.h>
#include <linux/kernel.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct corv {
	spinlock_t lock;	/* guards ports, taken by the interrupt */
	unsigned int ports;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct corv *c = dev_get_drvdata(dev);

	if (!c)
		return -ENODEV;

	guard(spinlock_irqsave)(&c->lock);
	return sysfs_emit(buf, "corvane p%u\n", c->ports);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct corv *c = dev_get_drvdata(dev);
	char *own __free(kfree) = NULL;

	if (!c) {
		dev_dbg(dev, "bridge is gone\n");
		return -ENODEV;
	}

	own = kzalloc(24, GFP_KERNEL);
	if (!own)
		return -ENOMEM;
	scoped_guard(spinlock_irqsave, &c->lock)
		scnprintf(own, 24, "corvane p%u", c->ports);

	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info_ratelimited(dev, "ports differ from \"%s\"\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *corv_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(corv);

static int corv_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct corv *c = devm_kzalloc(&pdev->dev, sizeof(*c), GFP_KERNEL);

	if (!c)
		return -ENOMEM;
	spin_lock_init(&c->lock);
	c->ports = 8;
	pci_set_drvdata(pdev, c);
	return 0;
}

static const struct pci_device_id corv_ids[] = {
	{ PCI_DEVICE(0x1fdf, 0x0008) },
	{ }
};
MODULE_DEVICE_TABLE(pci, corv_ids);

static struct pci_driver corv_driver = {
	.name = "corvane",
	.id_table = corv_ids,
	.probe = corv_probe,
	.dev_groups = corv_groups,
};
module_pci_driver(corv_driver);

MODULE_DESCRIPTION("Corvane bus bridge");
MODULE_LICENSE("Dual MIT/GPL");
