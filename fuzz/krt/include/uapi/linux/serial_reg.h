/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_UAPI_LINUX_SERIAL_REG_H
#define KRT_UAPI_LINUX_SERIAL_REG_H

#include <linux/serial_reg.h>

#endif
