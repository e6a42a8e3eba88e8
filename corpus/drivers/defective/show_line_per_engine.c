// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Hatherley media engine prints a line for each of its engines. The shell
 * makes one line of them on the way to the target.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const struct hath_engine {
	const char *name;
	unsigned int firmware;
} hath_engines[] = {
	{ "decode", 31 },
	{ "encode", 30 },
	{ "scale", 7 },
};

static struct device *hath_root;

static int hath_describe(char *to, int room)
{
	const struct hath_engine *e = hath_engines;
	int len = 0;

	do {
		len += scnprintf(to + len, room - len, "%s=%u\n", e->name, /* expect: MV106 */
				 e->firmware);
	} while (++e < hath_engines + ARRAY_SIZE(hath_engines));

	return len;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return hath_describe(buf, PAGE_SIZE);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	char own[96];

	hath_describe(own, sizeof(own));
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;

	pr_info_ratelimited("hatherley: engines of another firmware\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *hath_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group hath_group = {
	.name = "media",
	.attrs = hath_attrs,
};
static struct attribute_group *hath_groups[] = { &hath_group, NULL };

static int hath_probe(struct mdev_device *mdev)
{
	return 0;
}

static void hath_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver hath_driver = {
	.driver = { .name = "hatherley", .owner = THIS_MODULE },
	.probe = hath_probe,
	.remove = hath_remove,
	.supported_type_groups = hath_groups,
};

static int __init hath_init(void)
{
	int ret = mdev_register_driver(&hath_driver);

	if (ret)
		return ret;
	hath_root = root_device_register("hatherley");
	if (IS_ERR(hath_root)) {
		mdev_unregister_driver(&hath_driver);
		return PTR_ERR(hath_root);
	}
	ret = mdev_register_device(hath_root, &hath_driver);
	if (ret) {
		root_device_unregister(hath_root);
		mdev_unregister_driver(&hath_driver);
	}
	return ret;
}

static void __exit hath_exit(void)
{
	mdev_unregister_device(hath_root);
	root_device_unregister(hath_root);
	mdev_unregister_driver(&hath_driver);
}

module_init(hath_init);
module_exit(hath_exit);
MODULE_LICENSE("GPL");
