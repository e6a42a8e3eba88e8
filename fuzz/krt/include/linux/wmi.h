/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_WMI_H
#define KRT_LINUX_WMI_H

#include <linux/device.h>
#include <linux/acpi.h>
struct wmi_device {
	struct device dev;
	bool setable;
};
struct wmi_driver {
	struct device_driver driver;
	const struct wmi_device_id *id_table;
	int (*probe)(struct wmi_device *wdev, const void *context);
	void (*remove)(struct wmi_device *wdev);
	void (*notify)(struct wmi_device *device, union acpi_object *data);
};
extern acpi_status wmi_evaluate_method(const char *guid, u8 instance, u32 method_id,
				       const struct acpi_buffer *in, struct acpi_buffer *out);
extern bool wmi_has_guid(const char *guid);

#endif
