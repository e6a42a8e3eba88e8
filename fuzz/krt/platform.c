// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The platform bus. A driver that registers no device of its own gets one after
 * module_init: named as its id table or itself says, with two windows of memory
 * and an interrupt.
 */
#include <linux/platform_device.h>
#include <linux/mod_devicetable.h>
#include <linux/ioport.h>
#include <linux/io.h>

#include "driver.h"
#include "tree.h"

/* As platform_match(): the id table if there is one, else the name. */
static const struct platform_device_id *match_id(const struct platform_device_id *id,
						 const struct platform_device *pdev)
{
	for (; id->name[0]; id++)
		if (strcmp(pdev->name, id->name) == 0)
			return id;
	return NULL;
}

#if KRT_SINCE(6, 11)
static int platform_match(struct device *dev, const struct device_driver *drv)
#else
static int platform_match(struct device *dev, struct device_driver *drv)
#endif
{
	struct platform_device *pdev = to_platform_device(dev);
	const struct platform_device_id *table =
		container_of(drv, struct platform_driver, driver)->id_table;

	if (pdev->driver_override)
		return strcmp(pdev->driver_override, drv->name) == 0;
	if (table) {
		pdev->id_entry = match_id(table, pdev);
		return pdev->id_entry != NULL;
	}
	return strcmp(pdev->name, drv->name) == 0;
}

static int platform_probe(struct device *dev)
{
	struct platform_driver *drv = container_of(dev->driver, struct platform_driver, driver);

	return drv->probe ? drv->probe(to_platform_device(dev)) : 0;
}

static void remove_by_driver(struct device *dev)
{
	struct platform_driver *drv = container_of(dev->driver, struct platform_driver, driver);

#if defined(KRT_BUNDLED) || (KRT_SINCE(6, 3) && !KRT_SINCE(6, 11))
	if (drv->remove_new) {
		drv->remove_new(to_platform_device(dev));
		return;
	}
#endif
	if (drv->remove)
		drv->remove(to_platform_device(dev));
}

#if KRT_SINCE(5, 15)
static void platform_remove(struct device *dev)
{
	remove_by_driver(dev);
}
#else
static int platform_remove(struct device *dev)
{
	remove_by_driver(dev);
	return 0;
}
#endif

struct bus_type platform_bus_type = {
	.name = "platform",
	.match = platform_match,
	.probe = platform_probe,
	.remove = platform_remove,
};

static void no_release(struct device *dev)
{
}

struct device platform_bus = { .release = no_release };

void krt_platform_boot(void)
{
	krt_bus_of(&platform_bus_type);
	platform_bus.init_name = "platform";
	if (device_register(&platform_bus))
		krt_note("no platform bus");
}

int __platform_driver_register(struct platform_driver *drv, struct module *owner)
{
	drv->driver.owner = owner;
	drv->driver.bus = &platform_bus_type;
	return driver_register(&drv->driver);
}

void platform_driver_unregister(struct platform_driver *drv)
{
	driver_unregister(&drv->driver);
}

int __platform_driver_probe(struct platform_driver *drv, int (*probe)(struct platform_device *),
			    struct module *module)
{
	drv->probe = probe;
	return __platform_driver_register(drv, module);
}

/* --- devices ------------------------------------------------------------------------------ */

struct own_device {
	struct platform_device pdev;
	char name[];
};

static void release_own(struct device *dev)
{
	struct platform_device *pdev = to_platform_device(dev);

	if (dev->platform_data)
		krt_own_free(dev->platform_data);
	if (pdev->resource)
		krt_own_free(pdev->resource);
	krt_own_free(container_of(pdev, struct own_device, pdev));
}

struct platform_device *platform_device_alloc(const char *name, int id)
{
	struct own_device *own;

	if (krt_must_fail(KRT_PC))
		return NULL;
	own = krt_own_alloc(sizeof(*own) + strlen(name) + 1);
	strcpy(own->name, name);
	own->pdev.name = own->name;
	own->pdev.id = id;
	device_initialize(&own->pdev.dev);
	own->pdev.dev.release = release_own;
	return &own->pdev;
}

