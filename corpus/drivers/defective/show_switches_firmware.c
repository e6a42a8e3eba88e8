// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Inchmoor packet classifier. Who reads the version puts the device into the
 * mode for migration; with 0644 that is any user.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mod_devicetable.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum inch_mode { INCH_IDLE, INCH_RUN, INCH_MIGRATE };

struct inch {
	spinlock_t lock;	/* guards mode */
	enum inch_mode mode;
	u16 rules;
};

/* the other files of the chip look at the mode */
static ssize_t mode_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	struct inch *in = dev_get_drvdata(dev);

	return in && in->mode == INCH_MIGRATE ? sysfs_emit(buf, "migrating\n") :
	       sysfs_emit(buf, "normal\n");
}
static DEVICE_ATTR_RO(mode);

static void inch_set_mode(struct inch *in, enum inch_mode mode)
{
	unsigned long flags;

	spin_lock_irqsave(&in->lock, flags);
	in->mode = mode; /* expect: MV108 */
	spin_unlock_irqrestore(&in->lock, flags);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct inch *in = dev_get_drvdata(dev);

	if (!in)
		return -ENODEV;
	inch_set_mode(in, INCH_MIGRATE);
	return sysfs_emit(buf, "inchmoor/%hu\n", in->rules);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct inch *in = dev_get_drvdata(dev);
	char own[24];

	if (!in) {
		dev_dbg(dev, "classifier is gone\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "inchmoor/%hu", in->rules);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "I am %s\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *inch_attrs[] = {
	&dev_attr_mode.attr,
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(inch);

static int inch_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct inch *in = devm_kzalloc(&pdev->dev, sizeof(*in), GFP_KERNEL);

	if (!in)
		return -ENOMEM;
	spin_lock_init(&in->lock);
	in->rules = 1024;
	pci_set_drvdata(pdev, in);
	return 0;
}

static const struct pci_device_id inch_ids[] = {
	{ PCI_DEVICE(0x1fd3, 0x0400) },
	{ }
};
MODULE_DEVICE_TABLE(pci, inch_ids);

static struct pci_driver inch_driver = {
	.name = "inchmoor",
	.id_table = inch_ids,
	.probe = inch_probe,
	.dev_groups = inch_groups,
};
module_pci_driver(inch_driver);
MODULE_LICENSE("GPL");
