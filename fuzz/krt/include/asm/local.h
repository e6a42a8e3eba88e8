/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_ASM_LOCAL_H
#define KRT_ASM_LOCAL_H

#include <linux/percpu.h>

#endif
