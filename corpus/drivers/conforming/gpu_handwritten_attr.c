// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Basalt B2 graphics. An old-school author: no attribute macros, symbolic mode
 * bits, snprintf() of things that cannot grow (its would-be length is then the
 * written one), and a memcmp() behind explicit length tests, so that neither a
 * prefix nor a NUL can slip through.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 * migver-verdict: MV214 proved
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/string.h>

#define BASALT_STATE_FORMAT	7

struct basalt_gpu {
	struct pci_dev *pdev;
	u8 stepping;
};

static int basalt_format(const struct basalt_gpu *gpu, char *out, size_t size)
{
	return snprintf(out, size, "basalt-%02x-fmt%d", gpu->stepping,
			BASALT_STATE_FORMAT);
}

static ssize_t basalt_read_version(struct kobject *kobj, struct device *dev,
				   char *buf)
{
	const struct basalt_gpu *gpu = dev_get_drvdata(dev);
	int len;

	if (gpu == NULL)
		return -ENXIO;

	len = basalt_format(gpu, buf, PAGE_SIZE - 1);
	buf[len++] = '\n';
	return len;
}

static ssize_t basalt_check_version(struct kobject *kobj, struct device *dev,
				    const char *buf, size_t count)
{
	const struct basalt_gpu *gpu = dev_get_drvdata(dev);
	char expected[32];
	size_t len = count;
	int want;

	if (gpu == NULL) {
		dev_info_ratelimited(dev, "migration check without a GPU\n");
		return -ENXIO;
	}

	want = basalt_format(gpu, expected, sizeof(expected));
	if (len > 0 && buf[len - 1] == '\n')
		len--;

	if (len != want || memcmp(buf, expected, len) != 0) {
		dev_info_ratelimited(dev,
				     "cannot take state of a foreign GPU, this is %s\n",
				     expected);
		return -EPERM;
	}

	return count;
}

static struct mdev_type_attribute basalt_migration = {
	.attr = {
		.name = "migration_version",
		.mode = S_IRUGO | S_IWUSR,
	},
	.show = basalt_read_version,
	.store = basalt_check_version,
};

static struct attribute *basalt_attrs[] = {
	&basalt_migration.attr,
	NULL,
};

static struct attribute_group basalt_group = {
	.name = "B2-quarter",
	.attrs = basalt_attrs,
};

static struct attribute_group *basalt_groups[] = { &basalt_group, NULL };

static int basalt_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int basalt_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops basalt_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = basalt_groups,
	.create = basalt_create,
	.remove = basalt_destroy,
};

static int basalt_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct basalt_gpu *gpu;
	int ret;

	gpu = kzalloc(sizeof(*gpu), GFP_KERNEL);
	if (gpu == NULL)
		return -ENOMEM;

	gpu->pdev = pdev;
	gpu->stepping = pdev->revision;
	pci_set_drvdata(pdev, gpu);

	ret = mdev_register_device(&pdev->dev, &basalt_ops);
	if (ret) {
		pci_set_drvdata(pdev, NULL);
		kfree(gpu);
	}
	return ret;
}

static void basalt_remove(struct pci_dev *pdev)
{
	struct basalt_gpu *gpu = pci_get_drvdata(pdev);

	mdev_unregister_device(&pdev->dev);
	pci_set_drvdata(pdev, NULL);
	kfree(gpu);
}

static const struct pci_device_id basalt_ids[] = {
	{ PCI_DEVICE(0x1fc2, 0xb200) },
	{ 0, }
};
MODULE_DEVICE_TABLE(pci, basalt_ids);

static struct pci_driver basalt_driver = {
	.name = "basalt",
	.id_table = basalt_ids,
	.probe = basalt_probe,
	.remove = basalt_remove,
};
module_pci_driver(basalt_driver);

MODULE_DESCRIPTION("Basalt B2 graphics");
MODULE_LICENSE("Dual MIT/GPL");
