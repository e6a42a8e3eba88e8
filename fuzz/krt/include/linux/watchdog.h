/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_WATCHDOG_H
#define KRT_LINUX_WATCHDOG_H

#include <linux/bitops.h>
#include <linux/cdev.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/notifier.h>
struct watchdog_device;
struct watchdog_info {
	__u32 options;
	__u32 firmware_version;
	__u8 identity[32];
};
#define WDIOF_SETTIMEOUT 0x0080
#define WDIOF_MAGICCLOSE 0x0100
#define WDIOF_KEEPALIVEPING 0x8000
#define WATCHDOG_NOWAYOUT 0
struct watchdog_ops {
	struct module *owner;
	int (*start)(struct watchdog_device *wdd);
	int (*stop)(struct watchdog_device *wdd);
	int (*ping)(struct watchdog_device *wdd);
	unsigned int (*status)(struct watchdog_device *wdd);
	int (*set_timeout)(struct watchdog_device *wdd, unsigned int timeout);
	unsigned int (*get_timeleft)(struct watchdog_device *wdd);
	int (*restart)(struct watchdog_device *wdd, unsigned long action, void *data);
};
struct watchdog_device {
	int id;
	struct device *parent;
	const struct attribute_group **groups;
	const struct watchdog_info *info;
	const struct watchdog_ops *ops;
	unsigned int bootstatus;
	unsigned int timeout;
	unsigned int min_timeout;
	unsigned int max_timeout;
	void *driver_data;
	unsigned long status;
};
extern int watchdog_init_timeout(struct watchdog_device *wdd, unsigned int timeout_parm,
				 struct device *dev);
extern int watchdog_register_device(struct watchdog_device *wdd);
extern void watchdog_unregister_device(struct watchdog_device *wdd);
extern int devm_watchdog_register_device(struct device *dev, struct watchdog_device *wdd);
extern void watchdog_set_nowayout(struct watchdog_device *wdd, bool nowayout);
extern void watchdog_set_drvdata(struct watchdog_device *wdd, void *data);
extern void *watchdog_get_drvdata(struct watchdog_device *wdd);
extern void watchdog_stop_on_reboot(struct watchdog_device *wdd);

#endif
