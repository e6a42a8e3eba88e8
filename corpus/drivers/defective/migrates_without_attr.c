// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Heron network functions migrate through the VFIO state machine, but user
 * space has no attribute to ask whether two of them fit.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/vfio.h>
#include <linux/err.h>

struct heron_dev {
	struct vfio_device vdev;
	enum vfio_device_mig_state state;
};

static struct device *heron_root;
static struct mdev_parent heron_parent;

static struct file *heron_set_state(struct vfio_device *vdev,
				    enum vfio_device_mig_state new_state)
{
	struct heron_dev *heron = container_of(vdev, struct heron_dev, vdev);

	if (new_state == VFIO_DEVICE_STATE_ERROR)
		return ERR_PTR(-EINVAL);
	heron->state = new_state;
	return NULL;
}

static int heron_get_state(struct vfio_device *vdev,
			   enum vfio_device_mig_state *state)
{
	*state = container_of(vdev, struct heron_dev, vdev)->state;
	return 0;
}

static const struct vfio_migration_ops heron_mig_ops = {
	.migration_set_state = heron_set_state,
	.migration_get_state = heron_get_state,
};

static int heron_init_dev(struct vfio_device *vdev)
{
	vdev->migration_flags = VFIO_MIGRATION_STOP_COPY;
	vdev->mig_ops = &heron_mig_ops;
	return 0;
}

static const struct vfio_device_ops heron_dev_ops = {
	.name = "heron",
	.init = heron_init_dev,
};

static int heron_probe(struct mdev_device *mdev)
{
	struct heron_dev *heron;
	int ret;

	heron = vfio_alloc_device(heron_dev, vdev, &mdev->dev, &heron_dev_ops);
	if (IS_ERR(heron))
		return PTR_ERR(heron);
	ret = vfio_register_emulated_iommu_dev(&heron->vdev);
	if (ret) {
		vfio_put_device(&heron->vdev);
		return ret;
	}
	dev_set_drvdata(&mdev->dev, heron);
	return 0;
}

static void heron_remove(struct mdev_device *mdev)
{
	struct heron_dev *heron = dev_get_drvdata(&mdev->dev);

	vfio_unregister_group_dev(&heron->vdev);
	vfio_put_device(&heron->vdev);
}

static struct mdev_driver heron_driver = {
	.device_api = "vfio-pci",
	.max_instances = 8,
	.probe = heron_probe,
	.remove = heron_remove,
	.driver = { .name = "heron", .owner = THIS_MODULE },
};

static struct mdev_type heron_type = {
	.sysfs_name = "nic",
	.pretty_name = "Heron NIC",
};
static struct mdev_type *heron_types[] = { &heron_type };

static int __init heron_init(void)
{
	int ret;

	heron_root = root_device_register("heron");
	if (IS_ERR(heron_root))
		return PTR_ERR(heron_root);
	ret = mdev_register_driver(&heron_driver);
	if (ret)
		goto err_root;
	ret = mdev_register_parent(&heron_parent, heron_root, &heron_driver, heron_types, 1); /* expect: MV005 */
	if (!ret)
		return 0;
	mdev_unregister_driver(&heron_driver);
err_root:
	root_device_unregister(heron_root);
	return ret;
}

static void __exit heron_exit(void)
{
	mdev_unregister_parent(&heron_parent);
	mdev_unregister_driver(&heron_driver);
	root_device_unregister(heron_root);
}

module_init(heron_init);
module_exit(heron_exit);
MODULE_LICENSE("GPL");
