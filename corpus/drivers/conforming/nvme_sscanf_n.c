// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Halite NVMe controller with mediated namespaces. The check parses: widths
 * keep each number small, %n tells where the parse stopped, and what follows
 * may be one newline and then the end of the write. Older minor versions of
 * the same major are accepted.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 * migver-verdict: MV207 proved
 * migver-verdict: MV302 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>

#define HALITE_MAJOR	4U
#define HALITE_MINOR	7U

struct halite_ctrl {
	unsigned int device_id;
};

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	struct halite_ctrl *ctrl = dev_get_drvdata(dev);

	if (!ctrl)
		return -ENODEV;

	return scnprintf(buf, PAGE_SIZE, "halite-%04x-v%u.%u\n",
			 ctrl->device_id, HALITE_MAJOR, HALITE_MINOR);
}

static int halite_compatible(const struct halite_ctrl *ctrl, const char *buf,
			     size_t count)
{
	unsigned int id, major, minor;
	int end = 0;

	if (sscanf(buf, "halite-%4x-v%3u.%3u%n", &id, &major, &minor, &end) != 3)
		return -EINVAL;

	/* nothing but one newline may stand behind the numbers */
	if (buf[end] == '\n')
		end++;
	if (end != count)
		return -EINVAL;

	if (id != ctrl->device_id)
		return -ENXIO;
	if (major != HALITE_MAJOR || minor > HALITE_MINOR)
		return -EOPNOTSUPP;

	return 0;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	struct halite_ctrl *ctrl = dev_get_drvdata(dev);
	int ret;

	if (!ctrl) {
		dev_dbg(dev, "migration check on an unbound controller\n");
		return -ENODEV;
	}

	ret = halite_compatible(ctrl, buf, count);
	if (ret) {
		dev_warn_ratelimited(dev, "%.*s: not compatible (%d)\n",
				     (int)min_t(size_t, count, 40), buf, ret);
		return ret;
	}

	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *halite_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group halite_group = {
	.name = "ns",
	.attrs = halite_attrs,
};

static struct attribute_group *halite_groups[] = { &halite_group, NULL };

static int halite_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int halite_drop(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops halite_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = halite_groups,
	.create = halite_create,
	.remove = halite_drop,
};

static int halite_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct halite_ctrl *ctrl;

	ctrl = devm_kzalloc(&pdev->dev, sizeof(*ctrl), GFP_KERNEL);
	if (!ctrl)
		return -ENOMEM;

	ctrl->device_id = pdev->device;
	pci_set_drvdata(pdev, ctrl);
	return mdev_register_device(&pdev->dev, &halite_ops);
}

static void halite_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id halite_ids[] = {
	{ PCI_DEVICE(0x1fc3, 0x4e01) },
	{ }
};
MODULE_DEVICE_TABLE(pci, halite_ids);

static struct pci_driver halite_driver = {
	.name = "halite",
	.id_table = halite_ids,
	.probe = halite_probe,
	.remove = halite_remove,
};
module_pci_driver(halite_driver);

MODULE_DESCRIPTION("Halite NVMe controller");
MODULE_LICENSE("Dual MIT/GPL");
