/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel at 250 Hz */
#ifndef KRT_LINUX_PARAM_H
#define KRT_LINUX_PARAM_H

#define HZ 250
#define USER_HZ 100

#endif