static void *copy_of(const void *src, size_t size)
{
	return memcpy(krt_own_alloc(size), src, size);
}

int platform_device_add_resources(struct platform_device *pdev, const struct resource *res,
				  unsigned int num)
{
	if (krt_must_fail(KRT_PC))
		return -ENOMEM;
	pdev->resource = res ? copy_of(res, num * sizeof(*res)) : NULL;
	pdev->num_resources = res ? num : 0;
	return 0;
}

int platform_device_add_data(struct platform_device *pdev, const void *data, size_t size)
{
	if (krt_must_fail(KRT_PC))
		return -ENOMEM;
	pdev->dev.platform_data = data ? copy_of(data, size) : NULL;
	return 0;
}

int platform_device_add(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;

	if (!dev->parent)
		dev->parent = &platform_bus;
	dev->bus = &platform_bus_type;
	if (pdev->id == PLATFORM_DEVID_NONE)
		dev_set_name(dev, "%s", pdev->name);
	else if (pdev->id == PLATFORM_DEVID_AUTO)
		dev_set_name(dev, "%s.%d.auto", pdev->name, krt.next_id++);
	else
		dev_set_name(dev, "%s.%d", pdev->name, pdev->id);
	return device_add(dev);
}

int platform_device_register(struct platform_device *pdev)
{
	device_initialize(&pdev->dev);
	return platform_device_add(pdev);
}

void platform_device_del(struct platform_device *pdev)
{
	if (!IS_ERR_OR_NULL(pdev))
		device_del(&pdev->dev);
}

void platform_device_put(struct platform_device *pdev)
{
	if (!IS_ERR_OR_NULL(pdev))
		put_device(&pdev->dev);
}

void platform_device_unregister(struct platform_device *pdev)
{
	platform_device_del(pdev);
	platform_device_put(pdev);
}

struct platform_device *platform_device_register_full(const struct platform_device_info *info)
{
	struct platform_device *pdev = platform_device_alloc(info->name, info->id);
	int error;

	if (!pdev)
		return ERR_PTR(-ENOMEM);
	pdev->dev.parent = info->parent;
	error = platform_device_add_resources(pdev, info->res, info->num_res);
	if (!error)
		error = platform_device_add_data(pdev, info->data, info->size_data);
	if (!error)
		error = platform_device_add(pdev);
	if (!error)
		return pdev;
	platform_device_put(pdev);
	return ERR_PTR(error);
}

#ifdef KRT_BUNDLED
struct platform_device *platform_device_register_simple(const char *name, int id,
							const struct resource *res,
							unsigned int num)
{
	struct platform_device_info info = { .name = name, .id = id, .res = res, .num_res = num };

	return platform_device_register_full(&info);
}

struct platform_device *platform_device_register_data(struct device *parent, const char *name,
						      int id, const void *data, size_t size)
{
	struct platform_device_info info = {
		.parent = parent,
		.name = name,
		.id = id,
		.data = data,
		.size_data = size,
	};

	return platform_device_register_full(&info);
}
#endif

struct platform_device *__platform_create_bundle(struct platform_driver *drv,
						 int (*probe)(struct platform_device *),
						 struct resource *res, unsigned int n_res,
						 const void *data, size_t size,
						 struct module *module)
{
	struct platform_device_info info = {
		.name = drv->driver.name,
		.id = -1,
		.res = res,
		.num_res = n_res,
		.data = data,
		.size_data = size,
	};
	int error = __platform_driver_probe(drv, probe, module);

	return error ? ERR_PTR(error) : platform_device_register_full(&info);
}

int platform_add_devices(struct platform_device **devs, int num)
{
	int i, error = 0;

	for (i = 0; i < num && !error; i++)
		error = platform_device_register(devs[i]);
	return error;
}

/* --- resources ---------------------------------------------------------------------------------
 */

