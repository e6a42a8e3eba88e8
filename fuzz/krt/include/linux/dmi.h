/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_DMI_H
#define KRT_LINUX_DMI_H

#include <linux/list.h>
#include <linux/kobject.h>
#include <linux/mod_devicetable.h>
struct dmi_header {
	u8 type;
	u8 length;
	u16 handle;
};
struct dmi_device {
	struct list_head list;
	int type;
	const char *name;
	void *device_data;
};
extern int dmi_check_system(const struct dmi_system_id *list);
extern const struct dmi_system_id *dmi_first_match(const struct dmi_system_id *list);
extern const char *dmi_get_system_info(int field);
extern bool dmi_name_in_vendors(const char *str);
extern bool dmi_match(enum dmi_field f, const char *str);
extern int dmi_get_bios_year(void);
extern int dmi_walk(void (*decode)(const struct dmi_header *, void *), void *private_data);

#endif
