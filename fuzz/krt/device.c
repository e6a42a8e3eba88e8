// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Devices: adding and removing them, their files, their life. What the core keeps
 * of a device beside struct device itself is that it is in krt.devices.
 */
#include <linux/device.h>
#include <linux/kdev_t.h>

#include "held.h"
#include "tree.h"
#include "driver.h"

/* --- attributes ----------------------------------------------------------------------- */

static ssize_t device_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct device_attribute *a = container_of(attr, struct device_attribute, attr);

	return a->show ? a->show(kobj_to_dev(kobj), a, buf) : -EIO;
}

static ssize_t device_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			    size_t count)
{
	struct device_attribute *a = container_of(attr, struct device_attribute, attr);

	return a->store ? a->store(kobj_to_dev(kobj), a, buf, count) : -EIO;
}

const struct sysfs_ops krt_device_ops = { .show = device_show, .store = device_store };

static void device_release(struct kobject *kobj)
{
	struct device *dev = kobj_to_dev(kobj);

	krt_devres_release_all(dev);
	if (dev->release)
		dev->release(dev);
	else if (dev->type && dev->type->release)
		dev->type->release(dev);
	else if (dev->class && dev->class->dev_release)
		dev->class->dev_release(dev);
	else
		krt_complain(KRT_V_WARN, NULL, "device %s has no release function", dev_name(dev));
}

static struct kobj_type device_ktype = {
	.release = device_release,
	.sysfs_ops = &krt_device_ops,
};

#define EXT_ATTR(attr)                                                                             \
	((struct dev_ext_attribute *)container_of(attr, struct dev_ext_attribute, attr))

ssize_t device_show_ulong(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%lx\n", *(unsigned long *)EXT_ATTR(attr)->var);
}

ssize_t device_store_ulong(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t size)
{
	unsigned long value;
	int error = kstrtoul(buf, 0, &value);

	if (error)
		return error;
	*(unsigned long *)EXT_ATTR(attr)->var = value;
	return size;
}

ssize_t device_show_int(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", *(int *)EXT_ATTR(attr)->var);
}

ssize_t device_store_int(struct device *dev, struct device_attribute *attr, const char *buf,
			 size_t size)
{
	long value;
	int error = kstrtol(buf, 0, &value);

	if (error)
		return error;
	if (value > INT_MAX || value < INT_MIN)
		return -EINVAL;
	*(int *)EXT_ATTR(attr)->var = value;
	return size;
}

ssize_t device_show_bool(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", *(bool *)EXT_ATTR(attr)->var);
}

ssize_t device_store_bool(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t size)
{
	return kstrtobool(buf, EXT_ATTR(attr)->var) < 0 ? -EINVAL : (ssize_t)size;
}

int device_create_file(struct device *dev, const struct device_attribute *attr)
{
	return dev ? sysfs_create_file_ns(&dev->kobj, &attr->attr, NULL) : 0;
}

void device_remove_file(struct device *dev, const struct device_attribute *attr)
{
	if (dev)
		sysfs_remove_file_ns(&dev->kobj, &attr->attr, NULL);
}

bool device_remove_file_self(struct device *dev, const struct device_attribute *attr)
{
	return dev ? sysfs_remove_file_self(&dev->kobj, &attr->attr) : false;
}

int device_create_bin_file(struct device *dev, const struct bin_attribute *attr)
{
	return dev ? 0 : -EINVAL;
}

void device_remove_bin_file(struct device *dev, const struct bin_attribute *attr)
{
}

/* Inline since 6.7; an older driver finds a function. */
#if defined(KRT_BUNDLED) || !KRT_SINCE(6, 7)
int device_add_groups(struct device *dev, const struct attribute_group **groups)
{
	return sysfs_create_groups(&dev->kobj, groups);
}

void device_remove_groups(struct device *dev, const struct attribute_group **groups)
{
	sysfs_remove_groups(&dev->kobj, groups);
}
#endif

#ifdef KRT_BUNDLED
int device_add_group(struct device *dev, const struct attribute_group *grp)
{
	return sysfs_create_group(&dev->kobj, grp);
}

void device_remove_group(struct device *dev, const struct attribute_group *grp)
{
	sysfs_remove_group(&dev->kobj, grp);
}
#endif

/* --- names and data ---------------------------------------------------------------------- */

int dev_set_name(struct device *dev, const char *fmt, ...)
{
	va_list args;
	int error;

	va_start(args, fmt);
	error = kobject_set_name_vargs(&dev->kobj, fmt, args);
	va_end(args);
	return error;
}

