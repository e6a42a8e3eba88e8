/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: matching and companions only */
#ifndef KRT_LINUX_ACPI_H
#define KRT_LINUX_ACPI_H

#include <linux/errno.h>
#include <linux/ioport.h>
#include <linux/device.h>
#include <linux/mod_devicetable.h>
#include <linux/property.h>
#include <linux/uuid.h>
typedef void *acpi_handle;
typedef u32 acpi_status;
typedef u64 acpi_integer;
typedef char *acpi_string;
typedef u32 acpi_object_type;
#define AE_OK ((acpi_status)0x0000)
#define AE_ERROR ((acpi_status)0x0001)
#define AE_NOT_FOUND ((acpi_status)0x0005)
#define AE_BUFFER_OVERFLOW ((acpi_status)0x000b)
#define ACPI_SUCCESS(a) (!(a))
#define ACPI_FAILURE(a) (a)
#define ACPI_ALLOCATE_BUFFER ((size_t)(-1))
#define ACPI_TYPE_INTEGER 0x01
#define ACPI_TYPE_STRING 0x02
#define ACPI_TYPE_BUFFER 0x03
#define ACPI_TYPE_PACKAGE 0x04
#define ACPI_TYPE_LOCAL_REFERENCE 0x14
#define ACPI_ROOT_OBJECT ((acpi_handle)(~0UL))
#define ACPI_DEVICE_NOTIFY 0x2
#define ACPI_PTR(_ptr) (_ptr)
struct acpi_buffer {
	size_t length;
	void *pointer;
};
union acpi_object {
	acpi_object_type type;
	struct {
		acpi_object_type type;
		u64 value;
	} integer;
	struct {
		acpi_object_type type;
		u32 length;
		char *pointer;
	} string;
	struct {
		acpi_object_type type;
		u32 length;
		u8 *pointer;
	} buffer;
	struct {
		acpi_object_type type;
		u32 count;
		union acpi_object *elements;
	} package;
	struct {
		acpi_object_type type;
		acpi_object_type actual_type;
		acpi_handle handle;
	} reference;
};
struct acpi_object_list {
	u32 count;
	union acpi_object *pointer;
};
struct acpi_device {
	acpi_handle handle;
	struct fwnode_handle fwnode;
	struct device dev;
	void *driver_data;
	struct {
		char device_name[40];
		char device_class[20];
	} pnp;
};
struct acpi_device_ops {
	int (*add)(struct acpi_device *device);
#if KRT_SINCE(6, 2)
	void (*remove)(struct acpi_device *device);
#else
	int (*remove)(struct acpi_device *device);
#endif
	void (*notify)(struct acpi_device *device, u32 event);
};
struct acpi_driver {
	char name[80];
	char class[80];
	const struct acpi_device_id *ids;
	unsigned int flags;
	struct acpi_device_ops ops;
	struct device_driver drv;
	struct module *owner;
};
#define to_acpi_device(d) container_of(d, struct acpi_device, dev)
#define acpi_device_name(d) ((d)->pnp.device_name)
#define acpi_device_class(d) ((d)->pnp.device_class)
#define ACPI_COMPANION(dev) krt_acpi_companion(dev)
#define ACPI_HANDLE(dev) krt_acpi_handle(dev)
extern struct acpi_device *krt_acpi_companion(const struct device *dev);
extern acpi_handle krt_acpi_handle(const struct device *dev);
extern acpi_status acpi_evaluate_object(acpi_handle object, acpi_string pathname,
					struct acpi_object_list *parameter_objects,
					struct acpi_buffer *return_object_buffer);
extern acpi_status acpi_evaluate_integer(acpi_handle handle, acpi_string pathname,
					 struct acpi_object_list *arguments,
					 unsigned long long *data);
extern acpi_status acpi_execute_simple_method(acpi_handle handle, char *method, u64 arg);
extern acpi_status acpi_get_handle(acpi_handle parent, const char *pathname,
				   acpi_handle *ret_handle);
extern bool acpi_has_method(acpi_handle handle, char *name);
extern const char *acpi_format_exception(acpi_status exception);
extern union acpi_object *acpi_evaluate_dsm(acpi_handle handle, const guid_t *guid, u64 rev,
					    u64 func, union acpi_object *argv4);
extern bool acpi_check_dsm(acpi_handle handle, const guid_t *guid, u64 rev, u64 funcs);
extern const struct acpi_device_id *acpi_match_device(const struct acpi_device_id *ids,
						      const struct device *dev);
extern const void *acpi_device_get_match_data(const struct device *dev);
extern int acpi_bus_register_driver(struct acpi_driver *driver);
extern void acpi_bus_unregister_driver(struct acpi_driver *driver);
#define module_acpi_driver(drv) \
	module_driver(drv, acpi_bus_register_driver, acpi_bus_unregister_driver)
extern int acpi_disabled;
extern int acpi_check_resource_conflict(const struct resource *res);
extern bool acpi_dev_present(const char *hid, const char *uid, s64 hrv);
extern bool has_acpi_companion(struct device *dev);

#endif
