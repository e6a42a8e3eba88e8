// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The mdev core of its four eras (contract.md section 3). A parent has types; a
 * type is a folder in mdev_supported_types with the vendor's files (eras A to C);
 * a device is made of a type. What differs by era: who is registered (an ops
 * struct, or a driver), where the types come from (attribute groups, or an array of
 * struct mdev_type), what the files' handlers get, and what makes a device.
 *
 * `struct mdev_parent` is opaque to drivers before era D, where the driver
 * embeds it; krt keeps its own record of each parent and never needs the kernel's.
 */
#include <linux/mdev.h>
#include <linux/uuid.h>

#include "driver.h"
#include "tree.h"

/* A parent as krt knows it. */
struct krt_parent {
	struct device *dev;
	struct kset *folder;  /* mdev_supported_types */
	struct krt_vec types; /* struct krt_type */
	struct krt_vec made;  /* struct device: mdevs */
#if KRT_MDEV_ERA <= 2
	const struct mdev_parent_ops *ops;
#endif
#if KRT_MDEV_ERA >= 3
	struct mdev_driver *drv;
#endif
#if KRT_MDEV_ERA == 4
	struct mdev_parent *parent;
#endif
};

#if KRT_MDEV_ERA <= 3
/* What the driver sees as struct mdev_type is this. */
struct mdev_type {
	struct kobject kobj;
	struct krt_parent *parent;
	unsigned int id;
	const struct attribute_group *group;
};
#endif

#if KRT_MDEV_ERA == 1
struct mdev_device {
	struct device dev;
	guid_t uuid;
	void *driver_data;
	struct mdev_type *type;
	struct device *iommu_device;
};
#endif

/* --- files of a type ------------------------------------------------------------------ */

/* As the core's own struct mdev_type_attribute, which a driver may define itself. */
struct type_attribute {
	struct attribute attr;
#if KRT_MDEV_ERA == 1
	ssize_t (*show)(struct kobject *kobj, struct device *dev, char *buf);
	ssize_t (*store)(struct kobject *kobj, struct device *dev, const char *buf, size_t count);
#else
	ssize_t (*show)(struct mdev_type *type, struct type_attribute *attr, char *buf);
	ssize_t (*store)(struct mdev_type *type, struct type_attribute *attr, const char *buf,
			 size_t count);
#endif
};

static ssize_t type_show(struct kobject *kobj, struct attribute *attr, char *buf)
{
	struct type_attribute *a = container_of(attr, struct type_attribute, attr);
	struct mdev_type *type = container_of(kobj, struct mdev_type, kobj);

	if (!a->show)
		return -EIO;
#if KRT_MDEV_ERA == 1
	return a->show(kobj, type->parent->dev, buf);
#else
	return a->show(type, a, buf);
#endif
}

static ssize_t type_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			  size_t count)
{
	struct type_attribute *a = container_of(attr, struct type_attribute, attr);
	struct mdev_type *type = container_of(kobj, struct mdev_type, kobj);

	if (!a->store)
		return -EIO;
#if KRT_MDEV_ERA == 1
	return a->store(kobj, type->parent->dev, buf, count);
#else
	return a->store(type, a, buf, count);
#endif
}

const struct sysfs_ops krt_mdev_type_ops = { .show = type_show, .store = type_store };

static void type_release(struct kobject *kobj)
{
#if KRT_MDEV_ERA <= 3
	krt_own_free(container_of(kobj, struct mdev_type, kobj));
#endif
}

static struct kobj_type type_ktype = { .release = type_release, .sysfs_ops = &krt_mdev_type_ops };

/* --- parents ------------------------------------------------------------------------------- */

static struct krt_parent *find_parent(const struct device *dev)
{
	struct krt_parent *p;
	unsigned i;

	krt_vec_for(&krt.parents, i, p) if (p->dev == dev) return p;
	return NULL;
}

static void remove_mdevs(struct krt_parent *p);

static void remove_parent(struct krt_parent *p)
{
	struct mdev_type *type;
	unsigned i;

	remove_mdevs(p);
	krt_vec_for(&p->types, i, type)
	{
		kobject_del(&type->kobj);
		kobject_put(&type->kobj);
	}
	kset_unregister(p->folder);
	krt_vec_remove(&krt.parents, p);
	put_device(p->dev);
	krt_own_free(p);
}

