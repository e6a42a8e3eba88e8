// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The device migrates through the VFIO state machine, and there is no
 * attribute to ask before.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/vfio.h>

struct unit_dev {
	struct vfio_device vdev;
	enum vfio_device_mig_state state;
};

static struct mdev_parent unit_parent;

static struct file *unit_set_state(struct vfio_device *vdev,
				   enum vfio_device_mig_state new_state)
{
	container_of(vdev, struct unit_dev, vdev)->state = new_state;
	return NULL;
}

static int unit_get_state(struct vfio_device *vdev,
			  enum vfio_device_mig_state *state)
{
	*state = container_of(vdev, struct unit_dev, vdev)->state;
	return 0;
}

static const struct vfio_migration_ops unit_mig_ops = {
	.migration_set_state = unit_set_state,
	.migration_get_state = unit_get_state,
};

static int unit_init_dev(struct vfio_device *vdev)
{
	vdev->migration_flags = VFIO_MIGRATION_STOP_COPY;
	vdev->mig_ops = &unit_mig_ops;
	return 0;
}

static const struct vfio_device_ops __maybe_unused unit_dev_ops = {
	.name = "unit",
	.init = unit_init_dev,
};

static struct mdev_driver unit_driver = { .driver = { .name = "unit" } };
static struct mdev_type unit_type = { .sysfs_name = "unit" };
static struct mdev_type *unit_types[] = { &unit_type };

int unit_add(struct device *dev)
{
	return mdev_register_parent(&unit_parent, dev, &unit_driver, unit_types, 1); /* expect: MV005 */
}
