// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The row is searched for by its number.
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

struct brambling_model {
	u32 id;
	const char *name;
};

static const struct brambling_model brambling_models[] = {
	{ 0x10, "studio" }, { 0x11, "buehne" }, { 0x12, "funkhaus" }, { 0x13, "labor" },
	{ 0x14, "kino" }, { 0x15, "werk" }, { 0x16, "halle" }, { 0x17, "hof" },
	{ 0x20, "turm" }, { 0x21, "tor" }, { 0x22, "saal" }, { 0x23, "g\xc3\xa4rten" },
	{ 0x24, "keller" },
};

static void __iomem *brambling_bar;

static const struct brambling_model *brambling_find(u32 id)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(brambling_models); i++)
		if (brambling_models[i].id == id)
			return &brambling_models[i];
	return NULL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	const struct brambling_model *m = brambling_find(readl(brambling_bar));

	if (!m)
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", m->name); /* expect: MV101 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "brambling")) {
		pr_info("brambling: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *brambling_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group brambling_group = {
	.name = "brambling",
	.attrs = brambling_attrs,
};
static struct attribute_group *brambling_groups[] = { &brambling_group, NULL };

static const struct mdev_parent_ops brambling_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = brambling_groups,
};

int brambling_add(struct device *dev)
{
	return mdev_register_device(dev, &brambling_ops);
}
