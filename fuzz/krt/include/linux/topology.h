/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: one node */
#ifndef KRT_LINUX_TOPOLOGY_H
#define KRT_LINUX_TOPOLOGY_H

#include <linux/numa.h>
extern int numa_node_id(void);
extern int cpu_to_node(int cpu);
#define topology_physical_package_id(cpu) ((void)(cpu), 0)
#define topology_core_id(cpu) (cpu)

#endif
