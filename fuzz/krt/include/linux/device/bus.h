/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel; constness of callbacks follows the version */
#ifndef KRT_LINUX_DEVICE_BUS_H
#define KRT_LINUX_DEVICE_BUS_H

#include <linux/kobject.h>
#include <linux/klist.h>
#include <linux/pm.h>
struct device;
struct device_driver;
struct fwnode_handle;
struct iommu_ops;
struct bus_type {
	const char *name;
	const char *dev_name;
	struct device *dev_root;
	const struct attribute_group **bus_groups;
	const struct attribute_group **dev_groups;
	const struct attribute_group **drv_groups;
#if KRT_SINCE(6, 11)
	int (*match)(struct device *dev, const struct device_driver *drv);
#else
	int (*match)(struct device *dev, struct device_driver *drv);
#endif
#if KRT_SINCE(6, 3)
	int (*uevent)(const struct device *dev, struct kobj_uevent_env *env);
#else
	int (*uevent)(struct device *dev, struct kobj_uevent_env *env);
#endif
	int (*probe)(struct device *dev);
	void (*sync_state)(struct device *dev);
#if KRT_SINCE(5, 15)
	void (*remove)(struct device *dev);
#else
	int (*remove)(struct device *dev);
#endif
	void (*shutdown)(struct device *dev);
	int (*online)(struct device *dev);
	int (*offline)(struct device *dev);
	int (*suspend)(struct device *dev, pm_message_t state);
	int (*resume)(struct device *dev);
	int (*num_vf)(struct device *dev);
	int (*dma_configure)(struct device *dev);
	const struct dev_pm_ops *pm;
	const struct iommu_ops *iommu_ops;
	bool need_parent_lock;
};
#if KRT_SINCE(6, 4)
#define __krt_bus_const const
#else
#define __krt_bus_const
#endif
struct bus_attribute {
	struct attribute attr;
	ssize_t (*show)(__krt_bus_const struct bus_type *bus, char *buf);
	ssize_t (*store)(__krt_bus_const struct bus_type *bus, const char *buf, size_t count);
};
#define BUS_ATTR(_name, _mode, _show, _store) \
	struct bus_attribute bus_attr_##_name = __ATTR(_name, _mode, _show, _store)
#define BUS_ATTR_RW(_name) struct bus_attribute bus_attr_##_name = __ATTR_RW(_name)
#define BUS_ATTR_RO(_name) struct bus_attribute bus_attr_##_name = __ATTR_RO(_name)
#define BUS_ATTR_WO(_name) struct bus_attribute bus_attr_##_name = __ATTR_WO(_name)
extern int __must_check bus_register(__krt_bus_const struct bus_type *bus);
extern void bus_unregister(__krt_bus_const struct bus_type *bus);
extern int __must_check bus_create_file(__krt_bus_const struct bus_type *bus,
					struct bus_attribute *attr);
extern void bus_remove_file(__krt_bus_const struct bus_type *bus, struct bus_attribute *attr);
extern int bus_for_each_dev(const struct bus_type *bus, struct device *start, void *data,
			    int (*fn)(struct device *dev, void *data));
extern struct device *bus_find_device(const struct bus_type *bus, struct device *start,
				      const void *data,
				      int (*match)(struct device *dev, const void *data));
extern struct device *bus_find_device_by_name(const struct bus_type *bus, struct device *start,
					      const char *name);
extern int bus_register_notifier(const struct bus_type *bus, struct notifier_block *nb);
extern int bus_unregister_notifier(const struct bus_type *bus, struct notifier_block *nb);
#define BUS_NOTIFY_ADD_DEVICE 0x00000001
#define BUS_NOTIFY_DEL_DEVICE 0x00000002
#define BUS_NOTIFY_BIND_DRIVER 0x00000004
#define BUS_NOTIFY_BOUND_DRIVER 0x00000005

#endif
