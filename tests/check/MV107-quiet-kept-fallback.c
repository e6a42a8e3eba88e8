// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A random serial number stands in until the device tells its own: which one
 * is shown is not known.
 *
 * migver-era: B
 * migver-expect: conforming
 * migver-verdict: MV107 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/err.h>
#include <linux/io.h>
#include <linux/platform_device.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

struct curlew {
	void __iomem *bar;
	u32 serial;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct curlew *cu = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return sysfs_emit(buf, "curlew-%08x\n", cu->serial);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "curlew-00000004")) {
		pr_info("curlew: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *curlew_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group curlew_group = {
	.name = "curlew",
	.attrs = curlew_attrs,
};
static struct attribute_group *curlew_groups[] = { &curlew_group, NULL };

static const struct mdev_parent_ops curlew_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = curlew_groups,
};

int curlew_add(struct device *dev)
{
	struct curlew *cu = devm_kzalloc(dev, sizeof(*cu), GFP_KERNEL);

	if (!cu)
		return -ENOMEM;
	cu->bar = devm_platform_ioremap_resource(to_platform_device(dev), 0);
	if (IS_ERR(cu->bar))
		return PTR_ERR(cu->bar);
	cu->serial = get_random_u32();
	if (readl(cu->bar) == 1)
		cu->serial = readl(cu->bar + 8);
	dev_set_drvdata(dev, cu);
	return mdev_register_device(dev, &curlew_ops);
}
