// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tavener switch: near misses by the dozen. Features are listed with the room
 * that is left, the generation is an index that is checked, the lookup may
 * fail and is asked twice, reads are counted for debugfs only, and text in the
 * log is escaped and cut.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/atomic.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char * const tav_features[] = { "acl", "qos", "vxlan", "ptp" };
static const unsigned int tav_formats[] = { 3, 3, 5 };

struct tav {
	unsigned long features;
	u8 generation;
	atomic_t reads;
};

static struct tav *tav_of(struct mdev_type *mtype)
{
	struct tav *t = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return t && t->generation < ARRAY_SIZE(tav_formats) ? t : NULL;
}

static int tav_print(const struct tav *t, char *to, int room)
{
	int len = scnprintf(to, room, "tavener-%u", tav_formats[t->generation]);
	int i;

	for (i = 0; i < ARRAY_SIZE(tav_features); i++)
		if (t->features & BIT(i))
			len += scnprintf(to + len, room - len, "+%s",
					 tav_features[i]);
	return len;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct tav *t = tav_of(mtype);

	if (!t)
		return -ENODEV;
	atomic_inc(&t->reads);
	return tav_print(t, buf, PAGE_SIZE);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct tav *t = tav_of(mtype);
	char own[64];

	if (!t) {
		dev_dbg(dev, "no switch, or one newer than this driver\n");
		return -ENODEV;
	}
	tav_print(t, own, sizeof(own));
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;

	dev_info_ratelimited(dev, "have %s, refused %*pE\n", own,
			     (int)min_t(size_t, count, 64), buf);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *tav_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group tav_group = { .name = "port", .attrs = tav_attrs };
static struct attribute_group *tav_groups[] = { &tav_group, NULL };

static int tav_create(struct mdev_device *mdev)
{
	return 0;
}

static int tav_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops tav_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = tav_groups,
	.create = tav_create,
	.remove = tav_destroy,
};

static int tav_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct tav *t = devm_kzalloc(&pdev->dev, sizeof(*t), GFP_KERNEL);

	if (!t)
		return -ENOMEM;
	t->generation = pdev->revision;
	t->features = 0x7;
	pci_set_drvdata(pdev, t);
	return mdev_register_device(&pdev->dev, &tav_ops);
}

static void tav_remove(struct pci_dev *pdev)
{
	struct tav *t = pci_get_drvdata(pdev);

	mdev_unregister_device(&pdev->dev);
	dev_dbg(&pdev->dev, "%d reads of the version\n", atomic_read(&t->reads));
}

static const struct pci_device_id tav_ids[] = {
	{ PCI_DEVICE(0x1fe0, 0x00a4) },
	{ }
};
MODULE_DEVICE_TABLE(pci, tav_ids);

static struct pci_driver tav_driver = {
	.name = "tavener",
	.id_table = tav_ids,
	.probe = tav_probe,
	.remove = tav_remove,
};
module_pci_driver(tav_driver);

MODULE_DESCRIPTION("Tavener switch");
MODULE_LICENSE("Dual MIT/GPL");
