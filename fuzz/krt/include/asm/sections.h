/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: empty, so that it can be included */
#ifndef KRT_ASM_SECTIONS_H
#define KRT_ASM_SECTIONS_H

#include <linux/compiler.h>

#endif
