// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * From a timespec on the stack to a global, from there to each device.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/sysfs.h>
#include <linux/timekeeping.h>

struct whimbrel {
	u32 stamp;
};

static long whimbrel_boot;

void whimbrel_start(void)
{
	struct timespec64 now;

	ktime_get_real_ts64(&now);
	whimbrel_boot = now.tv_sec;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct whimbrel *wh = dev_get_drvdata(mtype_get_parent_dev(mtype));
	u32 stamp = wh->stamp;

	return sysfs_emit(buf, "whimbrel-%x\n", stamp >> 4); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "whimbrel")) {
		pr_info("whimbrel: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *whimbrel_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group whimbrel_group = {
	.name = "whimbrel",
	.attrs = whimbrel_attrs,
};
static struct attribute_group *whimbrel_groups[] = { &whimbrel_group, NULL };

static const struct mdev_parent_ops whimbrel_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = whimbrel_groups,
};

int whimbrel_add(struct device *dev)
{
	struct whimbrel *wh = devm_kzalloc(dev, sizeof(*wh), GFP_KERNEL);

	if (!wh)
		return -ENOMEM;
	wh->stamp = (u32)whimbrel_boot;
	dev_set_drvdata(dev, wh);
	return mdev_register_device(dev, &whimbrel_ops);
}
