/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_NUMA_H
#define KRT_LINUX_NUMA_H

#define NUMA_NO_NODE (-1)
#define NODES_SHIFT 6
#define MAX_NUMNODES 64

#endif
