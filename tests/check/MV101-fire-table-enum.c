// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An enum in the driver data names the row.
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

static const char * const serin_names[] = {
	"studio", "buehne", "funkhaus", "labor", "kino", "caf\xc3\xa9", "garten", "halle",
};

enum serin_kind { SERIN_A, SERIN_B, SERIN_C, SERIN_D, SERIN_E, SERIN_F, SERIN_G, SERIN_H };

struct serin {
	enum serin_kind kind;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct serin *sr = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return sysfs_emit(buf, "%s\n", serin_names[sr->kind]); /* expect: MV101 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "serin")) {
		pr_info("serin: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *serin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group serin_group = {
	.name = "serin",
	.attrs = serin_attrs,
};
static struct attribute_group *serin_groups[] = { &serin_group, NULL };

static const struct mdev_parent_ops serin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = serin_groups,
};

int serin_add(struct device *dev)
{
	return mdev_register_device(dev, &serin_ops);
}
