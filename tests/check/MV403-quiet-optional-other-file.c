// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Which back ends take older releases is asked by both files that care.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>

struct murre_end;

struct murre_ops {
	unsigned int id;
	bool (*older)(const struct murre_end *m, const char *text, size_t n);
};

struct murre_end {
	const char *name;
	unsigned int release;
	const struct murre_ops *ops;
};

struct murre_host {
	const struct murre_end *ends;
	unsigned int nr;
};

static bool murre_full_older(const struct murre_end *m, const char *text, size_t n)
{
	char old[32];
	unsigned int i;

	for (i = 0; i < m->release; i++)
		if (scnprintf(old, sizeof(old), "murre/%s/%u", m->name, i) == n &&
		    !memcmp(old, text, n))
			return true;
	return false;
}

static const struct murre_ops murre_full_ops = { .id = 1, .older = murre_full_older };
static const struct murre_ops murre_lite_ops = { .id = 2 };

static const struct murre_end murre_ends[] = {
	{ "full", 4, &murre_full_ops },
	{ "lite", 1, &murre_lite_ops },
};

static const struct murre_end *murre_end_of(struct mdev_type *type)
{
	struct murre_host *host = dev_get_drvdata(mtype_get_parent_dev(type));
	unsigned int nr = mtype_get_type_group_id(type);

	if (!host || nr >= host->nr)
		return NULL;
	return &host->ends[nr];
}

static ssize_t description_show(struct mdev_type *type, struct mdev_type_attribute *attr,
				char *buf)
{
	const struct murre_end *m = murre_end_of(type);

	if (!m)
		return -ENODEV;
	return sysfs_emit(buf, "%s, %s older releases\n", m->name,
			  m->ops->older ? "takes" : "takes no");
}
static MDEV_TYPE_ATTR_RO(description);

static ssize_t migration_version_show(struct mdev_type *type,
				      struct mdev_type_attribute *attr, char *buf)
{
	const struct murre_end *m = murre_end_of(type);

	if (!m)
		return -ENODEV;
	return sysfs_emit(buf, "murre/%s/%u\n", m->name, m->release);
}

static ssize_t migration_version_store(struct mdev_type *type,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(type);
	const struct murre_end *m = murre_end_of(type);
	size_t n = count;
	char own[32];

	if (!m) {
		dev_info(dev, "no such type\n");
		return -ENODEV;
	}
	if (buf[n - 1] == '\n')
		n--;
	if (scnprintf(own, sizeof(own), "murre/%s/%u", m->name, m->release) == n &&
	    !memcmp(own, buf, n))
		return count;
	if (m->ops->older && m->ops->older(m, buf, n))
		return count;
	dev_info(dev, "%s or an older one is needed\n", own);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *murre_attrs[] = {
	&mdev_type_attr_description.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group murre_full = { .name = "full", .attrs = murre_attrs };
static struct attribute_group murre_lite = { .name = "lite", .attrs = murre_attrs };
static struct attribute_group *murre_groups[] = { &murre_full, &murre_lite, NULL };

static struct mdev_driver murre_driver = { .supported_type_groups = murre_groups };

int murre_add(struct device *dev, struct murre_host *host)
{
	host->ends = murre_ends;
	host->nr = ARRAY_SIZE(murre_ends);
	dev_set_drvdata(dev, host);
	return mdev_register_device(dev, &murre_driver);
}
