// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A row of the table has been found, and what was found is either of the two: it still
 * begins where a row does.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct siskin_type {
	const char *name;
	u32 lanes;
};

static const struct siskin_type siskin_types[] = { { "half", 4 }, { "full", 8 } };

static const char * const siskin_keys[] = { "type", "abi", "rev", "mask", "unit" };

static const struct siskin_type *siskin_type_of(struct kobject *kobj)
{
	const char *name = kobject_name(kobj);
	const char *dash = name ? strrchr(name, '-') : NULL;
	size_t i;

	for (i = 0; dash && i < ARRAY_SIZE(siskin_types); i++)
		if (!strcmp(dash + 1, siskin_types[i].name))
			return &siskin_types[i];
	return NULL;
}

static int siskin_word(const struct siskin_type *type, char *word, unsigned long *seen)
{
	char *val = strchr(word, '=');
	u16 nr;
	int i;

	if (!val)
		return -EINVAL;
	*val++ = '\0';
	i = match_string(siskin_keys, ARRAY_SIZE(siskin_keys), word);
	if (i < 0)
		return -EINVAL;
	if (*seen & BIT(i))
		return -EINVAL;
	*seen |= BIT(i);
	switch (i) {
	case 0:
		return strcmp(val, type->name) ? -ENODEV : 0;
	case 1:
		return kstrtou16(val, 10, &nr) || nr != 3 ? -EINVAL : 0;
	case 2:
		return kstrtou16(val, 10, &nr) || nr != 1 ? -EINVAL : 0;
	case 3:
		return kstrtou16(val, 16, &nr) || nr != 0xff ? -EINVAL : 0;
	default:
		return strcmp(val, "siskin") ? -EINVAL : 0;
	}
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev, char *buf)
{
	const struct siskin_type *type = siskin_type_of(kobj);

	if (!type)
		return -ENODEV;
	return sysfs_emit(buf, "type=%s,abi=3,rev=1,mask=ff,unit=siskin\n", type->name);
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	const struct siskin_type *type = siskin_type_of(kobj);
	size_t len = count, i;
	unsigned long seen = 0;
	char *text, *pos, *word;
	int ret = 0;

	if (!type) {
		dev_warn(dev, "no such type\n");
		return -ENODEV;
	}
	if (buf[len - 1] == '\n')
		len--;
	for (i = 0; i < len; i++)
		if (buf[i] <= ' ' || buf[i] > '~') {
			dev_warn(dev, "a version has no blanks\n");
			return -EINVAL;
		}
	text = kmemdup_nul(buf, len, GFP_KERNEL);
	if (!text) {
		dev_warn(dev, "no memory to look at the version\n");
		return -ENOMEM;
	}
	pos = text;
	while (!ret && (word = strsep(&pos, ",")) != NULL)
		ret = siskin_word(type, word, &seen);
	if (!ret && seen != GENMASK(ARRAY_SIZE(siskin_keys) - 1, 0))
		ret = -EINVAL;
	kfree(text);
	if (ret) {
		dev_warn(dev, "this is no version of %s (%d)\n", type->name, ret);
		return ret;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *siskin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group siskin_half = { .name = "half", .attrs = siskin_attrs };
static struct attribute_group siskin_full = { .name = "full", .attrs = siskin_attrs };

static struct attribute_group *siskin_groups[] = { &siskin_half, &siskin_full, NULL };

static const struct mdev_parent_ops siskin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = siskin_groups,
};

int siskin_add(struct device *dev)
{
	return mdev_register_device(dev, &siskin_ops);
}
