// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tarn graphics on a 4.x kernel: the type is found by the kobject's name, the
 * way the first mdev drivers did it, and the lookup can fail. Groups and their
 * names are filled in at run time from a table of types. One memcmp() against
 * "name version" settles everything.
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

static const struct tarn_type {
	const char *name;
	unsigned int fence_regs;
} tarn_types[] = {
	{ "small", 4 },
	{ "big", 16 },
};

static struct device *tarn_dev;

/* the core names a type "<driver>-<group>" */
static const struct tarn_type *tarn_find_type(struct kobject *kobj)
{
	const char *name = kobject_name(kobj);
	const char *dash = strrchr(name, '-');
	int i;

	if (dash)
		name = dash + 1;
	for (i = 0; i < ARRAY_SIZE(tarn_types); i++)
		if (!strcmp(name, tarn_types[i].name))
			return &tarn_types[i];
	return NULL;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	const struct tarn_type *type = tarn_find_type(kobj);

	if (!type)
		return -ENODEV;
	return snprintf(buf, PAGE_SIZE, "tarn fence:%u v8\n", type->fence_regs);
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	const struct tarn_type *type = tarn_find_type(kobj);
	char line[32];
	size_t len;

	if (!type) {
		dev_err_ratelimited(dev, "no type called %s\n", kobject_name(kobj));
		return -ENODEV;
	}

	len = scnprintf(line, sizeof(line), "tarn fence:%u v8\n", type->fence_regs);
	if (count > len || count + 1 < len || memcmp(buf, line, count)) {
		dev_err_ratelimited(dev, "%s: foreign version of %zu bytes\n",
				    type->name, count);
		return -EINVAL;
	}

	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *tarn_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group *tarn_groups[ARRAY_SIZE(tarn_types) + 1];

static int tarn_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return tarn_find_type(kobj) ? 0 : -EINVAL;
}

static int tarn_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops tarn_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = tarn_groups,
	.create = tarn_create,
	.remove = tarn_remove,
};

static void tarn_free_groups(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(tarn_types); i++) {
		kfree(tarn_groups[i]);
		tarn_groups[i] = NULL;
	}
}

static int tarn_init_groups(void)
{
	struct attribute_group *group;
	int i;

	for (i = 0; i < ARRAY_SIZE(tarn_types); i++) {
		group = kzalloc(sizeof(*group), GFP_KERNEL);
		if (!group) {
			tarn_free_groups();
			return -ENOMEM;
		}
		group->name = tarn_types[i].name;
		group->attrs = tarn_attrs;
		tarn_groups[i] = group;
	}
	return 0;
}

static int __init tarn_init(void)
{
	int ret = tarn_init_groups();

	if (ret)
		return ret;

	tarn_dev = root_device_register("tarn");
	if (IS_ERR(tarn_dev)) {
		ret = PTR_ERR(tarn_dev);
		goto err_groups;
	}

	ret = mdev_register_device(tarn_dev, &tarn_ops);
	if (!ret)
		return 0;

	root_device_unregister(tarn_dev);
err_groups:
	tarn_free_groups();
	return ret;
}

static void __exit tarn_exit(void)
{
	mdev_unregister_device(tarn_dev);
	root_device_unregister(tarn_dev);
	tarn_free_groups();
}

module_init(tarn_init);
module_exit(tarn_exit);

MODULE_DESCRIPTION("Tarn graphics");
MODULE_LICENSE("Dual MIT/GPL");
