// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Skelding GPU profiles: the type is looked up by name. The lookup can fail,
 * and only the store knows it.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

struct skel_type {
	const char *name;
	unsigned int heads;
};

static const struct skel_type skel_types[] = {
	{ "skelding-quarter", 1 },
	{ "skelding-half", 2 },
};

static struct device *skel_root;

static const struct skel_type *skel_find(const char *name)
{
	const struct skel_type *type;

	for (type = skel_types; type < skel_types + ARRAY_SIZE(skel_types); type++)
		if (strcmp(type->name, name) == 0)
			return type;
	return NULL;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	const struct skel_type *type = skel_find(kobject_name(kobj));

	return sprintf(buf, "skel/%u/4\n", type->heads); /* expect: MV109 */
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	const struct skel_type *type = skel_find(kobject_name(kobj));
	char own[24];

	if (!type) {
		dev_info(dev, "unknown type\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "skel/%u/4", type->heads);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "%s wants %s\n", type->name, own);
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *skel_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group skel_quarter = {
	.name = "quarter",
	.attrs = skel_attrs,
};
static struct attribute_group skel_half = {
	.name = "half",
	.attrs = skel_attrs,
};
static struct attribute_group *skel_groups[] = {
	&skel_quarter,
	&skel_half,
	NULL,
};

static int skel_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return skel_find(kobject_name(kobj)) ? 0 : -EINVAL;
}

static int skel_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops skel_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = skel_groups,
	.create = skel_create,
	.remove = skel_destroy,
};

static int __init skel_init(void)
{
	int ret;

	skel_root = root_device_register("skelding");
	if (IS_ERR(skel_root))
		return PTR_ERR(skel_root);
	ret = mdev_register_device(skel_root, &skel_ops);
	if (ret)
		root_device_unregister(skel_root);
	return ret;
}

static void __exit skel_exit(void)
{
	mdev_unregister_device(skel_root);
	root_device_unregister(skel_root);
}

module_init(skel_init);
module_exit(skel_exit);
MODULE_LICENSE("GPL");
