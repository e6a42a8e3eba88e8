// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tolland crypto queue: the expected text is printed into memory that nobody
 * looked whether there is any.
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

#define TOLL_TEXT	48
#define TOLL_PRINT(to, room)	scnprintf(to, room, "tolland q%u k%u", 16, 3)

static struct device *toll_root;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return TOLL_PRINT(buf, PAGE_SIZE);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	char *own = kmalloc(TOLL_TEXT, GFP_KERNEL);
	ssize_t ret = count;

	TOLL_PRINT(own, TOLL_TEXT); /* expect: MV402 */
	if (strlen(buf) != count || !sysfs_streq(own, buf)) {
		pr_info("tolland: other queues\n");
		ret = -EINVAL;
	}
	kfree(own);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *toll_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group toll_group = {
	.name = "queue",
	.attrs = toll_attrs,
};
static struct attribute_group *toll_groups[] = { &toll_group, NULL };

static int toll_probe(struct mdev_device *mdev)
{
	return 0;
}

static void toll_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver toll_driver = {
	.driver = { .name = "tolland", .owner = THIS_MODULE },
	.probe = toll_probe,
	.remove = toll_remove,
	.supported_type_groups = toll_groups,
};

static int __init toll_init(void)
{
	int ret;

	ret = mdev_register_driver(&toll_driver);
	if (ret)
		return ret;
	toll_root = root_device_register("tolland");
	if (IS_ERR(toll_root)) {
		ret = PTR_ERR(toll_root);
		goto out;
	}
	ret = mdev_register_device(toll_root, &toll_driver);
	if (!ret)
		return 0;
	root_device_unregister(toll_root);
out:
	mdev_unregister_driver(&toll_driver);
	return ret;
}

static void __exit toll_exit(void)
{
	mdev_unregister_device(toll_root);
	root_device_unregister(toll_root);
	mdev_unregister_driver(&toll_driver);
}

module_init(toll_init);
module_exit(toll_exit);
MODULE_LICENSE("GPL");
