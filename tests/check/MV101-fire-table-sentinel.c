// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The table ends with an empty row, and a pointer walks along it.
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

struct redpoll_model {
	const char *name;
	u32 id;
};

static const struct redpoll_model redpoll_models[] = {
	{ "studio", 1 }, { "b\xfchne", 2 }, { "funkhaus", 3 }, { }
};

static void __iomem *redpoll_bar;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	const struct redpoll_model *m;
	u32 id = readl(redpoll_bar);

	for (m = redpoll_models; m->name; m++)
		if (m->id == id)
			break;
	if (!m->name)
		return -ENODEV;
	return sprintf(buf, "%s\n", m->name); /* expect: MV101 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "redpoll")) {
		pr_info("redpoll: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *redpoll_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group redpoll_group = {
	.name = "redpoll",
	.attrs = redpoll_attrs,
};
static struct attribute_group *redpoll_groups[] = { &redpoll_group, NULL };

static const struct mdev_parent_ops redpoll_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = redpoll_groups,
};

int redpoll_add(struct device *dev)
{
	return mdev_register_device(dev, &redpoll_ops);
}
