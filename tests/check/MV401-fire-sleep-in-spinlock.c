// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Memory is allocated with GFP_KERNEL under a spinlock.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct unit {
	spinlock_t lock;
	unsigned int version;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct unit *u = dev_get_drvdata(mtype_get_parent_dev(mtype));
	unsigned long flags;
	char *text;
	int ret;

	if (!u)
		return -ENODEV;
	spin_lock_irqsave(&u->lock, flags);
	text = kasprintf(GFP_KERNEL, "unit-%u\n", u->version); /* expect: MV401 */
	spin_unlock_irqrestore(&u->lock, flags);
	if (!text)
		return -ENOMEM;
	ret = sysfs_emit(buf, "%s", text);
	kfree(text);
	return ret;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_type_group = {
	.name = "1",
	.attrs = unit_type_attrs,
};

static struct attribute_group *unit_type_groups[] = {
	&unit_type_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_type_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
