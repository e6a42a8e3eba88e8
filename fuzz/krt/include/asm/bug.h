/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: see linux/bug.h */
#ifndef KRT_ASM_BUG_H
#define KRT_ASM_BUG_H

#include <linux/bug.h>

#endif
