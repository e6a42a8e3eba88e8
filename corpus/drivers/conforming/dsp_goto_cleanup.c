// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Sonar Tree DSP. store() allocates the expected string, takes a mutex that
 * guards the loaded firmware's number, and leaves through labels in reverse
 * order. Every refusal passes the one message at the end, -ENOMEM as well.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>

struct sonar_dsp {
	struct mutex lock;	/* guards fw */
	u32 fw;
	u16 chip;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	struct sonar_dsp *dsp = dev_get_drvdata(mtype_get_parent_dev(mtype));
	ssize_t ret;

	if (!dsp)
		return -ENODEV;

	mutex_lock(&dsp->lock);
	if (dsp->fw)
		ret = sysfs_emit(buf, "sonar-%04x fw %u\n", dsp->chip, dsp->fw);
	else
		ret = -ENOENT;
	mutex_unlock(&dsp->lock);

	return ret;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct sonar_dsp *dsp = dev_get_drvdata(dev);
	char *want;
	ssize_t ret;

	if (!dsp) {
		ret = -ENODEV;
		goto out;
	}

	mutex_lock(&dsp->lock);
	if (!dsp->fw) {
		ret = -ENOENT;
		goto out_unlock;
	}

	want = kasprintf(GFP_KERNEL, "sonar-%04x fw %u", dsp->chip, dsp->fw);
	if (!want) {
		ret = -ENOMEM;
		goto out_unlock;
	}

	ret = -EINVAL;
	if (strlen(buf) != count)
		goto out_free;
	if (!sysfs_streq(want, buf))
		goto out_free;
	ret = count;

out_free:
	kfree(want);
out_unlock:
	mutex_unlock(&dsp->lock);
out:
	if (ret < 0)
		dev_warn_ratelimited(dev, "DSP state refused: %zd\n", ret);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *sonar_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group sonar_group = {
	.name = "stream",
	.attrs = sonar_attrs,
};

static struct attribute_group *sonar_groups[] = { &sonar_group, NULL };

static int sonar_create(struct mdev_device *mdev)
{
	return 0;
}

static int sonar_drop(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops sonar_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = sonar_groups,
	.create = sonar_create,
	.remove = sonar_drop,
};

static int sonar_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct sonar_dsp *dsp;

	dsp = devm_kzalloc(&pdev->dev, sizeof(*dsp), GFP_KERNEL);
	if (!dsp)
		return -ENOMEM;

	mutex_init(&dsp->lock);
	dsp->chip = pdev->device;
	dsp->fw = 1042;
	pci_set_drvdata(pdev, dsp);

	return mdev_register_device(&pdev->dev, &sonar_ops);
}

static void sonar_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id sonar_ids[] = {
	{ PCI_DEVICE(0x1fc7, 0xd590) },
	{ }
};
MODULE_DEVICE_TABLE(pci, sonar_ids);

static struct pci_driver sonar_driver = {
	.name = "sonar-tree",
	.id_table = sonar_ids,
	.probe = sonar_probe,
	.remove = sonar_remove,
};
module_pci_driver(sonar_driver);

MODULE_DESCRIPTION("Sonar Tree DSP");
MODULE_LICENSE("Dual MIT/GPL");
