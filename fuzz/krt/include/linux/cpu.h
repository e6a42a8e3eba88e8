/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_CPU_H
#define KRT_LINUX_CPU_H

#include <linux/cpumask.h>
#include <linux/cpuhotplug.h>
#include <linux/device.h>
struct cpu {
	int node_id;
	int hotpluggable;
	struct device dev;
};
extern void cpus_read_lock(void);
extern void cpus_read_unlock(void);
extern struct device *get_cpu_device(unsigned int cpu);
#define get_online_cpus() cpus_read_lock()
#define put_online_cpus() cpus_read_unlock()

#endif
