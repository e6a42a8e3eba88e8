// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Scree storage accelerator. sscanf() alone would leave the tail unread; the
 * author prints the parsed numbers again and demands that the result is what
 * was written. That closes the tail, leading zeroes, blanks and numbers that
 * wrapped around. Only then the numbers are judged. An older patch level is
 * accepted, so a shorter version ("...:1" of "...:17") can be a good one too.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define SCREE_FORMAT	"scree:%u:%u:%u"
#define SCREE_MODEL	40U
#define SCREE_LAYOUT	3U
#define SCREE_PATCH	17U

static struct device *scree_dev;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, SCREE_FORMAT "\n", SCREE_MODEL, SCREE_LAYOUT,
			  SCREE_PATCH);
}

static int scree_judge(struct device *dev, const char *buf, size_t count)
{
	unsigned int model, layout, patch;
	char again[48];

	if (sscanf(buf, SCREE_FORMAT, &model, &layout, &patch) != 3) {
		dev_dbg(dev, "three numbers expected\n");
		return -EINVAL;
	}

	scnprintf(again, sizeof(again), SCREE_FORMAT, model, layout, patch);
	if (strlen(buf) != count || !sysfs_streq(buf, again)) {
		dev_dbg(dev, "%s is not all that was written\n", again);
		return -EINVAL;
	}

	if (model != SCREE_MODEL || layout != SCREE_LAYOUT) {
		dev_dbg(dev, "%s has another layout\n", again);
		return -EMEDIUMTYPE;
	}
	if (patch > SCREE_PATCH) {
		dev_dbg(dev, "%s is newer than patch %u\n", again, SCREE_PATCH);
		return -ERANGE;
	}

	return 0;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int err = scree_judge(mtype_get_parent_dev(mtype), buf, count);

	if (err < 0)
		return err;
	return count;
}

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *scree_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group scree_group = {
	.name = "stripe",
	.attrs = scree_attrs,
};

static struct attribute_group *scree_groups[] = { &scree_group, NULL };

static int scree_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void scree_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver scree_mdev_driver = {
	.driver = {
		.name = "scree_mdev",
		.owner = THIS_MODULE,
	},
	.probe = scree_mdev_probe,
	.remove = scree_mdev_remove,
	.supported_type_groups = scree_groups,
};

static int __init scree_init(void)
{
	int ret;

	ret = mdev_register_driver(&scree_mdev_driver);
	if (ret)
		return ret;

	scree_dev = root_device_register("scree");
	if (IS_ERR(scree_dev)) {
		ret = PTR_ERR(scree_dev);
		goto err_driver;
	}

	ret = mdev_register_device(scree_dev, &scree_mdev_driver);
	if (ret)
		goto err_device;
	return 0;

err_device:
	root_device_unregister(scree_dev);
err_driver:
	mdev_unregister_driver(&scree_mdev_driver);
	return ret;
}

static void __exit scree_exit(void)
{
	mdev_unregister_device(scree_dev);
	root_device_unregister(scree_dev);
	mdev_unregister_driver(&scree_mdev_driver);
}

module_init(scree_init);
module_exit(scree_exit);

MODULE_DESCRIPTION("Scree storage accelerator");
MODULE_LICENSE("Dual MIT/GPL");
