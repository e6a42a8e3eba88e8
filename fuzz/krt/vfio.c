// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* As much of vfio as an mdev driver's probe and remove need. */
#include <linux/vfio.h>

#include "driver.h"

#if KRT_SINCE(6, 0)
static void device_gone(struct device *dev);

/* The vfio_device is the first member of the driver's struct, which this allocates. */
struct vfio_device *_vfio_alloc_device(size_t size, struct device *dev,
				       const struct vfio_device_ops *ops)
{
	struct vfio_device *vdev;
	int error;

	if (size < sizeof(*vdev))
		return ERR_PTR(-EINVAL);
	vdev = krt_alloc(size, GFP_KERNEL | __GFP_ZERO, KRT_PC);
	if (!vdev)
		return ERR_PTR(-ENOMEM);
	vdev->dev = dev;
	vdev->ops = ops;
	device_initialize(&vdev->device);
	vdev->device.release = device_gone;
	error = ops->init ? ops->init(vdev) : 0;
	if (!error)
		return vdev;
	krt_free(vdev, KRT_PC);
	return ERR_PTR(error);
}

/*
 * The last put calls release(); in 6.0 and 6.1 that frees by vfio_free_device(),
 * since then the core does.
 */
static void release(struct vfio_device *vdev)
{
	bool by_driver = vdev->ops && vdev->ops->release;

	if (by_driver)
		vdev->ops->release(vdev);
	if (!by_driver || KRT_SINCE(6, 2))
		krt_free(vdev, KRT_PC);
}

void vfio_free_device(struct vfio_device *vdev)
{
	krt_free(vdev, KRT_PC);
}

static void device_gone(struct device *dev)
{
	release(container_of(dev, struct vfio_device, device));
}

#ifdef KRT_BUNDLED
void vfio_put_device(struct vfio_device *vdev)
{
	put_device(&vdev->device);
}
#endif
#endif

#if KRT_SINCE(5, 12)
int vfio_register_group_dev(struct vfio_device *vdev)
{
	return 0;
}

int vfio_register_emulated_iommu_dev(struct vfio_device *vdev)
{
	return 0;
}

void vfio_unregister_group_dev(struct vfio_device *vdev)
{
}

void vfio_init_group_dev(struct vfio_device *vdev, struct device *dev,
			 const struct vfio_device_ops *ops)
{
	vdev->dev = dev;
	vdev->ops = ops;
}

void vfio_uninit_group_dev(struct vfio_device *vdev)
{
}
#endif

#if KRT_SINCE(6, 1)
/* No fuzzed handler opens the device: there is no address space to attach. */
#define IOMMUFD_CALLBACKS(kind)                                                                    \
	int vfio_iommufd_##kind##_bind(struct vfio_device *vdev, struct iommufd_ctx *ictx,         \
				       u32 *out_device_id)                                         \
	{                                                                                          \
		return -EOPNOTSUPP;                                                                \
	}                                                                                          \
	void vfio_iommufd_##kind##_unbind(struct vfio_device *vdev)                                \
	{                                                                                          \
	}                                                                                          \
	int vfio_iommufd_##kind##_attach_ioas(struct vfio_device *vdev, u32 *pt_id)                \
	{                                                                                          \
		return -EOPNOTSUPP;                                                                \
	}                                                                                          \
	void vfio_iommufd_##kind##_detach_ioas(struct vfio_device *vdev)                           \
	{                                                                                          \
	}

IOMMUFD_CALLBACKS(physical)
IOMMUFD_CALLBACKS(emulated)
#endif