int device_rename(struct device *dev, const char *name)
{
	return dev ? kobject_rename(&dev->kobj, name) : -EINVAL;
}

const char *dev_driver_string(const struct device *dev)
{
	struct device_driver *drv = dev->driver;

	return drv ? drv->name : dev->bus ? dev->bus->name : dev->class ? dev->class->name : "";
}

#ifdef KRT_BUNDLED
const char *dev_name(const struct device *dev)
{
	return dev->init_name ?: dev->kobj.name;
}

void *dev_get_drvdata(const struct device *dev)
{
	return dev->driver_data;
}

void dev_set_drvdata(struct device *dev, void *data)
{
	dev->driver_data = data;
}

int dev_to_node(struct device *dev)
{
	return dev->numa_node;
}

void set_dev_node(struct device *dev, int node)
{
	dev->numa_node = node;
}

void dev_set_uevent_suppress(struct device *dev, int val)
{
	dev->kobj.uevent_suppress = val;
}

bool device_is_registered(struct device *dev)
{
	return dev->kobj.state_in_sysfs;
}

void device_lock(struct device *dev)
{
	krt_may_sleep("device_lock()", KRT_PC);
	krt_lock_take(&dev->mutex, krt_kind_device, KRT_PC);
}

int device_lock_interruptible(struct device *dev)
{
	if (krt.signal)
		return -EINTR;
	krt_may_sleep("device_lock_interruptible()", KRT_PC);
	krt_lock_take(&dev->mutex, krt_kind_device, KRT_PC);
	return 0;
}

int device_trylock(struct device *dev)
{
	if (krt_lock_is_held(&dev->mutex))
		return 0;
	krt_lock_take(&dev->mutex, krt_kind_device, KRT_PC);
	return 1;
}

void device_unlock(struct device *dev)
{
	krt_lock_drop(&dev->mutex, krt_kind_device, KRT_PC);
}

void device_lock_assert(struct device *dev)
{
}
#endif

/* --- life -------------------------------------------------------------------------------- */

void device_initialize(struct device *dev)
{
	kobject_init(&dev->kobj, &device_ktype);
	mutex_init(&dev->mutex);
	spin_lock_init(&dev->devres_lock);
	INIT_LIST_HEAD(&dev->devres_head);
	dev->numa_node = NUMA_NO_NODE;
}

struct device *get_device(struct device *dev)
{
	return dev ? kobj_to_dev(kobject_get(&dev->kobj)) : NULL;
}

void put_device(struct device *dev)
{
	if (dev)
		kobject_put(&dev->kobj);
}

/* A folder of the class stands between a parent and a device of it. */
static struct kobject *parent_object(struct device *dev)
{
	if (dev->parent)
		return &dev->parent->kobj;
	return dev->class ? krt_virtual_kobj : krt_devices_kobj;
}

/* All groups that a device has apart from a driver's, in the kernel's order. */
static int each_groups(struct device *dev,
		       int (*call)(struct device *dev, const struct attribute_group **groups))
{
	int error = 0;

	if (dev->class)
		error = call(dev, dev->class->dev_groups);
	if (!error && dev->type)
		error = call(dev, dev->type->groups);
	if (!error)
		error = call(dev, dev->groups);
	if (!error && dev->bus)
		error = call(dev, dev->bus->dev_groups);
	return error;
}

static int add_groups(struct device *dev, const struct attribute_group **groups)
{
	return groups ? sysfs_create_groups(&dev->kobj, groups) : 0;
}

int device_add(struct device *dev)
{
	int error;

	if (!dev)
		return -EINVAL;
	if (dev->init_name) {
		dev_set_name(dev, "%s", dev->init_name);
		dev->init_name = NULL;
	}
	if (!dev->kobj.name && dev->bus && dev->bus->dev_name)
		dev_set_name(dev, "%s%u", dev->bus->dev_name, dev->id);
	if (!dev->kobj.name)
		return -EINVAL;
	get_device(dev);
	error = kobject_add(&dev->kobj, parent_object(dev), "%s", dev->kobj.name);
	if (error)
		goto put;
	error = each_groups(dev, add_groups);
	if (error)
		goto del;
	get_device(dev->parent);
	krt_vec_add(&krt.devices, dev);
	if (dev->bus)
		krt_attach_device(dev);
	return 0;
del:
	kobject_del(&dev->kobj);
put:
	put_device(dev);
	return error;
}

int device_register(struct device *dev)
{
	device_initialize(dev);
	return device_add(dev);
}

