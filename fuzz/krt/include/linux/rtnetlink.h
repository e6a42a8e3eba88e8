/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: the lock */
#ifndef KRT_LINUX_RTNETLINK_H
#define KRT_LINUX_RTNETLINK_H

#include <linux/netdevice.h>

#endif
