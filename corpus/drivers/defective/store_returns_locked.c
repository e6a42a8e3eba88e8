// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Whinmoor GPU partition: the check for a NUL was added later, above the
 * label that unlocks.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>

struct whin {
	struct mutex lock;	/* guards build */
	unsigned int build;
};

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	struct whin *w = dev_get_drvdata(dev);
	ssize_t len;

	if (!w)
		return -ENODEV;
	mutex_lock(&w->lock);
	len = sprintf(buf, "whinmoor.%u\n", w->build);
	mutex_unlock(&w->lock);
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	struct whin *w = dev_get_drvdata(dev);
	ssize_t ret = count;
	char own[24];

	if (!w) {
		dev_dbg(dev, "no partition\n");
		return -ENODEV;
	}

	mutex_lock(&w->lock);
	snprintf(own, sizeof(own), "whinmoor.%u", w->build);
	if (strlen(buf) != count) {
		dev_info(dev, "NUL in the version\n");
		return -EINVAL; /* expect: MV401 */
	}
	if (!sysfs_streq(buf, own)) {
		dev_info(dev, "this is %s\n", own);
		ret = -EINVAL;
		goto unlock;
	}
unlock:
	mutex_unlock(&w->lock);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *whin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group whin_group = {
	.name = "part",
	.attrs = whin_attrs,
};
static struct attribute_group *whin_groups[] = { &whin_group, NULL };

static int whin_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int whin_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops whin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = whin_groups,
	.create = whin_create,
	.remove = whin_destroy,
};

static int whin_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct whin *w = devm_kzalloc(&pdev->dev, sizeof(*w), GFP_KERNEL);

	if (!w)
		return -ENOMEM;
	mutex_init(&w->lock);
	w->build = 2207;
	pci_set_drvdata(pdev, w);
	return mdev_register_device(&pdev->dev, &whin_ops);
}

static void whin_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id whin_ids[] = {
	{ PCI_DEVICE(0x1fd9, 0x2207) },
	{ }
};
MODULE_DEVICE_TABLE(pci, whin_ids);

static struct pci_driver whin_driver = {
	.name = "whinmoor",
	.id_table = whin_ids,
	.probe = whin_probe,
	.remove = whin_remove,
};
module_pci_driver(whin_driver);
MODULE_LICENSE("GPL");
