// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The name is taken from the row before its flags are looked at.
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

struct hawfinch_model {
	const char *name;
	u32 flags;
};

static const struct hawfinch_model hawfinch_models[] = {
	{ "studio", 1 }, { "b\xc3\xbchne", 0 }, { NULL, 0 }, { "funkhaus", 5 },
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	unsigned int id = mtype_get_type_group_id(mtype);
	const struct hawfinch_model *m;
	const char *name;

	if (id >= ARRAY_SIZE(hawfinch_models))
		return -ENODEV;
	m = &hawfinch_models[id];
	name = m->name;
	if (!name || !(m->flags & 4))
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", name);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "hawfinch")) {
		pr_info("hawfinch: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *hawfinch_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group hawfinch_group = {
	.name = "hawfinch",
	.attrs = hawfinch_attrs,
};
static struct attribute_group *hawfinch_groups[] = { &hawfinch_group, NULL };

static const struct mdev_parent_ops hawfinch_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = hawfinch_groups,
};

int hawfinch_add(struct device *dev)
{
	return mdev_register_device(dev, &hawfinch_ops);
}
