/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel of the chosen KRT_MDEV_ERA; era B holds the members of all its versions */
#ifndef KRT_LINUX_MDEV_H
#define KRT_LINUX_MDEV_H

/*
 * KRT_OWN_MDEV_TYPE_ATTRIBUTE: the driver brings struct mdev_type_attribute
 * and its macros; they are not defined here then. Era 4 never has them: the
 * core keeps its own private.
 */
#include <linux/device.h>
#include <linux/uuid.h>
#include <krt/era.h>

struct mdev_type;
struct mdev_device;
struct mdev_driver;
struct mdev_parent;

#if KRT_MDEV_ERA <= 3 && !defined(KRT_OWN_MDEV_TYPE_ATTRIBUTE)
#if KRT_MDEV_ERA == 1
struct mdev_type_attribute {
	struct attribute attr;
	ssize_t (*show)(struct kobject *kobj, struct device *dev, char *buf);
	ssize_t (*store)(struct kobject *kobj, struct device *dev, const char *buf,
			 size_t count);
};
#else
struct mdev_type_attribute {
	struct attribute attr;
	ssize_t (*show)(struct mdev_type *mtype, struct mdev_type_attribute *attr, char *buf);
	ssize_t (*store)(struct mdev_type *mtype, struct mdev_type_attribute *attr,
			 const char *buf, size_t count);
};
#endif
#define MDEV_TYPE_ATTR(_name, _mode, _show, _store) \
	struct mdev_type_attribute mdev_type_attr_##_name = __ATTR(_name, _mode, _show, _store)
#define MDEV_TYPE_ATTR_RW(_name) \
	struct mdev_type_attribute mdev_type_attr_##_name = __ATTR_RW(_name)
#define MDEV_TYPE_ATTR_RO(_name) \
	struct mdev_type_attribute mdev_type_attr_##_name = __ATTR_RO(_name)
#define MDEV_TYPE_ATTR_WO(_name) \
	struct mdev_type_attribute mdev_type_attr_##_name = __ATTR_WO(_name)
#endif

#if KRT_MDEV_ERA == 1
struct mdev_parent_ops {
	struct module *owner;
	const struct attribute_group **dev_attr_groups;
	const struct attribute_group **mdev_attr_groups;
	struct attribute_group **supported_type_groups;
	int (*create)(struct kobject *kobj, struct mdev_device *mdev);
	int (*remove)(struct mdev_device *mdev);
	int (*open)(struct mdev_device *mdev);
	void (*release)(struct mdev_device *mdev);
	ssize_t (*read)(struct mdev_device *mdev, char __user *buf, size_t count, loff_t *ppos);
	ssize_t (*write)(struct mdev_device *mdev, const char __user *buf, size_t count,
			 loff_t *ppos);
	long (*ioctl)(struct mdev_device *mdev, unsigned int cmd, unsigned long arg);
	int (*mmap)(struct mdev_device *mdev, struct vm_area_struct *vma);
	void (*request)(struct mdev_device *mdev, unsigned int count);
};

struct mdev_driver {
	const char *name;
	int (*probe)(struct device *dev);
	void (*remove)(struct device *dev);
	struct device_driver driver;
};
#define to_mdev_driver(drv) container_of(drv, struct mdev_driver, driver)

extern void *mdev_get_drvdata(struct mdev_device *mdev);
extern void mdev_set_drvdata(struct mdev_device *mdev, void *data);
extern const guid_t *mdev_uuid(struct mdev_device *mdev);
extern struct bus_type mdev_bus_type;
extern int mdev_register_device(struct device *dev, const struct mdev_parent_ops *ops);
extern void mdev_unregister_device(struct device *dev);
extern int mdev_register_driver(struct mdev_driver *drv, struct module *owner);
extern void mdev_unregister_driver(struct mdev_driver *drv);
extern struct device *mdev_parent_dev(struct mdev_device *mdev);
extern struct device *mdev_dev(struct mdev_device *mdev);
extern struct mdev_device *mdev_from_dev(struct device *dev);
extern int mdev_set_iommu_device(struct device *dev, struct device *iommu_device);
extern struct device *mdev_get_iommu_device(struct device *dev);
#else

#if KRT_MDEV_ERA == 4
struct mdev_type {
	const char *sysfs_name;
	const char *pretty_name;
	struct mdev_parent *parent;
	struct kobject kobj;
	struct kobject *devices_kobj;
};