static struct krt_parent *add_parent(struct device *dev, int *error)
{
	struct krt_parent *p;

	*error = find_parent(dev) ? -EEXIST : krt_must_fail(NULL) ? -ENOMEM : 0;
	if (*error)
		return NULL;
	p = krt_own_alloc(sizeof(*p));
	p->dev = get_device(dev);
	p->folder = kset_create_and_add("mdev_supported_types", NULL, &dev->kobj);
	krt_vec_add(&krt.parents, p);
	if (!p->folder)
		*error = -ENOMEM;
	return p;
}

static int add_type(struct krt_parent *p, struct mdev_type *type, const char *name)
{
	int error;

	type->kobj.kset = p->folder;
	error = kobject_init_and_add(&type->kobj, &type_ktype, NULL, "%s-%s",
				     dev_driver_string(p->dev), name);
	if (error)
		kobject_put(&type->kobj);
	else
		krt_vec_add(&p->types, type);
	return error;
}

#if KRT_MDEV_ERA <= 3
/* is_visible() is not asked, and the group's name is the type's. */
static int add_group_types(struct krt_parent *p, struct attribute_group **groups)
{
	unsigned i;
	int error = groups ? 0 : -EINVAL;

	for (i = 0; !error && groups[i]; i++) {
		struct mdev_type *type;

		if (!groups[i]->name)
			return -EINVAL;
		if (krt_must_fail(NULL))
			return -ENOMEM;
		type = krt_own_alloc(sizeof(*type));
		type->parent = p;
		type->id = i;
		type->group = groups[i];
		error = add_type(p, type, groups[i]->name);
		if (!error && groups[i]->attrs)
			error = sysfs_create_files(
				&type->kobj, (const struct attribute *const *)groups[i]->attrs);
	}
	return error;
}

static int register_parent(struct krt_parent *p, struct attribute_group **groups,
			   const struct attribute_group **dev_groups, int error)
{
	if (!error)
		error = add_group_types(p, groups);
	if (!error && dev_groups)
		error = sysfs_create_groups(&p->dev->kobj, dev_groups);
	if (error && p)
		remove_parent(p);
	return error;
}

void mdev_unregister_device(struct device *dev)
{
	struct krt_parent *p = find_parent(dev);

	if (!p) {
		krt_complain(KRT_V_API, KRT_PC, "no parent is registered for this device");
		return;
	}
#if KRT_MDEV_ERA <= 2
	if (p->ops->dev_attr_groups)
		sysfs_remove_groups(&dev->kobj, p->ops->dev_attr_groups);
#endif
	remove_parent(p);
}
#endif

#if KRT_MDEV_ERA <= 2
int mdev_register_device(struct device *dev, const struct mdev_parent_ops *ops)
{
	struct krt_parent *p;
	int error;

	krt_may_sleep("mdev_register_device()", KRT_PC);
	if (!ops || !ops->supported_type_groups)
		return -EINVAL;
#if KRT_MDEV_ERA == 1
	if (!ops->create || !ops->remove)
		return -EINVAL;
#endif
	p = add_parent(dev, &error);
	if (p)
		p->ops = ops;
	return register_parent(p, ops->supported_type_groups, ops->dev_attr_groups, error);
}
#elif KRT_MDEV_ERA == 3
int mdev_register_device(struct device *dev, struct mdev_driver *drv)
{
	struct krt_parent *p;
	int error;

	krt_may_sleep("mdev_register_device()", KRT_PC);
	if (!drv->supported_type_groups)
		return -EINVAL;
	p = add_parent(dev, &error);
	if (p)
		p->drv = drv;
	return register_parent(p, drv->supported_type_groups, NULL, error);
}
#else
int mdev_register_parent(struct mdev_parent *parent, struct device *dev, struct mdev_driver *drv,
			 struct mdev_type **types, unsigned int nr_types)
{
	struct krt_parent *p;
	unsigned i;
	int error;

