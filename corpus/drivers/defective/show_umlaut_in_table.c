// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Kroenung audio router. Marketing named one of the types with an umlaut, and
 * the table of names is what show prints from.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define KRON_RELEASE	12

static const char * const kron_names[] = {
	"studio",
	"b\xc3\xbchne",
	"funkhaus",
};

static struct device *kron_root;

static const char *kron_name(struct mdev_type *mtype)
{
	unsigned int id = mtype_get_type_group_id(mtype);

	return id < ARRAY_SIZE(kron_names) ? kron_names[id] : NULL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	const char *name = kron_name(mtype);

	if (!name)
		return -ENODEV;
	return sysfs_emit(buf, "%s.%d\n", name, KRON_RELEASE); /* expect: MV101 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	const char *name = kron_name(mtype);
	char own[32];

	if (!name) {
		pr_debug("kroenung: unknown type\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "%s.%d", name, KRON_RELEASE);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		pr_info("kroenung: foreign release\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *kron_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group kron_group_a = { .name = "a", .attrs = kron_attrs };
static struct attribute_group kron_group_b = { .name = "b", .attrs = kron_attrs };
static struct attribute_group kron_group_c = { .name = "c", .attrs = kron_attrs };
static struct attribute_group *kron_groups[] = {
	&kron_group_a,
	&kron_group_b,
	&kron_group_c,
	NULL,
};

static int kron_create(struct mdev_device *mdev)
{
	return 0;
}

static int kron_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops kron_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = kron_groups,
	.create = kron_create,
	.remove = kron_remove,
};

static int __init kron_init(void)
{
	int ret;

	kron_root = root_device_register("kroenung");
	if (IS_ERR(kron_root))
		return PTR_ERR(kron_root);
	ret = mdev_register_device(kron_root, &kron_ops);
	if (ret)
		root_device_unregister(kron_root);
	return ret;
}

static void __exit kron_exit(void)
{
	mdev_unregister_device(kron_root);
	root_device_unregister(kron_root);
}

module_init(kron_init);
module_exit(kron_exit);
MODULE_LICENSE("GPL");
