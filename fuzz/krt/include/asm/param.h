/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel at 250 Hz */
#ifndef KRT_ASM_PARAM_H
#define KRT_ASM_PARAM_H

#include <linux/param.h>

#endif
