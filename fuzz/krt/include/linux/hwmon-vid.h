/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_HWMON_VID_H
#define KRT_LINUX_HWMON_VID_H

#include <linux/types.h>
extern int vid_from_reg(int val, u8 vrm);
extern u8 vid_which_vrm(void);

#endif
