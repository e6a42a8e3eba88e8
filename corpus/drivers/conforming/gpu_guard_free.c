// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Aurora Nine graphics on a current kernel: a device node through the mdev
 * driver's dev_groups, guard(mutex) and __free(kfree) instead of labels, so
 * that every plain return releases what it holds.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/cleanup.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct aurora_vgpu {
	struct mutex lock;	/* guards frames */
	unsigned int frames;
};

static struct device *aurora_dev;
static struct mdev_parent aurora_parent;

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct aurora_vgpu *vgpu = dev_get_drvdata(dev);

	if (!vgpu)
		return -ENODEV;

	guard(mutex)(&vgpu->lock);
	return sysfs_emit(buf, "aurora9/f%u/v3\n", vgpu->frames);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct aurora_vgpu *vgpu = dev_get_drvdata(dev);
	char *own __free(kfree) = NULL;

	if (!vgpu) {
		dev_dbg(dev, "no virtual GPU here\n");
		return -ENODEV;
	}

	guard(mutex)(&vgpu->lock);

	own = kasprintf(GFP_KERNEL, "aurora9/f%u/v3", vgpu->frames);
	if (!own) {
		dev_dbg(dev, "no memory to check a version\n");
		return -ENOMEM;
	}

	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_dbg(dev, "%*pE instead of %s\n",
			(int)min_t(size_t, count, 48), buf, own);
		return -EINVAL;
	}

	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *aurora_vgpu_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(aurora_vgpu);

static int aurora_vgpu_probe(struct mdev_device *mdev)
{
	struct aurora_vgpu *vgpu;

	vgpu = devm_kzalloc(&mdev->dev, sizeof(*vgpu), GFP_KERNEL);
	if (!vgpu)
		return -ENOMEM;

	mutex_init(&vgpu->lock);
	vgpu->frames = 512;
	dev_set_drvdata(&mdev->dev, vgpu);
	return 0;
}

static void aurora_vgpu_remove(struct mdev_device *mdev)
{
	dev_set_drvdata(&mdev->dev, NULL);
}

static struct mdev_driver aurora_mdev_driver = {
	.device_api = "vfio-pci",
	.max_instances = 4,
	.driver = {
		.name = "aurora_vgpu",
		.owner = THIS_MODULE,
		.dev_groups = aurora_vgpu_groups,
	},
	.probe = aurora_vgpu_probe,
	.remove = aurora_vgpu_remove,
};

static struct mdev_type aurora_type = {
	.sysfs_name = "quarter",
	.pretty_name = "Aurora Nine quarter",
};

static struct mdev_type *aurora_types[] = { &aurora_type };

static int __init aurora_init(void)
{
	int ret;

	ret = mdev_register_driver(&aurora_mdev_driver);
	if (ret)
		return ret;

	aurora_dev = root_device_register("aurora9");
	if (IS_ERR(aurora_dev)) {
		ret = PTR_ERR(aurora_dev);
		goto err_driver;
	}

	ret = mdev_register_parent(&aurora_parent, aurora_dev,
				   &aurora_mdev_driver, aurora_types,
				   ARRAY_SIZE(aurora_types));
	if (ret)
		goto err_device;
	return 0;

err_device:
	root_device_unregister(aurora_dev);
err_driver:
	mdev_unregister_driver(&aurora_mdev_driver);
	return ret;
}

static void __exit aurora_exit(void)
{
	mdev_unregister_parent(&aurora_parent);
	root_device_unregister(aurora_dev);
	mdev_unregister_driver(&aurora_mdev_driver);
}

module_init(aurora_init);
module_exit(aurora_exit);

MODULE_DESCRIPTION("Aurora Nine graphics");
MODULE_LICENSE("Dual MIT/GPL");
