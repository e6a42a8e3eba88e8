// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Kestrel video wall: handlers made by a macro, the version rebuilt and
 * compared; then the number of converted items is returned.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define KESTREL_MAJOR	3
#define KESTREL_MINOR	9

static struct device *kestrel_root;

static ssize_t kestrel_decide(const char *buf, size_t count)
{
	unsigned char major, minor;
	char again[16];
	int items;

	items = sscanf(buf, "%hhu.%hhu", &major, &minor);
	if (items != 2) {
		pr_info("kestrel: not a version\n");
		return -EINVAL;
	}
	snprintf(again, sizeof(again), "%u.%u", major, minor);
	if (strlen(buf) != count || !sysfs_streq(buf, again)) {
		pr_info("kestrel: junk around the version\n");
		return -EINVAL;
	}
	if (major != KESTREL_MAJOR || minor != KESTREL_MINOR) {
		pr_info("kestrel: cannot take %u.%u\n", major, minor);
		return -ERANGE;
	}
	return items; /* expect: MV201 */
}

#define KESTREL_TYPE_NODE(_name)					\
static ssize_t _name##_show(struct mdev_type *mtype,			\
			    struct mdev_type_attribute *attr, char *buf) \
{									\
	return sysfs_emit(buf, "%u.%u\n", KESTREL_MAJOR, KESTREL_MINOR);	\
}									\
static ssize_t _name##_store(struct mdev_type *mtype,			\
			     struct mdev_type_attribute *attr,		\
			     const char *buf, size_t count)		\
{									\
	return kestrel_decide(buf, count);				\
}									\
static MDEV_TYPE_ATTR_RW(_name)

KESTREL_TYPE_NODE(migration_version);

static struct attribute *kestrel_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group kestrel_group = {
	.name = "wall",
	.attrs = kestrel_attrs,
};
static struct attribute_group *kestrel_groups[] = { &kestrel_group, NULL };

static int kestrel_probe(struct mdev_device *mdev)
{
	return 0;
}

static void kestrel_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver kestrel_driver = {
	.driver = { .name = "kestrel", .owner = THIS_MODULE },
	.probe = kestrel_probe,
	.remove = kestrel_remove,
	.supported_type_groups = kestrel_groups,
};

static int __init kestrel_init(void)
{
	int ret;

	kestrel_root = root_device_register("kestrel");
	if (IS_ERR(kestrel_root))
		return PTR_ERR(kestrel_root);
	ret = mdev_register_driver(&kestrel_driver);
	if (ret)
		goto out_root;
	ret = mdev_register_device(kestrel_root, &kestrel_driver);
	if (!ret)
		return 0;
	mdev_unregister_driver(&kestrel_driver);
out_root:
	root_device_unregister(kestrel_root);
	return ret;
}

static void __exit kestrel_exit(void)
{
	mdev_unregister_device(kestrel_root);
	mdev_unregister_driver(&kestrel_driver);
	root_device_unregister(kestrel_root);
}

module_init(kestrel_init);
module_exit(kestrel_exit);
MODULE_LICENSE("GPL");
