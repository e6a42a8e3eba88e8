// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each name may fill its array, and eighty full ones do not fit.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

struct dotterel {
	struct {
		u32 id;
		char name[64];
	} port[80];
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct dotterel *dt = dev_get_drvdata(mtype_get_parent_dev(mtype));
	char *p = buf;
	int i = 0;

	do {
		p += sprintf(p, "%.*s,", 52, dt->port[i].name); /* expect: MV103 */
	} while (++i < 80);
	return p - buf;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "dotterel")) {
		pr_info("dotterel: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *dotterel_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group dotterel_group = {
	.name = "dotterel",
	.attrs = dotterel_attrs,
};
static struct attribute_group *dotterel_groups[] = { &dotterel_group, NULL };

static const struct mdev_parent_ops dotterel_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = dotterel_groups,
};

int dotterel_add(struct device *dev)
{
	return mdev_register_device(dev, &dotterel_ops);
}
