// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Buses, classes and drivers: registering them, their files, binding. */
#include <linux/device.h>
#include <linux/property.h>

#include "driver.h"
#include "tree.h"

#if KRT_SINCE(6, 4)
#define CORE_CONST const
#else
#define CORE_CONST
#endif

static void no_release(struct kobject *kobj)
{
}

/* --- buses --------------------------------------------------------------------------- */

static ssize_t bus_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct bus_attribute *a = container_of(attr, struct bus_attribute, attr);
	struct krt_bus *b = container_of(kobj, struct krt_bus, kobj);

	return a->show ? a->show((void *)b->bus, buf) : -EIO;
}

static ssize_t bus_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			 size_t count)
{
	struct bus_attribute *a = container_of(attr, struct bus_attribute, attr);
	struct krt_bus *b = container_of(kobj, struct krt_bus, kobj);

	return a->store ? a->store((void *)b->bus, buf, count) : -EIO;
}

const struct sysfs_ops krt_bus_ops = { .show = bus_show, .store = bus_store };
static struct kobj_type bus_ktype = { .release = no_release, .sysfs_ops = &krt_bus_ops };
static struct kobj_type folder_ktype = { .release = no_release, .sysfs_ops = &kobj_sysfs_ops };

static struct krt_bus *find_bus(const struct bus_type *bus)
{
	struct krt_bus *b;
	unsigned i;

	krt_vec_for(&krt.buses, i, b) if (b->bus == bus) return b;
	return NULL;
}

struct krt_bus *krt_bus_of(const struct bus_type *bus)
{
	struct krt_bus *b = find_bus(bus);

	if (b)
		return b;
	b = krt_own_alloc(sizeof(*b));
	b->bus = bus;
	if (kobject_init_and_add(&b->kobj, &bus_ktype, krt_bus_kobj, "%s", bus->name) ||
	    kobject_init_and_add(&b->drivers, &folder_ktype, &b->kobj, "drivers"))
		krt_note("the bus %s has no folder", bus->name);
	krt_vec_add(&krt.buses, b);
	return b;
}

int bus_register(CORE_CONST struct bus_type *bus)
{
	if (find_bus(bus))
		return -EEXIST;
	if (krt_must_fail(KRT_PC))
		return -ENOMEM;
	return sysfs_create_groups(&krt_bus_of(bus)->kobj, bus->bus_groups);
}

void bus_unregister(CORE_CONST struct bus_type *bus)
{
	struct krt_bus *b = find_bus(bus);

	if (!b)
		return;
	kobject_del(&b->drivers);
	kobject_put(&b->drivers);
	kobject_del(&b->kobj);
	kobject_put(&b->kobj);
	krt_vec_remove(&krt.buses, b);
	krt_own_free(b);
}

int bus_create_file(CORE_CONST struct bus_type *bus, struct bus_attribute *attr)
{
	return sysfs_create_file_ns(&krt_bus_of(bus)->kobj, &attr->attr, NULL);
}

void bus_remove_file(CORE_CONST struct bus_type *bus, struct bus_attribute *attr)
{
	struct krt_bus *b = find_bus(bus);

	if (b)
		sysfs_remove_file_ns(&b->kobj, &attr->attr, NULL);
}

#if defined(KRT_BUNDLED) || KRT_SINCE(6, 4)
#define WALK_CONST const
#else
#define WALK_CONST
#endif

int bus_for_each_dev(WALK_CONST struct bus_type *bus, struct device *start, void *data,
		     int (*fn)(struct device *dev, void *data))
{
	struct device *dev;
	int error = 0;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev) if (dev->bus == bus && !error) error = fn(dev, data);
	return error;
}

struct device *bus_find_device(WALK_CONST struct bus_type *bus, struct device *start,
			       const void *data, int (*match)(struct device *dev, const void *data))
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i,
		    dev) if (dev->bus == bus && match(dev, data)) return get_device(dev);
	return NULL;
}

/* --- classes ----------------------------------------------------------------------------- */

static ssize_t class_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct class_attribute *a = container_of(attr, struct class_attribute, attr);
	struct krt_class *c = container_of(kobj, struct krt_class, kobj);

	return a->show ? a->show((void *)c->class, a, buf) : -EIO;
}

static ssize_t class_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			   size_t count)
{
	struct class_attribute *a = container_of(attr, struct class_attribute, attr);
	struct krt_class *c = container_of(kobj, struct krt_class, kobj);

	return a->store ? a->store((void *)c->class, a, buf, count) : -EIO;
}

const struct sysfs_ops krt_class_ops = { .show = class_show, .store = class_store };
static struct kobj_type class_ktype = { .release = no_release, .sysfs_ops = &krt_class_ops };

static struct krt_class *find_class(const struct class *class)
{
	struct krt_class *c;
	unsigned i;

	krt_vec_for(&krt.classes, i, c) if (c->class == class) return c;
	return NULL;
}

