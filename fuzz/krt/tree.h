/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Shared by the files of the device model: kobjects, sysfs, devices, buses, mdev. */
#ifndef KRT_TREE_H
#define KRT_TREE_H

#include "internal.h"

/* Folders right below /sys and /sys/devices. */
extern struct kobject *krt_devices_kobj, *krt_virtual_kobj, *krt_class_kobj, *krt_bus_kobj,
	*krt_module_kobj;
void krt_kobjects_boot(void);
int kobject_set_name_vargs(struct kobject *kobj, const char *fmt, va_list args);
char *krt_kobject_path(const struct kobject *kobj);

/* How files of each sort of object are called. */
extern const struct sysfs_ops krt_device_ops, krt_driver_ops, krt_class_ops, krt_bus_ops,
	krt_mdev_type_ops, krt_module_ops;

/* "type", "device", "parent" or "other": where a file of that object stands. */
const char *krt_mdev_node(struct kobject *kobj, const char *kind);

void krt_tree_forget(void);

#endif