void device_del(struct device *dev)
{
	if (!dev || !krt_device_is_added(dev))
		return;
	krt_unbind(dev);
	krt_vec_remove(&krt.devices, dev);
	kobject_del(&dev->kobj);
	put_device(dev->parent);
	put_device(dev);
}

void device_unregister(struct device *dev)
{
	device_del(dev);
	put_device(dev);
}

int krt_device_is_added(const struct device *dev)
{
	struct device *d;
	unsigned i;

	krt_vec_for(&krt.devices, i, d) if (d == dev) return 1;
	return 0;
}

/* --- devices of the core's own making ----------------------------------------------------- */

static void free_device(struct device *dev)
{
	krt_own_free(dev);
}

int krt_has_data_from_birth(const struct device *dev)
{
	return dev->class && dev->release == free_device;
}

static struct device *create(const struct class *class, struct device *parent, dev_t devt,
			     void *drvdata, const struct attribute_group **groups, const char *fmt,
			     va_list args, const void *pc)
{
	struct device *dev;
	int error;

	if (IS_ERR_OR_NULL(class))
		return ERR_PTR(-ENODEV);
	krt_may_sleep("device_create()", pc);
	if (krt_must_fail(pc))
		return ERR_PTR(-ENOMEM);
	dev = krt_own_alloc(sizeof(*dev));
	device_initialize(dev);
	dev->devt = devt;
	dev->class = (struct class *)class;
	dev->parent = parent;
	dev->groups = groups;
	dev->release = free_device;
	dev->driver_data = drvdata;
	kobject_set_name_vargs(&dev->kobj, fmt, args);
	error = device_add(dev);
	if (!error)
		return dev;
	put_device(dev);
	return ERR_PTR(error);
}

#if KRT_SINCE(6, 4)
#define CLASS_CONST const
#else
#define CLASS_CONST
#endif

struct device *device_create(CLASS_CONST struct class *class, struct device *parent, dev_t devt,
			     void *drvdata, const char *fmt, ...)
{
	struct device *dev;
	va_list args;

	va_start(args, fmt);
	dev = create(class, parent, devt, drvdata, NULL, fmt, args, KRT_PC);
	va_end(args);
	return dev;
}

struct device *device_create_with_groups(CLASS_CONST struct class *class, struct device *parent,
					 dev_t devt, void *drvdata,
					 const struct attribute_group **groups, const char *fmt,
					 ...)
{
	struct device *dev;
	va_list args;

	va_start(args, fmt);
	dev = create(class, parent, devt, drvdata, groups, fmt, args, KRT_PC);
	va_end(args);
	return dev;
}

void device_destroy(CLASS_CONST struct class *class, dev_t devt)
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev)
	{
		if (dev->class == class && dev->devt == devt) {
			device_unregister(dev);
			return;
		}
	}
}

struct device *__root_device_register(const char *name, struct module *owner)
{
	struct device *dev;
	int error;

	if (krt_must_fail(KRT_PC))
		return ERR_PTR(-ENOMEM);
	dev = krt_own_alloc(sizeof(*dev));
	device_initialize(dev);
	dev->release = free_device;
	dev_set_name(dev, "%s", name);
	error = device_add(dev);
	if (!error)
		return dev;
	put_device(dev);
	return ERR_PTR(error);
}

void root_device_unregister(struct device *dev)
{
	device_unregister(dev);
}

/* --- walks ------------------------------------------------------------------------------------ */

int device_for_each_child(struct device *parent, void *data,
			  int (*fn)(struct device *dev, void *data))
{
	struct device *dev;
	int error = 0;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev) if (dev->parent == parent && !error) error =
		fn(dev, data);
	return error;
}

struct device *device_find_child(struct device *parent, void *data,
				 int (*match)(struct device *dev, void *data))
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i,
		    dev) if (dev->parent == parent && match(dev, data)) return get_device(dev);
	return NULL;
}

struct device *device_find_child_by_name(struct device *parent, const char *name)
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i,
		    dev) if (dev->parent == parent &&
			     sysfs_streq(dev_name(dev), name)) return get_device(dev);
	return NULL;
}

int device_match_name(struct device *dev, const void *name)
{
	return sysfs_streq(dev_name(dev), name);
}

int device_match_of_node(struct device *dev, const void *np)
{
	return dev->of_node == np;
}

int device_match_devt(struct device *dev, const void *pdevt)
{
	return dev->devt == *(dev_t *)pdevt;
}

int device_match_any(struct device *dev, const void *unused)
{
	return 1;
}
