// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Elmstead modem bank. sysfs_emit() insists on the start of the page; called
 * behind a prefix it prints nothing, warns and returns 0.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>

#define ELM_PREFIX	"elm-"
#define ELM_REV		"r12"

static struct device *elm_root;
static struct mdev_parent elm_parent;

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	memcpy(buf, ELM_PREFIX, strlen(ELM_PREFIX));

	return sysfs_emit(buf + strlen(ELM_PREFIX), "%s\n", ELM_REV); /* expect: MV104 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, ELM_PREFIX ELM_REV))
		return count;

	dev_info(dev, "only revision %s may come here\n", ELM_REV);
	return -EINVAL; /* expect: MV301 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *elm_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(elm);

static int elm_probe(struct mdev_device *mdev)
{
	return 0;
}

static void elm_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver elm_driver = {
	.device_api = "vfio-platform",
	.max_instances = 2,
	.probe = elm_probe,
	.remove = elm_remove,
	.driver = {
		.name = "elmstead",
		.owner = THIS_MODULE,
		.dev_groups = elm_groups,
	},
};

static struct mdev_type elm_type = { .sysfs_name = "modem" };
static struct mdev_type *elm_types[] = { &elm_type };

static int __init elm_init(void)
{
	int ret;

	elm_root = root_device_register("elmstead");
	if (IS_ERR(elm_root))
		return PTR_ERR(elm_root);
	ret = mdev_register_driver(&elm_driver);
	if (ret)
		goto out_root;
	ret = mdev_register_parent(&elm_parent, elm_root, &elm_driver,
				   elm_types, 1);
	if (ret)
		goto out_driver;
	return 0;

out_driver:
	mdev_unregister_driver(&elm_driver);
out_root:
	root_device_unregister(elm_root);
	return ret;
}

static void __exit elm_exit(void)
{
	mdev_unregister_parent(&elm_parent);
	mdev_unregister_driver(&elm_driver);
	root_device_unregister(elm_root);
}

module_init(elm_init);
module_exit(elm_exit);
MODULE_LICENSE("GPL");
