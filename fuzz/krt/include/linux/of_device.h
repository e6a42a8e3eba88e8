/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_OF_DEVICE_H
#define KRT_LINUX_OF_DEVICE_H

#include <linux/platform_device.h>
#include <linux/of_platform.h>
#include <linux/of.h>

#endif
