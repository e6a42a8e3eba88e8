// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The cookie that names a session to the device is its address.
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

struct godwit {
	u64 cookie;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct godwit *gw = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return sysfs_emit(buf, "godwit %llx\n", gw->cookie); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "godwit")) {
		pr_info("godwit: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *godwit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group godwit_group = {
	.name = "godwit",
	.attrs = godwit_attrs,
};
static struct attribute_group *godwit_groups[] = { &godwit_group, NULL };

static const struct mdev_parent_ops godwit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = godwit_groups,
};

int godwit_add(struct device *dev)
{
	struct godwit *gw = devm_kzalloc(dev, sizeof(*gw), GFP_KERNEL);

	if (!gw)
		return -ENOMEM;
	gw->cookie = (u64)(uintptr_t)gw;
	dev_set_drvdata(dev, gw);
	return mdev_register_device(dev, &godwit_ops);
}
