/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_MISCDEVICE_H
#define KRT_LINUX_MISCDEVICE_H

#include <linux/major.h>
#include <linux/list.h>
#include <linux/types.h>
#include <linux/device.h>
#include <linux/fs.h>
#define MISC_DYNAMIC_MINOR 255
#define WATCHDOG_MINOR 130
#define TEMP_MINOR 131
#define NVRAM_MINOR 144
struct miscdevice {
	int minor;
	const char *name;
	const struct file_operations *fops;
	struct list_head list;
	struct device *parent;
	struct device *this_device;
	const struct attribute_group **groups;
	const char *nodename;
	umode_t mode;
};
extern int misc_register(struct miscdevice *misc);
extern void misc_deregister(struct miscdevice *misc);
#define module_misc_device(__misc_device) \
	module_driver(__misc_device, misc_register, misc_deregister)
#define builtin_misc_device(__misc_device) builtin_driver(__misc_device, misc_register)

#endif
