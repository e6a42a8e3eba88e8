/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_THREADS_H
#define KRT_LINUX_THREADS_H

#define NR_CPUS 64

#endif
