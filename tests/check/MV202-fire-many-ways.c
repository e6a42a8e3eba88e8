// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Three loops, each of which may end anywhere: too many ways to follow each, but the
 * one that hands out an errno of the kernel's own is found all the same.
 *
 * migver-era: A
 * migver-expect: defective
 * migver-verdict: MV210 proved
 * migver-verdict: MV403 proved
 */
#include <linux/bits.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

static const char * const godwit_units[] = { "lane", "ring", "pool", "tree" };

struct godwit {
	u8 rev[ARRAY_SIZE(godwit_units)];
};

static int godwit_unit(const struct godwit *g, char *item, unsigned long *seen)
{
	char *name = strsep(&item, "=");
	u8 rev;
	int i;

	i = match_string(godwit_units, ARRAY_SIZE(godwit_units), name);
	if (i < 0)
		return -EINVAL;
	if (!item || kstrtou8(item, 10, &rev))
		return -EINVAL;
	if (*seen & BIT(i))
		return -EEXIST;
	*seen |= BIT(i);
	return rev == g->rev[i] ? 0 : -ENOTSUPP; /* expect: MV202 */
}

static int godwit_units_check(const struct godwit *g, const char *buf, size_t len)
{
	unsigned long seen = 0, own = 0;
	char *list, *pos, *item;
	int ret = 0;
	size_t i;

	for (i = 0; i < len; i++)
		if (buf[i] <= ' ' || buf[i] > '~')
			return -EINVAL;
	list = kmemdup_nul(buf, len, GFP_KERNEL);
	if (!list)
		return -ENOMEM;
	pos = list;
	while (!ret && (item = strsep(&pos, ",")) != NULL)
		ret = godwit_unit(g, item, &seen);
	for (i = 0; i < ARRAY_SIZE(g->rev); i++)
		own |= g->rev[i] ? BIT(i) : 0;
	if (!ret && seen != own)
		ret = -EINVAL;
	kfree(list);
	return ret;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev, char *buf)
{
	struct godwit *g = dev_get_drvdata(dev);
	unsigned int i;
	int len = 0;

	if (!g)
		return -ENODEV;
	for (i = 0; i < ARRAY_SIZE(godwit_units); i++)
		if (g->rev[i])
			len += sysfs_emit_at(buf, len, "%s%s=%u", len ? "," : "",
					     godwit_units[i], g->rev[i]);
	if (!len)
		return -ENODEV;
	return len + sysfs_emit_at(buf, len, "\n");
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	struct godwit *g = dev_get_drvdata(dev);
	int ret = -ENODEV;

	if (g)
		ret = godwit_units_check(g, buf, count - (buf[count - 1] == '\n'));
	if (ret) {
		dev_warn(dev, "no units as the source has them (%d)\n", ret);
		return ret;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *godwit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group godwit_group = {
	.name = "all",
	.attrs = godwit_attrs,
};

static struct attribute_group *godwit_groups[] = { &godwit_group, NULL };

static const struct mdev_parent_ops godwit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = godwit_groups,
};

int godwit_add(struct device *dev)
{
	return mdev_register_device(dev, &godwit_ops);
}
