/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: empty, so that it can be included */
#ifndef KRT_ASM_SETUP_H
#define KRT_ASM_SETUP_H

#include <linux/types.h>

#endif
