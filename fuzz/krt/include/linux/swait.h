/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SWAIT_H
#define KRT_LINUX_SWAIT_H

#include <linux/wait.h>

#endif