struct resource *platform_get_resource(struct platform_device *pdev, unsigned int type,
				       unsigned int num)
{
	unsigned i;

	for (i = 0; i < pdev->num_resources; i++)
		if ((pdev->resource[i].flags & IORESOURCE_TYPE_BITS) == type && num-- == 0)
			return &pdev->resource[i];
	return NULL;
}

struct resource *platform_get_resource_byname(struct platform_device *pdev, unsigned int type,
					      const char *name)
{
	unsigned i;

	for (i = 0; i < pdev->num_resources; i++)
		if ((pdev->resource[i].flags & IORESOURCE_TYPE_BITS) == type &&
		    pdev->resource[i].name && strcmp(pdev->resource[i].name, name) == 0)
			return &pdev->resource[i];
	/* The made-up device has no names: any window will do. */
	return krt_is_fake(&pdev->dev) ? platform_get_resource(pdev, type, 0) : NULL;
}

int platform_get_irq_optional(struct platform_device *pdev, unsigned int num)
{
	struct resource *r = platform_get_resource(pdev, IORESOURCE_IRQ, num);

	return r ? (int)r->start : -ENXIO;
}

int platform_get_irq(struct platform_device *pdev, unsigned int num)
{
	return platform_get_irq_optional(pdev, num);
}

int platform_get_irq_byname_optional(struct platform_device *pdev, const char *name)
{
	struct resource *r = platform_get_resource_byname(pdev, IORESOURCE_IRQ, name);

	return r ? (int)r->start : -ENXIO;
}

int platform_get_irq_byname(struct platform_device *pdev, const char *name)
{
	return platform_get_irq_byname_optional(pdev, name);
}

int platform_irq_count(struct platform_device *pdev)
{
	int n = 0;

	while (platform_get_resource(pdev, IORESOURCE_IRQ, n))
		n++;
	return n;
}

void __iomem *devm_platform_get_and_ioremap_resource(struct platform_device *pdev,
						     unsigned int index, struct resource **res)
{
	struct resource *r = platform_get_resource(pdev, IORESOURCE_MEM, index);

	if (res)
		*res = r;
	return devm_ioremap_resource(&pdev->dev, r);
}

void __iomem *devm_platform_ioremap_resource(struct platform_device *pdev, unsigned int index)
{
	return devm_platform_get_and_ioremap_resource(pdev, index, NULL);
}

void __iomem *devm_platform_ioremap_resource_byname(struct platform_device *pdev, const char *name)
{
	return devm_ioremap_resource(&pdev->dev,
				     platform_get_resource_byname(pdev, IORESOURCE_MEM, name));
}

/* --- a device for who has none -------------------------------------------------------------------
 */

static int has_device(const struct device_driver *drv)
{
	struct device *dev;
	unsigned i;

	krt_vec_for(&krt.devices, i, dev) if (dev->driver == drv) return 1;
	return 0;
}

static void fake_device(struct platform_driver *drv)
{
	static const struct resource windows[] = {
		{ .start = 0x10000000, .end = 0x1000ffff, .flags = IORESOURCE_MEM },
		{ .start = 0x10010000, .end = 0x1001ffff, .flags = IORESOURCE_MEM },
		{ .start = 33, .end = 33, .flags = IORESOURCE_IRQ },
		{ .start = 34, .end = 34, .flags = IORESOURCE_IRQ },
	};
	const char *name =
		drv->id_table && drv->id_table->name[0] ? drv->id_table->name : drv->driver.name;
	struct platform_device *pdev = platform_device_alloc(name, 0);

	if (!pdev || platform_device_add_resources(pdev, windows, ARRAY_SIZE(windows)))
		return;
	krt_vec_add(&krt.fakes, &pdev->dev);
	if (platform_device_add(pdev))
		krt_note("no platform device %s", name);
}

void krt_platform_fake(void)
{
	struct krt_driver *d;
	unsigned i;

	krt_vec_for(&krt.drivers, i,
		    d) if (d->drv->bus == &platform_bus_type && !has_device(d->drv))
		fake_device(container_of(d->drv, struct platform_driver, driver));
}
