/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_REBOOT_H
#define KRT_LINUX_REBOOT_H

#include <linux/notifier.h>
#define SYS_DOWN 0x0001
#define SYS_RESTART SYS_DOWN
#define SYS_HALT 0x0002
#define SYS_POWER_OFF 0x0003
extern int register_reboot_notifier(struct notifier_block *nb);
extern int unregister_reboot_notifier(struct notifier_block *nb);
extern int register_restart_handler(struct notifier_block *nb);
extern int unregister_restart_handler(struct notifier_block *nb);
extern void emergency_restart(void);
extern void orderly_poweroff(bool force);
extern void kernel_restart(char *cmd);
extern void kernel_power_off(void);
extern void (*pm_power_off)(void);

#endif