	krt_may_sleep("mdev_register_parent()", KRT_PC);
	p = add_parent(dev, &error);
	memset(parent, 0, sizeof(*parent));
	parent->dev = dev;
	parent->mdev_driver = drv;
	parent->types = types;
	parent->nr_types = nr_types;
	for (i = 0; !error && i < nr_types; i++) {
		types[i]->parent = parent;
		error = add_type(p, types[i], types[i]->sysfs_name);
	}
	if (p) {
		p->drv = drv;
		p->parent = parent;
	}
	if (error && p)
		remove_parent(p);
	return error;
}

void mdev_unregister_parent(struct mdev_parent *parent)
{
	struct krt_parent *p = find_parent(parent->dev);

	if (p)
		remove_parent(p);
}
#endif

/* --- the bus and its drivers -------------------------------------------------------------- */

#if KRT_MDEV_ERA == 1
static int bus_probe(struct device *dev)
{
	struct mdev_driver *drv = to_mdev_driver(dev->driver);

	return drv->probe ? drv->probe(dev) : 0;
}
#else
static int bus_probe(struct device *dev)
{
	struct mdev_driver *drv = container_of(dev->driver, struct mdev_driver, driver);

	return drv->probe ? drv->probe(to_mdev_device(dev)) : 0;
}
#endif

static void remove_by_driver(struct device *dev)
{
	struct mdev_driver *drv = container_of(dev->driver, struct mdev_driver, driver);

#if KRT_MDEV_ERA == 1
	if (drv->remove)
		drv->remove(dev);
#else
	if (drv->remove)
		drv->remove(to_mdev_device(dev));
#endif
}

#if KRT_SINCE(5, 15)
static void bus_remove(struct device *dev)
{
	remove_by_driver(dev);
}
#else
static int bus_remove(struct device *dev)
{
	remove_by_driver(dev);
	return 0;
}
#endif

/* A device is bound by hand to the driver that its parent names. */
#if KRT_SINCE(6, 11)
static int bus_match(struct device *dev, const struct device_driver *drv)
#else
static int bus_match(struct device *dev, struct device_driver *drv)
#endif
{
	return 0;
}

struct bus_type mdev_bus_type = {
	.name = "mdev",
	.probe = bus_probe,
	.remove = bus_remove,
	.match = bus_match,
};

void krt_mdev_boot(void)
{
	krt_bus_of(&mdev_bus_type);
}