static int register_class(const struct class *class, int created, const void *pc)
{
	struct krt_class *c;
	int error;

	if (krt_must_fail(pc))
		return -ENOMEM;
	c = krt_own_alloc(sizeof(*c));
	c->class = class;
	c->created = created;
	error = kobject_init_and_add(&c->kobj, &class_ktype, krt_class_kobj, "%s", class->name);
	if (!error)
		error = sysfs_create_groups(&c->kobj, class->class_groups);
	krt_vec_add(&krt.classes, c);
	return error;
}

static void unregister_class(const struct class *class)
{
	struct krt_class *c = find_class(class);

	if (!c)
		return;
	kobject_del(&c->kobj);
	kobject_put(&c->kobj);
	krt_vec_remove(&krt.classes, c);
	if (class->class_release)
		class->class_release((void *)class);
	if (c->created)
		krt_own_free((void *)class);
	krt_own_free(c);
}

static struct class *create_class(const char *name, const void *pc)
{
	struct class *class;
	int error;

	if (krt_must_fail(pc))
		return ERR_PTR(-ENOMEM);
	class = krt_own_alloc(sizeof(*class));
	class->name = name;
	error = register_class(class, 1, pc);
	return error ? ERR_PTR(error) : class;
}

struct class *krt_class_new(const char *name)
{
	struct class *class = krt_own_alloc(sizeof(*class));

	class->name = name;
	if (register_class(class, 1, NULL))
		krt_note("no class %s", name);
	return class;
}

#if KRT_SINCE(6, 4)
struct class *class_create(const char *name)
{
	return create_class(name, KRT_PC);
}
#elif defined(KRT_BUNDLED)
struct class *krt_class_create(struct module *owner, const char *name)
{
	return create_class(name, KRT_PC);
}
#else
struct class *__class_create(struct module *owner, const char *name, struct lock_class_key *key)
{
	return create_class(name, KRT_PC);
}
#endif

#if defined(KRT_BUNDLED) || KRT_SINCE(6, 4)
int class_register(CORE_CONST struct class *class)
{
	return register_class(class, 0, KRT_PC);
}
#else
int __class_register(struct class *class, struct lock_class_key *key)
{
	return register_class(class, 0, KRT_PC);
}
#endif

void class_unregister(CORE_CONST struct class *class)
{
	unregister_class(class);
}

void class_destroy(CORE_CONST struct class *class)
{
	if (!IS_ERR_OR_NULL(class))
		unregister_class(class);
}

static int class_add_file(const struct class *class, const struct class_attribute *attr)
{
	struct krt_class *c = find_class(class);

	return c ? sysfs_create_file_ns(&c->kobj, &attr->attr, NULL) : -EINVAL;
}

static void class_drop_file(const struct class *class, const struct class_attribute *attr)
{
	struct krt_class *c = find_class(class);

	if (c)
		sysfs_remove_file_ns(&c->kobj, &attr->attr, NULL);
}

#ifdef KRT_BUNDLED
int class_create_file(CORE_CONST struct class *class, const struct class_attribute *attr)
{
	return class_add_file(class, attr);
}

void class_remove_file(CORE_CONST struct class *class, const struct class_attribute *attr)
{
	class_drop_file(class, attr);
}
#else
int class_create_file_ns(CORE_CONST struct class *class, const struct class_attribute *attr,
			 const void *ns)
{
	return class_add_file(class, attr);
}

void class_remove_file_ns(CORE_CONST struct class *class, const struct class_attribute *attr,
			  const void *ns)
{
	class_drop_file(class, attr);
}
#endif

ssize_t show_class_attr_string(CORE_CONST struct class *class,
			       CORE_CONST struct class_attribute *attr, char *buf)
{
	struct class_attribute_string *s =
		container_of((struct class_attribute *)attr, struct class_attribute_string, attr);

	return sysfs_emit(buf, "%s\n", s->str);
}

/* --- drivers -------------------------------------------------------------------------------- */

static ssize_t driver_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct driver_attribute *a = container_of(attr, struct driver_attribute, attr);
	struct krt_driver *d = container_of(kobj, struct krt_driver, kobj);

	return a->show ? a->show(d->drv, buf) : -EIO;
}

static ssize_t driver_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			    size_t count)
{
	struct driver_attribute *a = container_of(attr, struct driver_attribute, attr);
	struct krt_driver *d = container_of(kobj, struct krt_driver, kobj);

	return a->store ? a->store(d->drv, buf, count) : -EIO;
}

const struct sysfs_ops krt_driver_ops = { .show = driver_show, .store = driver_store };
static struct kobj_type driver_ktype = { .release = no_release, .sysfs_ops = &krt_driver_ops };

struct krt_driver *krt_driver_of(const struct device_driver *drv)
{
	struct krt_driver *d;
	unsigned i;

	krt_vec_for(&krt.drivers, i, d) if (d->drv == drv) return d;
	return NULL;
}

static int matches(struct device *dev, struct device_driver *drv)
{
	return !drv->bus->match || drv->bus->match(dev, drv);
}

