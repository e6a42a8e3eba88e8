/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the public members of struct device, attributes, managed resources */
#ifndef KRT_LINUX_DEVICE_H
#define KRT_LINUX_DEVICE_H

#include <linux/dev_printk.h>
#include <linux/ioport.h>
#include <linux/kobject.h>
#include <linux/klist.h>
#include <linux/list.h>
#include <linux/lockdep.h>
#include <linux/compiler.h>
#include <linux/types.h>
#include <linux/mutex.h>
#include <linux/pm.h>
#include <linux/atomic.h>
#include <linux/uidgid.h>
#include <linux/gfp.h>
#include <linux/slab.h>
#include <linux/overflow.h>
#include <linux/cleanup.h>
#include <linux/numa.h>
#include <linux/kdev_t.h>
#include <linux/device/bus.h>
#include <linux/device/class.h>
#include <linux/device/driver.h>
#include <linux/device/devres.h>

struct device_node;
struct fwnode_handle;
struct dev_iommu;
struct iommu_group;
struct dma_map_ops;
struct device_dma_parameters;
struct dev_pm_domain;
struct dev_archdata {
	void *krt;
};

struct device_type {
	const char *name;
	const struct attribute_group **groups;
#if KRT_SINCE(6, 3)
	int (*uevent)(const struct device *dev, struct kobj_uevent_env *env);
	char *(*devnode)(const struct device *dev, umode_t *mode, kuid_t *uid, kgid_t *gid);
#else
	int (*uevent)(struct device *dev, struct kobj_uevent_env *env);
	char *(*devnode)(struct device *dev, umode_t *mode, kuid_t *uid, kgid_t *gid);
#endif
	void (*release)(struct device *dev);
	const struct dev_pm_ops *pm;
};

struct device {
	struct kobject kobj;
	struct device *parent;
	struct device_private *p;
	const char *init_name;
	const struct device_type *type;
	const struct bus_type *bus;
	struct device_driver *driver;
	void *platform_data;
	void *driver_data;
	struct mutex mutex;
	struct dev_pm_info power;
	struct dev_pm_domain *pm_domain;
	u64 *dma_mask;
	u64 coherent_dma_mask;
	u64 bus_dma_limit;
	struct device_dma_parameters *dma_parms;
	struct dev_archdata archdata;
	struct device_node *of_node;
	struct fwnode_handle *fwnode;
	int numa_node;
	dev_t devt;
	u32 id;
	spinlock_t devres_lock;
	struct list_head devres_head;
	struct class *class;
	const struct attribute_group **groups;
	void (*release)(struct device *dev);
	struct iommu_group *iommu_group;
	struct dev_iommu *iommu;
	bool offline_disabled : 1;
	bool offline : 1;
	bool of_node_reused : 1;
	bool dma_coherent : 1;
};
#define kobj_to_dev(__kobj) container_of(__kobj, struct device, kobj)

struct device_attribute {
	struct attribute attr;
	ssize_t (*show)(struct device *dev, struct device_attribute *attr, char *buf);
	ssize_t (*store)(struct device *dev, struct device_attribute *attr, const char *buf,
			 size_t count);
};
struct dev_ext_attribute {
	struct device_attribute attr;
	void *var;
};
extern ssize_t device_show_ulong(struct device *dev, struct device_attribute *attr, char *buf);
extern ssize_t device_store_ulong(struct device *dev, struct device_attribute *attr,
				  const char *buf, size_t count);
extern ssize_t device_show_int(struct device *dev, struct device_attribute *attr, char *buf);
extern ssize_t device_store_int(struct device *dev, struct device_attribute *attr,
				const char *buf, size_t count);
extern ssize_t device_show_bool(struct device *dev, struct device_attribute *attr, char *buf);
extern ssize_t device_store_bool(struct device *dev, struct device_attribute *attr,
				 const char *buf, size_t count);
extern ssize_t device_show_string(struct device *dev, struct device_attribute *attr, char *buf);

#define DEVICE_ATTR(_name, _mode, _show, _store) \
	struct device_attribute dev_attr_##_name = __ATTR(_name, _mode, _show, _store)
#define DEVICE_ATTR_PREALLOC(_name, _mode, _show, _store) \
	struct device_attribute dev_attr_##_name = __ATTR_PREALLOC(_name, _mode, _show, _store)
#define DEVICE_ATTR_RW(_name) struct device_attribute dev_attr_##_name = __ATTR_RW(_name)
#define DEVICE_ATTR_ADMIN_RW(_name) \
	struct device_attribute dev_attr_##_name = __ATTR_RW_MODE(_name, 0600)
#define DEVICE_ATTR_RO(_name) struct device_attribute dev_attr_##_name = __ATTR_RO(_name)
#define DEVICE_ATTR_ADMIN_RO(_name) \
	struct device_attribute dev_attr_##_name = __ATTR_RO_MODE(_name, 0400)
#define DEVICE_ATTR_WO(_name) struct device_attribute dev_attr_##_name = __ATTR_WO(_name)
#define DEVICE_ULONG_ATTR(_name, _mode, _var) \
	struct dev_ext_attribute dev_attr_##_name = { \
		__ATTR(_name, _mode, device_show_ulong, device_store_ulong), &(_var) \
	}
#define DEVICE_INT_ATTR(_name, _mode, _var) \
	struct dev_ext_attribute dev_attr_##_name = { \
		__ATTR(_name, _mode, device_show_int, device_store_int), &(_var) \
	}
