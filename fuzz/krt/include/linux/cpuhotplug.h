/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_CPUHOTPLUG_H
#define KRT_LINUX_CPUHOTPLUG_H

#include <linux/types.h>
enum cpuhp_state {
	CPUHP_INVALID = -1,
	CPUHP_OFFLINE = 0,
	CPUHP_AP_ONLINE_DYN = 190,
	CPUHP_ONLINE = 240,
};
extern int cpuhp_setup_state(enum cpuhp_state state, const char *name,
			     int (*startup)(unsigned int cpu), int (*teardown)(unsigned int cpu));
extern void cpuhp_remove_state(enum cpuhp_state state);

#endif