int driver_register(struct device_driver *drv)
{
	struct krt_driver *d;
	struct krt_bus *b;
	struct device *dev;
	unsigned i;
	int error;

	if (!drv->bus) {
		krt_complain(KRT_V_WARN, KRT_PC, "driver %s has no bus", drv->name);
		return -EINVAL;
	}
	b = krt_bus_of(drv->bus);
	if (krt_driver_of(drv) || krt_must_fail(KRT_PC))
		return krt_driver_of(drv) ? -EBUSY : -ENOMEM;
	d = krt_own_alloc(sizeof(*d));
	d->drv = drv;
	error = kobject_init_and_add(&d->kobj, &driver_ktype, &b->drivers, "%s", drv->name);
	if (!error)
		error = sysfs_create_groups(&d->kobj, drv->groups);
	if (!error)
		error = sysfs_create_groups(&d->kobj, drv->bus->drv_groups);
	krt_vec_add(&krt.drivers, d);
	if (error) {
		driver_unregister(drv);
		return error;
	}
	krt_vec_for(&krt.devices, i, dev) if (dev->bus == drv->bus && !dev->driver &&
					      matches(dev, drv)) krt_bind(dev, drv);
	return 0;
}

void driver_unregister(struct device_driver *drv)
{
	struct krt_driver *d = krt_driver_of(drv);
	unsigned i;

	if (!d) {
		krt_complain(KRT_V_WARN, KRT_PC, "unregistering a driver that is not registered");
		return;
	}
	for (i = krt.devices.n; i-- > 0;)
		if (((struct device *)krt.devices.v[i])->driver == drv)
			krt_unbind(krt.devices.v[i]);
	kobject_del(&d->kobj);
	kobject_put(&d->kobj);
	krt_vec_remove(&krt.drivers, d);
	krt_own_free(d);
}

#if defined(KRT_BUNDLED) || KRT_SINCE(6, 4)
int driver_create_file(const struct device_driver *drv, const struct driver_attribute *attr)
#else
int driver_create_file(struct device_driver *drv, const struct driver_attribute *attr)
#endif
{
	struct krt_driver *d = krt_driver_of(drv);

	return d ? sysfs_create_file_ns(&d->kobj, &attr->attr, NULL) : -EINVAL;
}

#if defined(KRT_BUNDLED) || KRT_SINCE(6, 4)
void driver_remove_file(const struct device_driver *drv, const struct driver_attribute *attr)
#else
void driver_remove_file(struct device_driver *drv, const struct driver_attribute *attr)
#endif
{
	struct krt_driver *d = krt_driver_of(drv);

	if (d)
		sysfs_remove_file_ns(&d->kobj, &attr->attr, NULL);
}

int driver_for_each_device(struct device_driver *drv, struct device *start, void *data,
			   int (*fn)(struct device *dev, void *data))
{
	struct device *dev;
	int error = 0;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev) if (dev->driver == drv && !error) error = fn(dev, data);
	return error;
}

/* --- binding ------------------------------------------------------------------------------------
 */

struct probe {
	struct device *dev;
	int error;
};

static void run_probe(void *arg)
{
	struct probe *p = arg;
	struct device *dev = p->dev;

	if (dev->bus->probe)
		p->error = dev->bus->probe(dev);
	else if (dev->driver->probe)
		p->error = dev->driver->probe(dev);
	if (!p->error && dev->driver->dev_groups)
		p->error = sysfs_create_groups(&dev->kobj, dev->driver->dev_groups);
}

/* A BUG() in a probe ends the probe, not the load. */
int krt_bind(struct device *dev, struct device_driver *drv)
{
	struct probe p = { .dev = dev };

	dev->driver = drv;
	krt.guarded++;
	if (host_call(run_probe, &p))
		p.error = -EFAULT;
	krt.guarded--;
	if (!p.error)
		return 0;
	krt_note("probe of %s by %s: %d", dev_name(dev), drv->name, p.error);
	krt_devres_release_all(dev);
	dev->driver = NULL;
	dev->driver_data = NULL;
	return p.error;
}

void krt_unbind(struct device *dev)
{
	struct device_driver *drv = dev->driver;

	if (!drv)
		return;
	if (drv->dev_groups)
		sysfs_remove_groups(&dev->kobj, drv->dev_groups);
	if (dev->bus && dev->bus->remove)
		dev->bus->remove(dev);
	else if (drv->remove)
		drv->remove(dev);
	krt_devres_release_all(dev);
	dev->driver = NULL;
	dev->driver_data = NULL;
}

void krt_attach_device(struct device *dev)
{
	struct krt_driver *d;
	unsigned i;

	krt_vec_for(&krt.drivers, i, d) if (!dev->driver && d->drv->bus == dev->bus &&
					    matches(dev, d->drv)) krt_bind(dev, d->drv);
}

int device_attach(struct device *dev)
{
	krt_attach_device(dev);
	return dev->driver != NULL;
}

void device_release_driver(struct device *dev)
{
	krt_unbind(dev);
}

int device_bind_driver(struct device *dev)
{
	return 0;
}
