// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ravel DSP farm: the sign of an errno got lost in show, in the branch for
 * boards without a loaded image.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/mutex.h>
#include <linux/string.h>

static DEFINE_MUTEX(ravel_lock);
static struct device *ravel_root;
static bool ravel_loaded;
module_param_named(loaded, ravel_loaded, bool, 0644);

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	ssize_t len;

	mutex_lock(&ravel_lock);
	if (!ravel_loaded) {
		mutex_unlock(&ravel_lock);
		return ENODEV; /* expect: MV104 */
	}
	len = sysfs_emit(buf, "ravel-dsp-6\n");
	mutex_unlock(&ravel_lock);

	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	ssize_t ret = -EINVAL;

	mutex_lock(&ravel_lock);
	if (!ravel_loaded)
		ret = -ENODEV;
	else if (strlen(buf) == count && sysfs_streq(buf, "ravel-dsp-6"))
		ret = count;
	mutex_unlock(&ravel_lock);

	if (ret < 0)
		pr_info("ravel: migration refused (%zd)\n", ret);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *ravel_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group ravel_group = {
	.name = "dsp",
	.attrs = ravel_attrs,
};
static struct attribute_group *ravel_groups[] = { &ravel_group, NULL };

static int ravel_probe(struct mdev_device *mdev)
{
	return 0;
}

static void ravel_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver ravel_driver = {
	.driver = { .name = "ravel", .owner = THIS_MODULE },
	.probe = ravel_probe,
	.remove = ravel_remove,
	.supported_type_groups = ravel_groups,
};

static int __init ravel_init(void)
{
	int ret;

	ravel_root = root_device_register("ravel");
	if (IS_ERR(ravel_root))
		return PTR_ERR(ravel_root);
	ret = mdev_register_driver(&ravel_driver);
	if (ret)
		goto out_root;
	ret = mdev_register_device(ravel_root, &ravel_driver);
	if (ret)
		goto out_driver;
	return 0;

out_driver:
	mdev_unregister_driver(&ravel_driver);
out_root:
	root_device_unregister(ravel_root);
	return ret;
}

static void __exit ravel_exit(void)
{
	mdev_unregister_device(ravel_root);
	mdev_unregister_driver(&ravel_driver);
	root_device_unregister(ravel_root);
}

module_init(ravel_init);
module_exit(ravel_exit);
MODULE_LICENSE("GPL");
