/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_ASM_CPU_DEVICE_ID_H
#define KRT_ASM_CPU_DEVICE_ID_H

#include <linux/mod_devicetable.h>

#endif
