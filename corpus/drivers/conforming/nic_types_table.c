// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Petrel network adapter, three types in a table. The handlers learn the type
 * from mtype_get_type_group_id(), whose result is an index from outside and is
 * checked; each type has a row of versions it can still load, the newest first,
 * which is also the one it shows.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define PETREL_VERSIONS 3

struct petrel_type {
	const char *name;
	const char *accepted[PETREL_VERSIONS];
};

static const struct petrel_type petrel_types[] = {
	{ "petrel-1q", { "petrel.1q.r5", "petrel.1q.r4", "petrel.1q.r2" } },
	{ "petrel-4q", { "petrel.4q.r5", "petrel.4q.r4" } },
	{ "petrel-dpdk", { "petrel.dpdk.r1" } },
};

static struct device *petrel_dev;

static const struct petrel_type *petrel_find_type(struct mdev_type *mtype)
{
	unsigned int id = mtype_get_type_group_id(mtype);

	return id < ARRAY_SIZE(petrel_types) ? &petrel_types[id] : NULL;
}

static ssize_t name_show(struct mdev_type *mtype,
			 struct mdev_type_attribute *attr, char *buf)
{
	const struct petrel_type *type = petrel_find_type(mtype);

	return type ? sysfs_emit(buf, "%s\n", type->name) : -ENOENT;
}
static MDEV_TYPE_ATTR_RO(name);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	const struct petrel_type *type = petrel_find_type(mtype);

	if (!type)
		return -ENOENT;

	return sysfs_emit(buf, "%s\n", type->accepted[0]);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	const struct petrel_type *type = petrel_find_type(mtype);
	struct device *dev = mtype_get_parent_dev(mtype);
	unsigned int i;

	if (!type) {
		dev_dbg(dev, "write to a type that does not exist\n");
		return -ENOENT;
	}

	if (memchr(buf, '\0', count)) {
		dev_dbg(dev, "%s: version contains a NUL byte\n", type->name);
		return -EINVAL;
	}

	for (i = 0; i < PETREL_VERSIONS && type->accepted[i]; i++) {
		if (sysfs_streq(buf, type->accepted[i]))
			return count;
	}

	dev_dbg(dev, "%s: cannot load version %*pE\n", type->name,
		(int)min_t(size_t, count, 48), buf);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *petrel_attrs[] = {
	&mdev_type_attr_name.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group petrel_1q = { .name = "1q", .attrs = petrel_attrs };
static struct attribute_group petrel_4q = { .name = "4q", .attrs = petrel_attrs };
static struct attribute_group petrel_dpdk = { .name = "dpdk", .attrs = petrel_attrs };

static struct attribute_group *petrel_groups[] = {
	&petrel_1q,
	&petrel_4q,
	&petrel_dpdk,
	NULL,
};

static int petrel_create(struct mdev_device *mdev)
{
	return 0;
}

static int petrel_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops petrel_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = petrel_groups,
	.create = petrel_create,
	.remove = petrel_remove,
};

static int __init petrel_init(void)
{
	int ret;

	petrel_dev = root_device_register("petrel");
	if (IS_ERR(petrel_dev))
		return PTR_ERR(petrel_dev);

	ret = mdev_register_device(petrel_dev, &petrel_ops);
	if (ret)
		root_device_unregister(petrel_dev);
	return ret;
}

static void __exit petrel_exit(void)
{
	mdev_unregister_device(petrel_dev);
	root_device_unregister(petrel_dev);
}

module_init(petrel_init);
module_exit(petrel_exit);

MODULE_DESCRIPTION("Petrel network adapter");
MODULE_LICENSE("Dual MIT/GPL");