#define DEVICE_BOOL_ATTR(_name, _mode, _var) \
	struct dev_ext_attribute dev_attr_##_name = { \
		__ATTR(_name, _mode, device_show_bool, device_store_bool), &(_var) \
	}
#define DEVICE_STRING_ATTR_RO(_name, _mode, _var) \
	struct dev_ext_attribute dev_attr_##_name = { \
		__ATTR(_name, (_mode) & ~0222, device_show_string, NULL), (_var) \
	}
#define DEVICE_ATTR_IGNORE_LOCKDEP(_name, _mode, _show, _store) \
	struct device_attribute dev_attr_##_name = \
		__ATTR_IGNORE_LOCKDEP(_name, _mode, _show, _store)

extern int device_create_file(struct device *device, const struct device_attribute *entry);
extern void device_remove_file(struct device *dev, const struct device_attribute *attr);
extern bool device_remove_file_self(struct device *dev, const struct device_attribute *attr);
extern int __must_check device_create_bin_file(struct device *dev,
					       const struct bin_attribute *attr);
extern void device_remove_bin_file(struct device *dev, const struct bin_attribute *attr);
extern int __must_check device_add_groups(struct device *dev,
					  const struct attribute_group **groups);
extern void device_remove_groups(struct device *dev, const struct attribute_group **groups);
extern int __must_check device_add_group(struct device *dev, const struct attribute_group *grp);
extern void device_remove_group(struct device *dev, const struct attribute_group *grp);
extern int __must_check devm_device_add_groups(struct device *dev,
					       const struct attribute_group **groups);
extern void devm_device_remove_groups(struct device *dev, const struct attribute_group **groups);
extern int __must_check devm_device_add_group(struct device *dev,
					      const struct attribute_group *grp);
extern void devm_device_remove_group(struct device *dev, const struct attribute_group *grp);

extern int __must_check device_register(struct device *dev);
extern void device_unregister(struct device *dev);
extern void device_initialize(struct device *dev);
extern int __must_check device_add(struct device *dev);
extern void device_del(struct device *dev);
extern struct device *get_device(struct device *dev);
extern void put_device(struct device *dev);
extern __printf(2, 3) int dev_set_name(struct device *dev, const char *name, ...);
extern int device_rename(struct device *dev, const char *new_name);
extern int device_bind_driver(struct device *dev);
extern int __must_check device_attach(struct device *dev);
extern int __must_check driver_attach(struct device_driver *drv);
extern void device_release_driver(struct device *dev);
extern int __must_check device_reprobe(struct device *dev);
extern bool device_is_registered(struct device *dev);
extern int device_for_each_child(struct device *dev, void *data,
				 int (*fn)(struct device *dev, void *data));
extern struct device *device_find_child(struct device *dev, void *data,
					int (*match)(struct device *dev, void *data));
extern struct device *device_find_child_by_name(struct device *parent, const char *name);
extern void *dev_get_drvdata(const struct device *dev);
extern void dev_set_drvdata(struct device *dev, void *data);
extern const char *dev_name(const struct device *dev);
extern const char *dev_driver_string(const struct device *dev);
extern void device_lock(struct device *dev);
extern int device_lock_interruptible(struct device *dev);
extern int device_trylock(struct device *dev);
extern void device_unlock(struct device *dev);
extern void device_lock_assert(struct device *dev);
extern int dev_to_node(struct device *dev);
extern void set_dev_node(struct device *dev, int node);
extern void dev_set_uevent_suppress(struct device *dev, int val);
extern void device_set_of_node_from_dev(struct device *dev, const struct device *dev2);
extern void device_set_node(struct device *dev, struct fwnode_handle *fwnode);

extern struct device *__root_device_register(const char *name, struct module *owner);
#define root_device_register(name) __root_device_register(name, THIS_MODULE)
extern void root_device_unregister(struct device *root);
extern __printf(5, 6) struct device *device_create(__krt_class_const struct class *cls,
						   struct device *parent, dev_t devt,
						   void *drvdata, const char *fmt, ...);
extern __printf(6, 7) struct device *
device_create_with_groups(__krt_class_const struct class *cls, struct device *parent, dev_t devt,
			  void *drvdata, const struct attribute_group **groups, const char *fmt,
			  ...);
extern void device_destroy(__krt_class_const struct class *cls, dev_t devt);
extern int device_match_name(struct device *dev, const void *name);
extern int device_match_of_node(struct device *dev, const void *np);
extern int device_match_devt(struct device *dev, const void *pdevt);
extern int device_match_any(struct device *dev, const void *unused);

static inline void *dev_get_platdata(const struct device *dev)
{
	return dev->platform_data;
}

static inline struct device_node *dev_of_node(struct device *dev)
{
	return dev ? dev->of_node : NULL;
}

struct device_link;
#define DL_FLAG_STATELESS BIT(0)
#define DL_FLAG_AUTOREMOVE_CONSUMER BIT(1)
#define DL_FLAG_PM_RUNTIME BIT(2)
#define DL_FLAG_AUTOREMOVE_SUPPLIER BIT(4)
extern struct device_link *device_link_add(struct device *consumer, struct device *supplier,
					   u32 flags);
extern void device_link_remove(void *consumer, struct device *supplier);
extern int devtmpfs_mount(void);

DEFINE_FREE(device_del, struct device *, if (_T) device_del(_T))
DEFINE_FREE(put_device, struct device *, if (_T) put_device(_T))
DEFINE_GUARD(device, struct device *, device_lock(_T), device_unlock(_T))

#endif