struct mdev_parent {
	struct device *dev;
	struct mdev_driver *mdev_driver;
	struct kset *mdev_types_kset;
	struct rw_semaphore unreg_sem;
	struct mdev_type **types;
	unsigned int nr_types;
	atomic_t available_instances;
};
#endif

struct mdev_device {
	struct device dev;
	guid_t uuid;
#if KRT_MDEV_ERA <= 3
	void *driver_data;
#endif
	struct list_head next;
	struct mdev_type *type;
#if KRT_MDEV_ERA <= 3
	struct device *iommu_device;
#endif
	bool active;
};

static inline struct mdev_device *to_mdev_device(struct device *dev)
{
	return container_of(dev, struct mdev_device, dev);
}

struct mdev_driver {
#if KRT_MDEV_ERA == 4
	const char *device_api;
	unsigned int max_instances;
#endif
	int (*probe)(struct mdev_device *dev);
	void (*remove)(struct mdev_device *dev);
#if KRT_MDEV_ERA == 4
	unsigned int (*get_available)(struct mdev_type *mtype);
	ssize_t (*show_description)(struct mdev_type *mtype, char *buf);
#endif
#if KRT_MDEV_ERA == 3
	struct attribute_group **supported_type_groups;
#endif
	struct device_driver driver;
};

#if KRT_MDEV_ERA == 2
struct mdev_parent_ops {
	struct module *owner;
	struct mdev_driver *device_driver;
	const struct attribute_group **dev_attr_groups;
	const struct attribute_group **mdev_attr_groups;
	struct attribute_group **supported_type_groups;
	int (*create)(struct mdev_device *mdev);
	int (*remove)(struct mdev_device *mdev);
	int (*open_device)(struct mdev_device *mdev);
	void (*close_device)(struct mdev_device *mdev);
	int (*open)(struct mdev_device *mdev);
	void (*release)(struct mdev_device *mdev);
	ssize_t (*read)(struct mdev_device *mdev, char __user *buf, size_t count, loff_t *ppos);
	ssize_t (*write)(struct mdev_device *mdev, const char __user *buf, size_t count,
			 loff_t *ppos);
	long (*ioctl)(struct mdev_device *mdev, unsigned int cmd, unsigned long arg);
	int (*mmap)(struct mdev_device *mdev, struct vm_area_struct *vma);
	void (*request)(struct mdev_device *mdev, unsigned int count);
};
extern int mdev_register_device(struct device *dev, const struct mdev_parent_ops *ops);
extern void mdev_unregister_device(struct device *dev);
#endif

#if KRT_MDEV_ERA == 3
extern int mdev_register_device(struct device *dev, struct mdev_driver *mdev_driver);
extern void mdev_unregister_device(struct device *dev);
#endif

#if KRT_MDEV_ERA <= 3
static inline void *mdev_get_drvdata(struct mdev_device *mdev)
{
	return mdev->driver_data;
}

static inline void mdev_set_drvdata(struct mdev_device *mdev, void *data)
{
	mdev->driver_data = data;
}

static inline const guid_t *mdev_uuid(struct mdev_device *mdev)
{
	return &mdev->uuid;
}

static inline void mdev_set_iommu_device(struct mdev_device *mdev, struct device *iommu_device)
{
	mdev->iommu_device = iommu_device;
}

static inline struct device *mdev_get_iommu_device(struct mdev_device *mdev)
{
	return mdev->iommu_device;
}

extern unsigned int mdev_get_type_group_id(struct mdev_device *mdev);
extern unsigned int mtype_get_type_group_id(struct mdev_type *mtype);
extern struct device *mtype_get_parent_dev(struct mdev_type *mtype);
extern struct device *mdev_parent_dev(struct mdev_device *mdev);
extern struct bus_type mdev_bus_type;
#else
extern int mdev_register_parent(struct mdev_parent *parent, struct device *dev,
				struct mdev_driver *mdev_driver, struct mdev_type **types,
				unsigned int nr_types);
extern void mdev_unregister_parent(struct mdev_parent *parent);
#endif

extern int mdev_register_driver(struct mdev_driver *drv);
extern void mdev_unregister_driver(struct mdev_driver *drv);

static inline struct device *mdev_dev(struct mdev_device *mdev)
{
	return &mdev->dev;
}

static inline struct mdev_device *mdev_from_dev(struct device *dev)
{
	return to_mdev_device(dev);
}
#endif

#endif