#if KRT_MDEV_ERA == 1
int mdev_register_driver(struct mdev_driver *drv, struct module *owner)
{
	drv->driver.name = drv->name;
	drv->driver.owner = owner;
#else
int mdev_register_driver(struct mdev_driver *drv)
{
#if KRT_MDEV_ERA == 4
	if (!drv->device_api)
		return -EINVAL;
#endif
#endif
	drv->driver.bus = &mdev_bus_type;
	return driver_register(&drv->driver);
}

void mdev_unregister_driver(struct mdev_driver *drv)
{
	driver_unregister(&drv->driver);
}

/* --- devices ------------------------------------------------------------------------------------
 */

static void mdev_release(struct device *dev)
{
	krt_own_free(container_of(dev, struct mdev_device, dev));
}

static struct mdev_device *new_mdev(struct krt_parent *p, struct mdev_type *type)
{
	struct mdev_device *mdev = krt_own_alloc(sizeof(*mdev));

	device_initialize(&mdev->dev);
	generate_random_guid((unsigned char *)&mdev->uuid);
	mdev->type = type;
	mdev->dev.parent = p->dev;
	mdev->dev.release = mdev_release;
	dev_set_name(&mdev->dev, "%pUl", &mdev->uuid);
	return mdev;
}

#if KRT_MDEV_ERA <= 2
/* The vendor's create() comes first; the files stand on the device once it is there. */
static int start_mdev(struct krt_parent *p, struct mdev_type *type, struct mdev_device *mdev)
{
	int error = 0;

#if KRT_MDEV_ERA == 1
	error = p->ops->create(&type->kobj, mdev);
#else
	if (p->ops->create)
		error = p->ops->create(mdev);
#endif
	if (error)
		return error;
	mdev->dev.bus = &mdev_bus_type;
	mdev->dev.groups = p->ops->mdev_attr_groups;
	error = device_add(&mdev->dev);
#if KRT_MDEV_ERA == 2
	if (!error && p->ops->device_driver)
		error = krt_bind(&mdev->dev, &p->ops->device_driver->driver);
#endif
	return error;
}

static void stop_mdev(struct krt_parent *p, struct mdev_device *mdev)
{
#if KRT_MDEV_ERA == 2
	krt_unbind(&mdev->dev);
#endif
	if (p->ops->remove)
		p->ops->remove(mdev);
}
#else
static int start_mdev(struct krt_parent *p, struct mdev_type *type, struct mdev_device *mdev)
{
	int error;

	mdev->dev.bus = &mdev_bus_type;
	error = device_add(&mdev->dev);
	return error ? error : krt_bind(&mdev->dev, &p->drv->driver);
}

static void stop_mdev(struct krt_parent *p, struct mdev_device *mdev)
{
}
#endif

struct creation {
	struct krt_parent *p;
	struct mdev_type *type;
};

static void create_mdev(void *arg)
{
	struct creation *c = arg;
	struct mdev_device *mdev = new_mdev(c->p, c->type);
	int error = start_mdev(c->p, c->type, mdev);

	if (!error) {
		krt_vec_add(&c->p->made, &mdev->dev);
		return;
	}
	krt_note("creating a device of type %s: %d", c->type->kobj.name, error);
	device_del(&mdev->dev);
	put_device(&mdev->dev);
}

static void remove_mdevs(struct krt_parent *p)
{
	while (p->made.n) {
		struct device *dev = p->made.v[--p->made.n];

		stop_mdev(p, container_of(dev, struct mdev_device, dev));
		device_unregister(dev);
	}
}

void krt_mdev_create_all(void)
{
	struct krt_parent *p;
	struct mdev_type *type;
	unsigned i, j;

	krt_vec_for(&krt.parents, i, p)
	{
		krt_vec_for(&p->types, j, type)
		{
			struct creation c = { p, type };

			krt.guarded++;
			if (host_call(create_mdev, &c))
				krt_note("creating a device of type %s did not return",
					 type->kobj.name);
			krt.guarded--;
		}
	}
}

const char *krt_mdev_node(struct kobject *kobj, const char *kind)
{
	struct krt_parent *p;
	unsigned i, j;
	void *item;

	krt_vec_for(&krt.parents, i, p)
	{
		if (kobj == &p->dev->kobj)
			return "parent";
		krt_vec_for(&p->types, j,
			    item) if (kobj == &((struct mdev_type *)item)->kobj) return "type";
		krt_vec_for(&p->made, j,
			    item) if (kobj == &((struct device *)item)->kobj) return "device";
	}
	return "other";
}

/* --- what drivers ask of a type or a device
 * --------------------------------------------------------- */

#if KRT_MDEV_ERA == 1
void *mdev_get_drvdata(struct mdev_device *mdev)
{
	return mdev->driver_data;
}

void mdev_set_drvdata(struct mdev_device *mdev, void *data)
{
	mdev->driver_data = data;
}

const guid_t *mdev_uuid(struct mdev_device *mdev)
{
	return &mdev->uuid;
}

struct device *mdev_dev(struct mdev_device *mdev)
{
	return &mdev->dev;
}

struct mdev_device *mdev_from_dev(struct device *dev)
{
	return dev->bus == &mdev_bus_type ? container_of(dev, struct mdev_device, dev) : NULL;
}

int mdev_set_iommu_device(struct device *dev, struct device *iommu_device)
{
	container_of(dev, struct mdev_device, dev)->iommu_device = iommu_device;
	return 0;
}

struct device *mdev_get_iommu_device(struct device *dev)
{
	return container_of(dev, struct mdev_device, dev)->iommu_device;
}
#endif

#if KRT_MDEV_ERA <= 3
struct device *mdev_parent_dev(struct mdev_device *mdev)
{
	return mdev->type->parent->dev;
}
#endif

#if KRT_MDEV_ERA == 2 || KRT_MDEV_ERA == 3
unsigned int mdev_get_type_group_id(struct mdev_device *mdev)
{
	return mdev->type->id;
}

unsigned int mtype_get_type_group_id(struct mdev_type *type)
{
	return type->id;
}

struct device *mtype_get_parent_dev(struct mdev_type *type)
{
	return type->parent->dev;
}
#endif
