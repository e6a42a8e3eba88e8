/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Buses, classes and drivers as krt keeps them. */
#ifndef KRT_DRIVER_H
#define KRT_DRIVER_H

#include "internal.h"

/* Ours, beside the kernel's structs: those have no room in both header sets. */
struct krt_bus {
	const struct bus_type *bus;
	struct kobject kobj, devices, drivers;
};

struct krt_class {
	const struct class *class;
	struct kobject kobj;
	int created; /* by class_create(): freed with it */
};

struct krt_driver {
	struct device_driver *drv;
	struct kobject kobj;
};

struct class *krt_class_new(const char *name); /* a class of the core's own */
struct krt_driver *krt_driver_of(const struct device_driver *drv);
int krt_device_is_added(const struct device *dev);
/* Its driver data was there before its files: nobody can see it without. */
int krt_has_data_from_birth(const struct device *dev);
void krt_devres_release_all(struct device *dev);
/* A managed allocation, NULL when memory is short. */
void *krt_devm_alloc(struct device *dev, size_t size, gfp_t gfp, const void *pc);

#endif
