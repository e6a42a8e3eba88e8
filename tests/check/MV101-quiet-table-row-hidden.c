// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The one row that is not ASCII is marked in the table itself.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

static const struct {
	const char *name;
	u32 flags;
} serin_models[] = {
	{ "studio", 1 }, { "b\xc3\xbchne", 2 }, { "funkhaus", 5 },
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	unsigned int id = mtype_get_type_group_id(mtype);

	if (id >= ARRAY_SIZE(serin_models))
		return -ENODEV;
	if (!(serin_models[id].flags & 1))
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", serin_models[id].name);
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
