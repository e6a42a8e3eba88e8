// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The second type keeps what an accepted version asks for; runs are of all types.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct version {
	u32 tiles, format;
};

struct profile {
	const char *name;
	u32 tiles, format;
	int (*match)(struct profile *p, const struct version *v);
};

static int match_same(struct profile *p, const struct version *v)
{
	return v->tiles == p->tiles && v->format == p->format ? 0 : -EDOM;
}

static int match_less(struct profile *p, const struct version *v)
{
	if (!v->tiles || v->tiles > p->tiles)
		return -EDOM;
	p->format = v->format; /* expect: MV209 */
	return 0;
}

static struct profile profiles[] = {
	{ "flat", 1, 3, match_same },
	{ "tiled", 4, 5, match_less },
};

static struct profile *profile_of(struct mdev_type *mtype)
{
	unsigned int i = mtype_get_type_group_id(mtype);

	return i < ARRAY_SIZE(profiles) ? &profiles[i] : NULL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	struct profile *p = profile_of(mtype);

	if (!p)
		return -ENODEV;
	return sysfs_emit(buf, "name=%s;tiles=%u;format=%u\n", p->name, p->tiles, p->format);
}

static int read_pairs(char *text, const struct profile *p, struct version *v)
{
	unsigned int seen = 0;
	char *key;

	while ((key = strsep(&text, ";"))) {
		char *value = strchr(key, '=');
		int bit;

		if (!value)
			return -EINVAL;
		*value++ = '\0';
		if (!strcmp(key, "name"))
			bit = strcmp(value, p->name) ? -1 : 0;
		else if (!strcmp(key, "tiles"))
			bit = kstrtou32(value, 10, &v->tiles) ? -1 : 1;
		else if (!strcmp(key, "format"))
			bit = kstrtou32(value, 10, &v->format) ? -1 : 2;
		else
			bit = -1;
		if (bit < 0 || seen & (1u << bit))
			return -EINVAL;
		seen |= 1u << bit;
	}
	return seen == 7 ? 0 : -EINVAL;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct profile *p = profile_of(mtype);
	struct version v = { 0 };
	char *text;
	int ret;

	if (!p || memchr(buf, '\0', count)) {
		pr_info("profile: no such type, or no text\n");
		return -EINVAL;
	}
	text = kmemdup_nul(buf, count - (buf[count - 1] == '\n'), GFP_KERNEL);
	if (!text)
		return -ENOMEM;
	ret = read_pairs(text, p, &v);
	kfree(text);
	if (!ret)
		ret = p->match(p, &v);
	if (ret)
		pr_info("profile %s: refused: %d\n", p->name, ret);
	return ret ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group type_flat = { .name = "flat", .attrs = type_attrs };
static struct attribute_group type_tiled = { .name = "tiled", .attrs = type_attrs };
static struct attribute_group *type_groups[] = { &type_flat, &type_tiled, NULL };

static struct mdev_driver profile_driver = {
	.supported_type_groups = type_groups,
};

int profile_init(struct device *dev)
{
	return mdev_register_device(dev, &profile_driver);
}
