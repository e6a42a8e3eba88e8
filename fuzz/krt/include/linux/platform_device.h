/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel; remove() returns nothing since 6.11 */
#ifndef KRT_LINUX_PLATFORM_DEVICE_H
#define KRT_LINUX_PLATFORM_DEVICE_H

#include <linux/device.h>
#include <linux/mod_devicetable.h>
#include <krt/era.h>
#define PLATFORM_DEVID_NONE (-1)
#define PLATFORM_DEVID_AUTO (-2)
struct platform_device {
	const char *name;
	int id;
	bool id_auto;
	struct device dev;
	u64 platform_dma_mask;
	u32 num_resources;
	struct resource *resource;
	const struct platform_device_id *id_entry;
	const char *driver_override;
	struct mfd_cell *mfd_cell;
};
struct platform_device_info {
	struct device *parent;
	struct fwnode_handle *fwnode;
	const char *name;
	int id;
	const struct resource *res;
	unsigned int num_res;
	const void *data;
	size_t size_data;
	u64 dma_mask;
};
struct platform_driver {
	int (*probe)(struct platform_device *pdev);
#if KRT_SINCE(6, 11)
	void (*remove)(struct platform_device *pdev);
#else
	int (*remove)(struct platform_device *pdev);
#endif
	void (*remove_new)(struct platform_device *pdev);
	void (*shutdown)(struct platform_device *pdev);
	int (*suspend)(struct platform_device *pdev, pm_message_t state);
	int (*resume)(struct platform_device *pdev);
	struct device_driver driver;
	const struct platform_device_id *id_table;
	bool prevent_deferred_probe;
};
#define to_platform_device(x) container_of((x), struct platform_device, dev)
#define to_platform_driver(drv) container_of((drv), struct platform_driver, driver)
#define platform_get_device_id(pdev) ((pdev)->id_entry)
extern struct bus_type platform_bus_type;
extern struct device platform_bus;
extern int platform_device_register(struct platform_device *pdev);
extern void platform_device_unregister(struct platform_device *pdev);
extern int platform_add_devices(struct platform_device **devs, int num);
extern struct platform_device *
platform_device_register_full(const struct platform_device_info *pdevinfo);
extern struct platform_device *platform_device_register_simple(const char *name, int id,
							       const struct resource *res,
							       unsigned int num);
extern struct platform_device *platform_device_register_data(struct device *parent,
							     const char *name, int id,
							     const void *data, size_t size);
extern struct platform_device *platform_device_alloc(const char *name, int id);
extern int platform_device_add_resources(struct platform_device *pdev, const struct resource *res,
					 unsigned int num);
extern int platform_device_add_data(struct platform_device *pdev, const void *data, size_t size);
extern int platform_device_add(struct platform_device *pdev);
extern void platform_device_del(struct platform_device *pdev);
extern void platform_device_put(struct platform_device *pdev);
extern struct resource *platform_get_resource(struct platform_device *dev, unsigned int type,
					      unsigned int num);
extern struct resource *platform_get_resource_byname(struct platform_device *dev,
						     unsigned int type, const char *name);
extern void __iomem *devm_platform_ioremap_resource(struct platform_device *pdev,
						    unsigned int index);
extern void __iomem *devm_platform_ioremap_resource_byname(struct platform_device *pdev,
							   const char *name);
extern void __iomem *
devm_platform_get_and_ioremap_resource(struct platform_device *pdev, unsigned int index,
				       struct resource **res);
extern int platform_get_irq(struct platform_device *dev, unsigned int num);
extern int platform_get_irq_optional(struct platform_device *dev, unsigned int num);
extern int platform_get_irq_byname(struct platform_device *dev, const char *name);
extern int platform_get_irq_byname_optional(struct platform_device *dev, const char *name);
extern int platform_irq_count(struct platform_device *dev);
extern int __platform_driver_register(struct platform_driver *drv, struct module *owner);
extern void platform_driver_unregister(struct platform_driver *drv);
extern int __platform_driver_probe(struct platform_driver *driver,
				   int (*probe)(struct platform_device *), struct module *module);
extern struct platform_device *
__platform_create_bundle(struct platform_driver *driver, int (*probe)(struct platform_device *),
			 struct resource *res, unsigned int n_res, const void *data, size_t size,
			 struct module *module);
#define platform_driver_register(drv) __platform_driver_register(drv, THIS_MODULE)
#define platform_driver_probe(drv, probe) __platform_driver_probe(drv, probe, THIS_MODULE)
#define platform_create_bundle(driver, probe, res, n_res, data, size) \
	__platform_create_bundle(driver, probe, res, n_res, data, size, THIS_MODULE)
#define module_platform_driver(__platform_driver) \
	module_driver(__platform_driver, platform_driver_register, platform_driver_unregister)
#define builtin_platform_driver(__platform_driver) \
	builtin_driver(__platform_driver, platform_driver_register)
#define module_platform_driver_probe(__platform_driver, __platform_probe) \
	static int __init __platform_driver##_init(void) \
	{ \
		return platform_driver_probe(&(__platform_driver), __platform_probe); \
	} \
	module_init(__platform_driver##_init); \
	static void __exit __platform_driver##_exit(void) \
	{ \
		platform_driver_unregister(&(__platform_driver)); \
	} \
	module_exit(__platform_driver##_exit)
static inline void *platform_get_drvdata(const struct platform_device *pdev)
{
	return dev_get_drvdata(&pdev->dev);
}
static inline void platform_set_drvdata(struct platform_device *pdev, void *data)
{
	dev_set_drvdata(&pdev->dev, data);
}

#endif
