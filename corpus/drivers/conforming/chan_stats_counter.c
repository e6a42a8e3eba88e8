// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ogham channel processor. A write counts how many versions were refused, and
 * the counter is shown by a file of its own; a lock and a statistic are no
 * driver state that a pure check must leave alone. Nothing sleeps and nothing
 * is allocated while the spinlock is held.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV214 proved
 */
#include <linux/atomic.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct ogham_chp {
	spinlock_t lock;	/* guards level */
	unsigned int level;
	atomic_t refused;	/* statistics */
};

static unsigned int ogham_level(struct ogham_chp *chp)
{
	unsigned long flags;
	unsigned int level;

	spin_lock_irqsave(&chp->lock, flags);
	level = chp->level;
	spin_unlock_irqrestore(&chp->lock, flags);

	return level;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct ogham_chp *chp = dev_get_drvdata(dev);

	if (!chp)
		return -ENODEV;
	return sysfs_emit(buf, "chp level %u\n", ogham_level(chp));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct ogham_chp *chp = dev_get_drvdata(dev);
	char own[32];

	if (!chp) {
		dev_dbg(dev, "channel path is gone\n");
		return -ENODEV;
	}

	snprintf(own, sizeof(own), "chp level %u", ogham_level(chp));
	if (memchr(buf, '\0', count) == NULL && sysfs_streq(buf, own))
		return count;

	atomic_inc(&chp->refused);
	dev_dbg(dev, "%s here, %d version(s) refused so far\n", own,
		atomic_read(&chp->refused));
	return -EHOSTUNREACH;
}

static ssize_t versions_refused_show(struct device *dev,
				     struct device_attribute *attr, char *buf)
{
	struct ogham_chp *chp = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", chp ? atomic_read(&chp->refused) : 0);
}

static struct device_attribute ogham_version_attr =
	__ATTR(migration_version, 0664, migration_version_show,
	       migration_version_store);
static DEVICE_ATTR_RO(versions_refused);

static struct attribute *ogham_attrs[] = {
	&ogham_version_attr.attr,
	&dev_attr_versions_refused.attr,
	NULL,
};

static const struct attribute_group ogham_group = { .attrs = ogham_attrs };

static const struct attribute_group *ogham_groups[] = { &ogham_group, NULL };

static int ogham_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct ogham_chp *chp;

	chp = devm_kzalloc(&pdev->dev, sizeof(*chp), GFP_KERNEL);
	if (!chp)
		return -ENOMEM;

	spin_lock_init(&chp->lock);
	chp->level = 3;
	pci_set_drvdata(pdev, chp);

	return device_add_groups(&pdev->dev, ogham_groups);
}

static void ogham_remove(struct pci_dev *pdev)
{
	device_remove_groups(&pdev->dev, ogham_groups);
}

static const struct pci_device_id ogham_ids[] = {
	{ PCI_DEVICE(0x1fd0, 0x0c40) },
	{ }
};
MODULE_DEVICE_TABLE(pci, ogham_ids);

static struct pci_driver ogham_driver = {
	.name = "ogham",
	.id_table = ogham_ids,
	.probe = ogham_probe,
	.remove = ogham_remove,
};
module_pci_driver(ogham_driver);

MODULE_DESCRIPTION("Ogham channel processor");
MODULE_LICENSE("Dual MIT/GPL");
