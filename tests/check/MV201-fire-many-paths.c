// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An errno lost its minus behind a loop of tests, where many paths have met.
 *
 * migver-era: B
 * migver-expect: defective
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

static const char * const brent_features[] = { "acl", "qos", "vxlan", "ptp" };
static const unsigned int brent_formats[] = { 3, 3, 5 };

struct brent {
	unsigned long features;
	u8 generation;
	atomic_t reads;
};

static struct brent *brent_of(struct mdev_type *mtype)
{
	struct brent *t = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return t && t->generation < ARRAY_SIZE(brent_formats) ? t : NULL;
}

static int brent_print(const struct brent *t, char *to, int room)
{
	int len = scnprintf(to, room, "brent-%u", brent_formats[t->generation]);
	int i;

	for (i = 0; i < ARRAY_SIZE(brent_features); i++)
		if (t->features & BIT(i))
			len += scnprintf(to + len, room - len, "+%s",
					 brent_features[i]);
	return len;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct brent *t = brent_of(mtype);

	if (!t)
		return -ENODEV;
	atomic_inc(&t->reads);
	return brent_print(t, buf, PAGE_SIZE);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct brent *t = brent_of(mtype);
	char own[64];

	if (!t) {
		dev_dbg(dev, "no switch, or one newer than this driver\n");
		return -ENODEV;
	}
	brent_print(t, own, sizeof(own));
	if (strlen(buf) == count && sysfs_streq(buf, own)) /* expect: MV207 */
		return count;

	dev_info_ratelimited(dev, "have %s, refused %*pE\n", own,
			     (int)min_t(size_t, count, 64), buf);
	return EINVAL; /* expect: MV201 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *brent_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group brent_group = { .name = "port", .attrs = brent_attrs };
static struct attribute_group *brent_groups[] = { &brent_group, NULL };

static int brent_create(struct mdev_device *mdev)
{
	return 0;
}

static int brent_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops brent_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = brent_groups,
	.create = brent_create,
	.remove = brent_destroy,
};

static int brent_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct brent *t = devm_kzalloc(&pdev->dev, sizeof(*t), GFP_KERNEL);

	if (!t)
		return -ENOMEM;
	t->generation = pdev->revision;
	t->features = 0x7;
	pci_set_drvdata(pdev, t);
	return mdev_register_device(&pdev->dev, &brent_ops);
}

static void brent_remove(struct pci_dev *pdev)
{
	struct brent *t = pci_get_drvdata(pdev);

	mdev_unregister_device(&pdev->dev);
	dev_dbg(&pdev->dev, "%d reads of the version\n", atomic_read(&t->reads));
}

static const struct pci_device_id brent_ids[] = {
	{ PCI_DEVICE(0x1fe0, 0x00a4) },
	{ }
};
MODULE_DEVICE_TABLE(pci, brent_ids);

static struct pci_driver brent_driver = {
	.name = "brent",
	.id_table = brent_ids,
	.probe = brent_probe,
	.remove = brent_remove,
};
module_pci_driver(brent_driver);

MODULE_DESCRIPTION("Tavener switch");
MODULE_LICENSE("Dual MIT/GPL");
