// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Dunlin network adapter. A reset may hold the lock for seconds, so both
 * handlers wait interruptibly and return -ERESTARTSYS straight after the lock
 * failed: the idiom that the entry code expects, not a kernel-internal errno
 * that leaks. The group with its own
 * directory is registered by devm.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct dunlin_nic {
	struct mutex reset_lock;	/* guards rings */
	unsigned int rings;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dunlin_nic *nic = dev_get_drvdata(dev);
	ssize_t len;

	if (!nic)
		return -ENODEV;

	if (mutex_lock_interruptible(&nic->reset_lock))
		return -ERESTARTSYS;
	len = sysfs_emit(buf, "dunlin;rings=%u;v=2\n", nic->rings);
	mutex_unlock(&nic->reset_lock);

	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dunlin_nic *nic = dev_get_drvdata(dev);
	unsigned int rings, version;
	int parsed, end = 0;
	ssize_t ret = -EINVAL;

	if (!nic) {
		dev_dbg(dev, "version written before the adapter is up\n");
		return -ENODEV;
	}

	parsed = sscanf(buf, "dunlin;rings=%4u;v=%2u%n", &rings, &version, &end);
	if (parsed == 2 && buf[end] == '\n')
		end++;
	if (parsed != 2 || end != count) {
		dev_dbg(dev, "malformed version, %zu byte(s)\n", count);
		return ret;
	}

	if (mutex_lock_interruptible(&nic->reset_lock))
		return -ERESTARTSYS;
	if (rings == nic->rings && (version == 1 || version == 2))
		ret = count;
	mutex_unlock(&nic->reset_lock);

	if (ret < 0)
		dev_dbg(dev, "version %u with %u rings does not fit\n", version,
			rings);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *dunlin_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group dunlin_group = {
	.name = "live",
	.attrs = dunlin_attrs,
};

static int dunlin_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct dunlin_nic *nic;

	nic = devm_kzalloc(&pdev->dev, sizeof(*nic), GFP_KERNEL);
	if (!nic)
		return -ENOMEM;

	mutex_init(&nic->reset_lock);
	nic->rings = 64;
	pci_set_drvdata(pdev, nic);

	return devm_device_add_group(&pdev->dev, &dunlin_group);
}

static const struct pci_device_id dunlin_ids[] = {
	{ PCI_DEVICE(0x1fcd, 0xd011) },
	{ }
};
MODULE_DEVICE_TABLE(pci, dunlin_ids);

static struct pci_driver dunlin_driver = {
	.name = "dunlin",
	.id_table = dunlin_ids,
	.probe = dunlin_probe,
};
module_pci_driver(dunlin_driver);

MODULE_DESCRIPTION("Dunlin network adapter");
MODULE_LICENSE("Dual MIT/GPL");
