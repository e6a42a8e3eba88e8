/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_BOTTOM_HALF_H
#define KRT_LINUX_BOTTOM_HALF_H

extern void local_bh_disable(void);
extern void local_bh_enable(void);

#endif
