// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Features are printed in hexadecimal and parsed in base 10, for a type that has a number.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kstrtox.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct wigeon {
	u32 features;
};

static const char *const wigeon_tags[] = { "small", "large" };

static const char *wigeon_tag(struct mdev_type *mtype)
{
	unsigned int id = mtype_get_type_group_id(mtype);

	return id < ARRAY_SIZE(wigeon_tags) ? wigeon_tags[id] : NULL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	struct wigeon *wigeon = dev_get_drvdata(mtype_get_parent_dev(mtype));
	const char *tag = wigeon_tag(mtype);

	if (!tag)
		return -ENODEV;
	return sysfs_emit(buf, "%s:%08x\n", tag, wigeon->features);
}

static int wigeon_check(const char *buf, size_t count, const char *tag, u32 features)
{
	size_t n = strlen(tag);
	u32 theirs;
	int ret;

	if (strlen(buf) != count || strncmp(buf, tag, n) || buf[n] != ':')
		return -EINVAL;
	if (buf[n + 1] == '+')
		return -EINVAL;
	ret = kstrtou32(buf + n + 1, 10, &theirs);
	if (ret)
		return ret;
	return theirs == features ? 0 : -EPERM;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct wigeon *wigeon = dev_get_drvdata(dev);
	const char *tag = wigeon_tag(mtype);
	int ret = -ENODEV;

	if (tag)
		ret = wigeon_check(buf, count, tag, wigeon->features);
	if (ret) {
		dev_info(dev, "another version is needed: %d\n", ret);
		return ret; /* expect: MV301 */
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *wigeon_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL
};

static struct attribute_group wigeon_small = { .name = "small", .attrs = wigeon_attrs };
static struct attribute_group wigeon_large = { .name = "large", .attrs = wigeon_attrs };
static struct attribute_group *wigeon_groups[] = { &wigeon_small, &wigeon_large, NULL };

static const struct mdev_parent_ops wigeon_ops = {
	.supported_type_groups = wigeon_groups,
};

int wigeon_add(struct device *dev)
{
	return mdev_register_device(dev, &wigeon_ops);
}
